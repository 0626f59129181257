import { useDraggable } from "@dnd-kit/core";
import { clsx } from "clsx";
import { Check, CircleAlert, Clock } from "lucide-react";
import { useId } from "react";
import { type CalendarPiece, channelName, isMovable } from "./calendar-piece";
import { shownAt } from "./clock";
import { useDesk } from "./desk";

type Props = { piece: CalendarPiece; /** In a narrow cell: two lines. */ stacked?: boolean };

/** One piece in a cell: drag it, or press Enter for its dialog and Space to carry it by keys. */
export function PieceChip({ piece, stacked = false }: Props) {
  const { open, onKey, mayMove, lifted } = useDesk();
  const canMove = mayMove && isMovable(piece);
  // A piece may stand in the grid and in the phone's list at once, so its own id would not do.
  const id = useId();
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id,
    data: { piece },
    disabled: !canMove,
  });
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-piece={piece.id}
      data-ground
      aria-describedby={canMove ? "calendar-keys" : undefined}
      aria-pressed={lifted?.piece.id === piece.id || undefined}
      onClick={() => open(piece)}
      {...listeners}
      onKeyDown={(event) => {
        if (onKey(piece, event.key)) event.preventDefault();
      }}
      onKeyUp={(event) => {
        if (event.key === " ") event.preventDefault();
      }}
      className={clsx(
        chipLook,
        stacked && "flex-wrap",
        canMove && "cursor-grab touch-manipulation",
        isDragging && "opacity-40",
        toneOf(piece),
        lifted?.piece.id === piece.id && "outline-2 outline-stream",
      )}
    >
      <ChipWords piece={piece} stacked={stacked} />
    </button>
  );
}

const chipLook =
  "flex min-h-6 w-full min-w-0 items-center gap-1 rounded-4 px-1.5 py-0.5 text-left text-12 pointer-coarse:min-h-9";

function toneOf({ status, publishedAt }: CalendarPiece): string {
  if (publishedAt !== null) return "bg-sunken text-muted";
  return status === "scheduled" || status === "approved"
    ? "bg-stream-soft text-stream-ink"
    : "bg-attention-soft text-attention";
}

/** The piece that is dragged, under the pointer. */
export function ChipUnderway({ piece }: Props) {
  return (
    <div data-ground className={clsx(chipLook, toneOf(piece), "w-48 shadow-lift")}>
      <ChipWords piece={piece} />
    </div>
  );
}

/** Where a piece that is carried by keys would be put down. */
export function ChipTarget({ piece, time }: { piece: CalendarPiece; time: string | null }) {
  return (
    <div
      aria-hidden
      data-ground
      className={clsx(chipLook, "border border-dashed border-stream text-stream-ink")}
    >
      <span className="tabular-nums">{time ?? "free"}</span>
      <span className="truncate">{piece.title}</span>
    </div>
  );
}

function ChipWords({ piece, stacked = false }: Props) {
  const { timeZone, businessNames } = useDesk();
  const { scheduledFor, title, channel, businessId } = piece;
  const business = businessNames.size > 1 ? `, ${businessNames.get(businessId) ?? ""}` : "";
  return (
    <>
      <StateMark piece={piece} />
      {scheduledFor && <span className="tabular-nums">{shownAt(scheduledFor, timeZone).time}</span>}
      <span className={clsx("min-w-0 truncate text-ink", stacked ? "order-last basis-full" : "flex-1")}>
        {title}
      </span>
      <span className="sr-only">{business}</span>
      <span className={clsx("truncate text-muted", stacked ? "min-w-0 flex-1 text-right" : "shrink-0")}>
        {channelName(channel)}
      </span>
    </>
  );
}

export function StateMark({ piece: { publishedAt, status } }: Props) {
  if (publishedAt !== null) return <Mark icon={Check} words="Published: " />;
  if (status === "scheduled" || status === "approved") return <Mark icon={Clock} words="" />;
  return <Mark icon={CircleAlert} words="Not approved: " />;
}

function Mark({ icon: Icon, words }: { icon: typeof Check; words: string }) {
  return (
    <>
      <Icon aria-hidden className="size-3 shrink-0" />
      {words && <span className="sr-only">{words}</span>}
    </>
  );
}
