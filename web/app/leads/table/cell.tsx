import { clsx } from "clsx";
import { type KeyboardEvent, useRef } from "react";
import type { LeadLine } from "../lead";
import { CellEditor } from "./cell-editor";
import { CellWords } from "./cell-words";
import type { Column } from "./columns";
import { useTable } from "./table-context";

type CellProps = { column: Column; line: LeadLine };

const right = new Set(["money", "score", "number"]);
export const isRight = (column: Column) => right.has(column.kind);

/** One thing about one lead. What may be changed is changed here: a click or Enter opens it, Escape lets it be. */
export function LeadTableCell({ column, line }: CellProps) {
  const { editing, edit, mayWrite } = useTable();
  const isOpen = editing?.id === line.id && editing.key === column.key;
  const cell = useRef<HTMLDivElement>(null);
  const isEditable = mayWrite && column.isEditable === true;
  function close(): void {
    edit(null);
    requestAnimationFrame(() => cell.current?.querySelector<HTMLElement>("button")?.focus());
  }
  return (
    <div
      ref={cell}
      role="cell"
      className="relative flex h-full min-w-0 shrink-0 items-center"
      style={{ width: `var(--c-${cssName(column.key)})` }}
    >
      {isOpen && <CellEditor column={column} line={line} close={close} />}
      {!isOpen && isEditable && (
        <button
          type="button"
          tabIndex={-1}
          data-cell
          onClick={() => edit({ id: line.id, key: column.key })}
          onKeyDown={stepBetweenCells}
          className={clsx(
            "flex h-full w-full min-w-0 cursor-text items-center px-2 text-left hover:inset-ring hover:inset-ring-line",
            isRight(column) && "justify-end tabular-nums",
          )}
        >
          <span className="truncate">
            <span className="sr-only">Change {column.name.toLowerCase()}: </span>
            <CellWords column={column} line={line} />
          </span>
        </button>
      )}
      {!isOpen && !isEditable && (
        <span className={clsx("w-full truncate px-2", isRight(column) && "text-right tabular-nums")}>
          <CellWords column={column} line={line} />
        </span>
      )}
    </div>
  );
}

/** Widths are variables of the table, so that drawing a column wider touches no row. */
export function cssName(key: string): string {
  return key.replaceAll(/[^\w-]/g, "-");
}

/** The arrows go from one cell that may be changed to the next, and back to the name. */
export function stepBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const row = event.currentTarget.closest("[role=row]");
  const stops = [...(row?.querySelectorAll<HTMLElement>("[data-lead], [data-cell]") ?? [])];
  const next = stops[stops.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
