import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { type LeadLine, nameOf } from "../lead";
import { LeadTableCell, stepBetweenCells } from "./cell";
import { CellWords, MoneyWords } from "./cell-words";
import type { Column } from "./columns";
import type { Group } from "./items";

export type RowPlace = { index: number; top: number; height: number };

type LeadRowProps = RowPlace & {
  line: LeadLine;
  columns: readonly Column[];
  isPhone: boolean;
  mayChoose: boolean;
  isChosen: boolean;
  isOpened: boolean;
  takesFocus: boolean;
  to: string;
  onChoose(id: string, isRange: boolean): void;
  onOpen(id: string): void;
};

export const LeadRow = memo(function LeadRow(props: LeadRowProps) {
  const { line, columns, index, top, height, isPhone, isChosen, isOpened } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-row={line.id}
      className={clsx(
        "group/row absolute inset-x-0 top-0 flex items-center border-b border-line",
        isChosen || isOpened ? "bg-stream-soft" : "bg-paper hover:bg-sunken",
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {props.mayChoose && <ChooseCell {...props} />}
      {isPhone ? (
        <PhoneCell {...props} />
      ) : (
        columns.map((column) =>
          column.kind === "name" ? (
            <NameCell key={column.key} {...props} />
          ) : (
            <LeadTableCell key={column.key} column={column} line={line} />
          ),
        )
      )}
    </div>
  );
});

function ChooseCell({ line, isChosen, onChoose }: LeadRowProps) {
  return (
    <div role="cell" className="flex h-full w-10 shrink-0 items-center justify-center">
      <label className="relative inline-flex size-7 items-center justify-center pointer-coarse:size-11">
        <input
          type="checkbox"
          aria-label={`Choose ${nameOf(line)}`}
          checked={isChosen}
          onChange={() => undefined}
          onClick={(event) => onChoose(line.id, event.shiftKey)}
          className="peer size-4 appearance-none rounded-4 border border-edge bg-raised checked:border-stream checked:bg-stream forced-colors:appearance-auto"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0 m-auto size-3 text-on-stream opacity-0 peer-checked:opacity-100 forced-colors:hidden"
        />
      </label>
    </div>
  );
}

/** The name stays in sight when the other columns are scrolled sideways. */
function NameCell(props: LeadRowProps) {
  const { isChosen, isOpened } = props;
  return (
    <div
      role="rowheader"
      className={clsx(
        "sticky left-0 z-1 flex h-full min-w-0 shrink-0 items-center",
        isChosen || isOpened ? "bg-stream-soft" : "bg-paper group-hover/row:bg-sunken",
      )}
      style={{ width: "var(--c-name)" }}
    >
      <NameLink {...props} className="w-full px-2" />
    </div>
  );
}

function NameLink({ line, to, onOpen, takesFocus, className }: LeadRowProps & { className: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <Link
      ref={link}
      to={to}
      data-lead={line.id}
      onKeyDown={stepBetweenCells}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(line.id);
      }}
      className={clsx("truncate font-medium", className)}
    >
      {nameOf(line)}
    </Link>
  );
}

const stageColumn: Column = { key: "stage", name: "Stage", kind: "stage", width: 0 };

/** On a phone a row is a card of two lines. */
function PhoneCell(props: LeadRowProps) {
  const { line } = props;
  return (
    <div role="rowheader" className="grid min-w-0 flex-1 gap-0.5 pr-2">
      <span className="flex min-w-0 items-center justify-between gap-3">
        <NameLink {...props} className="min-w-0 flex-1 py-1" />
        {line.value && (
          <span className="shrink-0 tabular-nums">
            <MoneyWords value={line.value} />
          </span>
        )}
      </span>
      <span className="flex min-w-0 items-center justify-between gap-3 text-12 text-muted">
        <span className="truncate">{line.companyName || line.jobTitle}</span>
        <span className="shrink-0">
          <CellWords column={stageColumn} line={line} />
        </span>
      </span>
    </div>
  );
}

type GroupRowProps = RowPlace & {
  group: Group;
  isClosed: boolean;
  onToggle(key: string): void;
};

export const GroupRow = memo(function GroupRow({
  group,
  isClosed,
  index,
  top,
  height,
  onToggle,
}: GroupRowProps) {
  const { key, name, count } = group;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="absolute inset-x-0 top-0 flex items-center border-b border-line bg-sunken"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="cell" className="sticky left-0 px-1">
        <button
          type="button"
          aria-expanded={!isClosed}
          onClick={() => onToggle(key)}
          className="flex h-8 items-center gap-1.5 rounded-4 px-1.5 text-13"
        >
          <ChevronDown aria-hidden className={clsx("size-4 text-muted", isClosed && "-rotate-90")} />
          <span className="font-semibold">{name}</span>
          <span className="text-muted tabular-nums">{count}</span>
        </button>
      </div>
    </div>
  );
});
