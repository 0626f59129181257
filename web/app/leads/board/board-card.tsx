import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { MoreHorizontal } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "~/components/ui/menu";
import { useNow } from "~/now";
import { useHouse } from "../house";
import { type LeadLine, nameOf, type Stage } from "../lead";
import { StageMark } from "../stage-mark";
import { MoneyWords, PersonWords } from "../table/cell-words";

type BoardCardProps = { lead: LeadLine; to: string; onMoveTo(lead: LeadLine, stage: Stage): void };

/** One lead: dragged by mouse, finger or keys, or moved by its menu; its name opens it. */
export function BoardCard({ lead, to, onMoveTo }: BoardCardProps) {
  const { mayWrite } = useHouse();
  const sortable = useSortable({ id: lead.id, data: { lead }, disabled: !mayWrite });
  const {
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition,
    isDragging,
    isOver,
    active,
  } = sortable;
  return (
    <li
      ref={setNodeRef}
      data-card={lead.id}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx(
        "relative rounded-8",
        isDragging && "opacity-40",
        isOver && active?.id !== lead.id && "shadow-[0_-2px_0_var(--stream)]",
      )}
    >
      <CardGround>
        <div className="flex items-start gap-1">
          <Link to={to} prefetch="intent" className="min-h-6 min-w-0 flex-1 font-medium break-words">
            {nameOf(lead)}
          </Link>
          {mayWrite && <MoveMenu lead={lead} onMoveTo={onMoveTo} />}
        </div>
        <CardWords lead={lead} />
        {mayWrite && (
          <button
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            aria-label={`Move ${nameOf(lead)}`}
            className="absolute inset-0 -z-0 cursor-grab touch-manipulation rounded-8"
          />
        )}
      </CardGround>
    </li>
  );
}

function CardGround({ children }: { children: React.ReactNode }) {
  return (
    <div
      data-ground
      className="relative grid gap-1 rounded-8 border border-line bg-raised p-2.5 [&_a]:relative [&_a]:z-1 [&_button[aria-haspopup]]:relative [&_button[aria-haspopup]]:z-1"
    >
      {children}
    </div>
  );
}

/** The card that is dragged, under the pointer. */
export function CardUnderway({ lead }: { lead: LeadLine }) {
  return (
    <div data-ground className="grid gap-1 rounded-8 border border-stream bg-raised p-2.5 shadow-lift">
      <p className="font-medium">{nameOf(lead)}</p>
      <CardWords lead={lead} />
    </div>
  );
}

function CardWords({ lead }: { lead: LeadLine }) {
  return (
    <>
      {lead.companyName && <p className="truncate text-13 text-muted">{lead.companyName}</p>}
      <p className="flex min-w-0 items-center justify-between gap-2 text-12 text-muted">
        <span className="shrink-0 font-medium text-ink tabular-nums">
          {lead.value && <MoneyWords value={lead.value} />}
        </span>
        <span className="min-w-0 flex-1 truncate text-right">
          <PersonWords id={lead.assignedTo} />
        </span>
        <InStage since={lead.stageSince} />
      </p>
    </>
  );
}

const dayMs = 86_400_000;

/** How long it has stood here. */
function InStage({ since }: { since: string }) {
  const now = useNow();
  if (now === null) return null;
  const days = Math.max(0, Math.floor((now - Date.parse(since)) / dayMs));
  return (
    <span
      className="shrink-0 tabular-nums"
      title={`In this stage for ${days} ${days === 1 ? "day" : "days"}`}
    >
      {days} d
    </span>
  );
}

function MoveMenu({ lead, onMoveTo }: Pick<BoardCardProps, "lead" | "onMoveTo">) {
  const { stages } = useHouse();
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label={`Move ${nameOf(lead)} to…`} className="-mt-1 -mr-1">
      <MoreHorizontal aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger} label="Move to…">
      <MenuLabel>Move to…</MenuLabel>
      {stages
        .filter(({ id }) => id !== lead.stageId)
        .map((stage) => (
          <MenuItem key={stage.id} onSelect={() => onMoveTo(lead, stage)}>
            <StageMark stage={stage} />
          </MenuItem>
        ))}
    </Menu>
  );
}
