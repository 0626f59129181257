import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ArrowDown, ArrowUp, GripVertical, MoreHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem } from "~/components/ui/menu";
import { Row } from "~/components/ui/table";
import type { Move, Sorted } from "./sortable";

type SortableRowProps = {
  item: Sorted;
  /** From 1. */
  place: number;
  children(handle: ReactNode): ReactNode;
};

/** A row of a table inside a `Sortable`; what lifts it stands where its cells want it. */
function SortableRow({ item: { id, name }, place, children }: SortableRowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  const handle = (
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      aria-label={`Move “${name}”, number ${place}`}
      className="touch -ml-1 cursor-grab touch-none self-start rounded-4 px-0.5 py-1 text-faint hover:text-ink"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
  const style = { transform: CSS.Translate.toString(transform), transition: transition ?? "" };
  return <Row lift={{ ref: setNodeRef, style, isLifted: isDragging }}>{children(handle)}</Row>;
}

type OrderedRowProps = SortableRowProps & { canMove: boolean };

/** The same for who may only look at the order. */
export function OrderedRow({ canMove, ...row }: OrderedRowProps) {
  return canMove ? <SortableRow {...row} /> : <Row>{row.children(null)}</Row>;
}

type MoveMenuProps = { items: readonly Sorted[]; at: number; onMove: Move };

/** The same without dragging (WCAG 2.5.7); beside the name, where no panel covers it. */
export function MoveMenu({ items, at, onMove }: MoveMenuProps) {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (!item) return null;
  const trigger = (
    <Button
      look="quiet"
      size="iconSm"
      aria-label={`Where “${item.name}” stands`}
      className="-my-1 pointer-fine:opacity-0 pointer-fine:group-focus-within/row:opacity-100 pointer-fine:group-hover/row:opacity-100 pointer-fine:data-[state=open]:opacity-100"
    >
      <MoreHorizontal aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger} label={item.name}>
      <MenuItem disabled={!before} onSelect={() => before && onMove(item.id, before.id)}>
        <ArrowUp aria-hidden />
        Move up
      </MenuItem>
      <MenuItem disabled={!after} onSelect={() => after && onMove(item.id, after.id)}>
        <ArrowDown aria-hidden />
        Move down
      </MenuItem>
    </Menu>
  );
}
