import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useEffect, useMemo, useRef } from "react";
import { useLatest } from "~/latest";
import type { LeadLine } from "../lead";
import { cssName } from "./cell";
import { type HeaderProps, HeaderRow } from "./header-row";
import { type Group, type Grouping, type Item, itemsOf } from "./items";
import { GroupRow, LeadRow, type RowPlace } from "./lead-row";
import { isChosen } from "./selection";
import { useHeights } from "./use-heights";
import { useKeptScroll } from "./use-kept-scroll";
import { useSteps } from "./use-steps";

export type LeadTableProps = HeaderProps & {
  rows: readonly LeadLine[];
  by: Grouping | null;
  groups: readonly Group[];
  closed: ReadonlySet<string>;
  hasMore: boolean;
  /** Whose panel is open. */
  opened: string | null;
  leadTo: (id: string) => string;
  onMore(): void;
  onChoose(id: string, isRange: boolean): void;
  onOpen(id: string): void;
  onToggleGroup(key: string): void;
};

/** From here to the end of what was read, more is asked for. */
const readAhead = 40;

/** Any number of leads, of which only those in sight are in the page. */
export function LeadTable(props: LeadTableProps) {
  const { rows, columns, by, groups, closed, hasMore, onMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(
    () => itemsOf({ rows, by, groups, closed, hasMore }),
    [rows, by, groups, closed, hasMore],
  );
  const { row: rowHeight, isPhone } = useHeights();
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this component
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index], index),
    initialRect: { width: 1_000, height: 700 },
    overscan: 12,
    scrollPaddingStart: isPhone ? 0 : 36,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useKeptScroll(scroller);
  const current = useSteps({ scroller, items, virtual, onChoose: props.mayChoose ? props.onChoose : null });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useOpening(scroller, props.onOpen);
  useMore(hasMore && last >= items.length - readAhead ? `${rows.length} ${last}` : null, onMore);
  return (
    <div
      ref={scroller}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain border-y border-line"
      style={widthsOf(columns, props.mayChoose)}
    >
      <div
        role="table"
        aria-label="Leads"
        aria-rowcount={hasMore ? -1 : items.length + 1}
        className="min-w-full max-sm:w-full"
        style={isPhone ? undefined : { width: "var(--table)" }}
      >
        <HeaderRow {...props} isPhone={isPhone} />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => (
            <ItemRow
              key={key}
              {...props}
              item={items[index]}
              place={{ index, top: start, height: rowHeight }}
              isPhone={isPhone}
              current={current}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type ItemRowProps = LeadTableProps & {
  item: Item | undefined;
  place: RowPlace;
  isPhone: boolean;
  current: string | undefined;
};

function ItemRow({ item, place, isPhone, current, ...table }: ItemRowProps) {
  if (!item) return null;
  if (item.kind === "group") return <GroupRow {...item} {...place} onToggle={table.onToggleGroup} />;
  const { line } = item;
  return (
    <LeadRow
      {...place}
      line={line}
      columns={table.columns}
      isPhone={isPhone}
      mayChoose={table.mayChoose}
      isChosen={isChosen(table.selection, line.id)}
      isOpened={table.opened === line.id}
      takesFocus={current === line.id}
      to={table.leadTo(line.id)}
      onChoose={table.onChoose}
      onOpen={table.onOpen}
    />
  );
}

/** Wherever nothing else is pressed, a row opens: one listener for all of them. */
function useOpening(scroller: RefObject<HTMLElement>, onOpen: (id: string) => void): void {
  const latest = useLatest(onOpen);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function onClick({ target }: MouseEvent): void {
      if (!(target instanceof Element) || target.closest("a, button, input, select, label")) return;
      const id = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
      if (id) latest.current(id);
    }
    element.addEventListener("click", onClick);
    return () => element.removeEventListener("click", onClick);
  }, [scroller, latest]);
}

function keyOf(item: Item | undefined, index: number): string | number {
  if (!item) return index;
  return item.kind === "group" ? `group ${item.group.key}` : item.line.id;
}

/** As variables of the table: a column that is drawn wider touches no row. */
function widthsOf(columns: LeadTableProps["columns"], mayChoose: boolean): CSSProperties {
  const widths = columns.map(({ key, width }) => [`--c-${cssName(key)}`, `${width}px`]);
  const whole = columns.reduce((sum, { width }) => sum + width, mayChoose ? 40 : 0);
  return Object.fromEntries([...widths, ["--table", `${whole}px`]]) as CSSProperties; // safe: variables only
}

/** Asked again at every step, until it is there: an answer that was cut is not the last word. */
function useMore(needed: string | null, onMore: () => void): void {
  const latest = useLatest(onMore);
  useEffect(() => {
    if (needed !== null) latest.current();
  }, [needed, latest]);
}
