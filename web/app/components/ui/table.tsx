import { clsx } from "clsx";
import type { CSSProperties, ReactNode } from "react";

type Column = { key: string; name: string; align?: "right"; hidden?: boolean };
type TableProps = { caption: string; head: Column[]; children: ReactNode };

/**
 * Rows of 36 px, or of 28 where somebody likes it compact. On phones each row is a card: cells carry their column's name in `label`. The roles are
 * written out because a browser forgets them when a row is laid out as a grid.
 */
export function Table({ caption, head, children }: TableProps) {
  return (
    <table role="table" aria-label={caption} className="w-full border-collapse text-left max-sm:block">
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row" className="border-b border-line">
          {head.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={clsx(
                "h-8 px-3 text-12 font-medium whitespace-nowrap text-muted first:pl-1 last:pr-1",
                column.align === "right" && "text-right",
              )}
            >
              {column.hidden ? <span className="sr-only">{column.name}</span> : column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:block max-sm:border-t max-sm:border-line">
        {children}
      </tbody>
    </table>
  );
}

/** Of a row that can be carried to another place. */
type Lift = { ref: (row: HTMLElement | null) => void; style: CSSProperties; isLifted: boolean };

export function Row({ children, hidden, lift }: { children: ReactNode; hidden?: boolean; lift?: Lift }) {
  return (
    <tr
      ref={lift?.ref}
      role="row"
      hidden={hidden}
      style={lift?.style}
      className={clsx(
        "group/row border-b border-line",
        lift?.isLifted ? "relative z-10 bg-raised shadow-lift" : "hover:bg-sunken",
        "max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-4 max-sm:gap-y-1 max-sm:px-1 max-sm:py-3",
      )}
    >
      {children}
    </tr>
  );
}

type CellProps = { children: ReactNode; label?: string; align?: "right"; actions?: boolean };

/** The cell that names its row. */
export function LeadCell({ children }: { children: ReactNode }) {
  return (
    <th role="rowheader" scope="row" className={clsx(cellLook, "font-normal max-sm:col-start-1")}>
      {children}
    </th>
  );
}

export function Cell({ children, label, align, actions }: CellProps) {
  return (
    <td
      role="cell"
      className={clsx(
        cellLook,
        align === "right" && "text-right max-sm:text-left",
        actions
          ? "text-right max-sm:col-start-2 max-sm:row-start-1"
          : "text-muted max-sm:col-span-full max-sm:text-13",
      )}
    >
      {label && <span className="sm:hidden">{label}: </span>}
      {actions ? <div className="flex flex-wrap items-center justify-end gap-1">{children}</div> : children}
    </td>
  );
}

const cellLook =
  "h-(--row) px-3 py-(--row-inset) first:pl-1 last:pr-1 max-sm:block max-sm:h-auto max-sm:p-0 max-sm:first:pl-0";
