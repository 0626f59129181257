import { clsx } from "clsx";
import { ArrowDown, ArrowUp, Check, Minus } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { cssName, isRight } from "./cell";
import { clampWidth, type Column, type ColumnChoice } from "./columns";
import { type Selection, sizeOf } from "./selection";

export type HeaderProps = {
  columns: readonly (Column & ColumnChoice)[];
  sort: string;
  selection: Selection;
  matching: number;
  /** Many at once are changed by who may change one. */
  mayChoose: boolean;
  onSort(sort: string): void;
  onWidth(key: string, width: number): void;
  onChooseAll(): void;
};

type HeaderRowProps = HeaderProps & { isPhone: boolean };

export function HeaderRow(props: HeaderRowProps) {
  const { columns, isPhone } = props;
  return (
    <div role="rowgroup" className={isPhone ? "sr-only" : "sticky top-0 z-10"}>
      <div role="row" aria-rowindex={1} className="flex h-9 items-center border-b border-line bg-paper">
        {props.mayChoose && <ChooseAll {...props} />}
        {columns.map((column) => (
          <HeaderCell key={column.key} {...props} column={column} />
        ))}
      </div>
    </div>
  );
}

function ChooseAll({ selection, matching, onChooseAll }: HeaderRowProps) {
  const size = sizeOf(selection, matching);
  const isAll = size > 0 && size === matching;
  const Mark = isAll ? Check : Minus;
  return (
    <div role="columnheader" className="flex w-10 shrink-0 items-center justify-center">
      <label className="relative inline-flex size-7 items-center justify-center">
        <input
          type="checkbox"
          aria-label={isAll ? "Choose nobody" : "Choose all that match"}
          checked={isAll}
          ref={(input) => {
            if (input) input.indeterminate = size > 0 && !isAll;
          }}
          onChange={onChooseAll}
          className="size-4 appearance-none rounded-4 border border-edge bg-raised checked:border-stream checked:bg-stream indeterminate:border-stream indeterminate:bg-stream forced-colors:appearance-auto"
        />
        {size > 0 && (
          <Mark
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0 m-auto size-3 text-on-stream forced-colors:hidden"
          />
        )}
      </label>
    </div>
  );
}

type HeaderCellProps = HeaderRowProps & { column: Column & ColumnChoice };

function HeaderCell({ column, sort, onSort, onWidth }: HeaderCellProps) {
  const direction = column.sort && sort === column.sort ? "up" : sort === `-${column.sort}` ? "down" : null;
  return (
    <div
      role="columnheader"
      aria-sort={direction ? (direction === "up" ? "ascending" : "descending") : undefined}
      className={clsx(
        "relative flex h-full shrink-0 items-center text-12 font-medium text-muted",
        column.kind === "name" && "sticky left-0 z-1 bg-paper",
      )}
      style={{ width: `var(--c-${cssName(column.key)})` }}
    >
      {column.sort ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(column.sort ?? "", sort))}
          className={clsx(
            "flex h-full w-full min-w-0 items-center gap-1 px-2 hover:text-ink",
            isRight(column) && "justify-end",
            direction && "text-ink",
          )}
        >
          <span className="truncate">{column.name}</span>
          {direction === "up" && <ArrowUp aria-hidden className="size-3 shrink-0" />}
          {direction === "down" && <ArrowDown aria-hidden className="size-3 shrink-0" />}
        </button>
      ) : (
        <span className={clsx("w-full truncate px-2", isRight(column) && "text-right")}>{column.name}</span>
      )}
      <WidthHandle column={column} onWidth={onWidth} />
    </div>
  );
}

/** Times and numbers begin with the largest, words with A; a second press turns it round. */
function nextSort(key: string, sort: string): string {
  const first = key === "name" ? key : `-${key}`;
  if (sort === first) return first.startsWith("-") ? key : `-${key}`;
  return first;
}

const step = 16;

/** Drawn with the pointer, or with the arrow keys. */
function WidthHandle({ column, onWidth }: Pick<HeaderCellProps, "column" | "onWidth">) {
  const start = useRef<{ x: number; width: number } | null>(null);
  function draw(event: PointerEvent<HTMLElement>): void {
    if (!start.current) return;
    const width = clampWidth(start.current.width + event.clientX - start.current.x);
    event.currentTarget
      .closest<HTMLElement>("[style*='--c-']")
      ?.style.setProperty(variableOf(column), `${width}px`);
  }
  function let_go(event: PointerEvent<HTMLElement>): void {
    if (!start.current) return;
    onWidth(column.key, clampWidth(start.current.width + event.clientX - start.current.x));
    start.current = null;
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.name}`}
      aria-valuenow={column.width}
      aria-valuemin={64}
      aria-valuemax={640}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: column.width };
      }}
      onPointerMove={draw}
      onPointerUp={let_go}
      onKeyDown={(event) => widen(event, column, onWidth)}
      className="absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-r border-line opacity-0 select-none hover:border-stream hover:opacity-100 focus-visible:opacity-100"
    />
  );
}

function variableOf({ key }: Column): string {
  return `--c-${cssName(key)}`;
}

function widen(
  event: KeyboardEvent,
  { key, width }: ColumnChoice,
  onWidth: (key: string, width: number) => void,
): void {
  const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
  if (!by) return;
  event.preventDefault();
  onWidth(key, clampWidth(width + by));
}
