import { useDroppable } from "@dnd-kit/core";
import { clsx } from "clsx";
import { countOf } from "~/words/format";
import type { CalendarPiece } from "./calendar-piece";
import { useDesk } from "./desk";
import { PieceChip } from "./piece-chip";

type Props = { pieces: CalendarPiece[]; isCut: boolean };

/** What is approved and has no date yet; dropping a piece here takes it out of the calendar. */
export function Tray({ pieces, isCut }: Props) {
  const { mayMove } = useDesk();
  const { setNodeRef, isOver } = useDroppable({ id: "tray", data: { out: true }, disabled: !mayMove });
  return (
    <aside
      ref={setNodeRef}
      data-ground
      aria-label="Without a date"
      className={clsx("min-w-0 border-t border-line pt-3 lg:border-t-0 lg:pt-0", isOver && "bg-stream-soft")}
    >
      <h2 className="text-13 font-medium">Without a date</h2>
      <p className="mt-0.5 text-12 text-muted">
        {pieces.length === 0
          ? "Every approved piece has its date. What is approved next waits here."
          : `${countOf(pieces.length, "approved piece")}${isCut ? " and more" : ""}. Drag one onto a day.`}
      </p>
      <div className="mt-2 grid max-h-96 gap-1 overflow-y-auto">
        {pieces.map((piece) => (
          <PieceChip key={piece.id} piece={piece} />
        ))}
      </div>
    </aside>
  );
}
