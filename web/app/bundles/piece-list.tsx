import { useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import { useHydrated } from "~/hydrated";
import type { PieceLine } from "./bundle";
import { PieceRow } from "./piece-row";

type PieceListProps = {
  pieces: PieceLine[];
  /** Where a piece is opened, before its id. */
  base: string;
  mayRetry: boolean;
};

const rowHeight = 37;
/** What the server draws: about a screen full. */
const firstScreen = { width: 640, height: 900 };

/** Any number of pieces, of which only those in sight are in the page. The page itself scrolls, so Back finds the place. */
export function PieceList({ pieces, base, mayRetry }: PieceListProps) {
  const list = useRef<HTMLUListElement>(null);
  const margin = useTop(list);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this component
  const rows = useWindowVirtualizer({
    count: pieces.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => pieces[index]?.id ?? index,
    initialRect: firstScreen,
    initialOffset: 0,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 112,
  });
  const current = useSteps(list, pieces, rows);
  return (
    <ul ref={list} aria-label="Pieces" className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const piece = pieces[index];
        if (!piece) return null;
        return (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={pieces.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <PieceRow
              piece={piece}
              to={`${base}/${piece.id}`}
              mayRetry={mayRetry}
              takesFocus={piece.id === current}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** How far below the top of the page the list begins; what stands above it grows and shrinks. */
function useTop(list: RefObject<HTMLElement>): number {
  const [top, setTop] = useState(0);
  const isHydrated = useHydrated();
  useLayoutEffect(() => {
    if (!isHydrated || !list.current) return;
    const measure = () => list.current && setTop(list.current.getBoundingClientRect().top + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isHydrated, list]);
  return top;
}

/** j and k go from piece to piece, wherever the row is; Enter then opens it, as on any link. */
function useSteps(
  list: RefObject<HTMLElement>,
  pieces: PieceLine[],
  rows: Virtualizer<Window, Element>,
): string | undefined {
  const { singleKeys } = useFrame();
  const [current, setCurrent] = useState<string>();
  function step(by: number): void {
    const focused = list.current?.querySelector<HTMLElement>("a[data-piece]:focus")?.dataset["piece"];
    const from = pieces.findIndex(({ id }) => id === (focused ?? current));
    const index = Math.max(0, Math.min(pieces.length - 1, from + by));
    const piece = pieces[index];
    if (!piece) return;
    rows.scrollToIndex(index, { align: "auto" });
    setCurrent(piece.id);
  }
  useShortcuts(
    [
      { keys: "j", run: () => step(1) },
      { keys: "k", run: () => step(-1) },
    ],
    singleKeys,
  );
  return current;
}
