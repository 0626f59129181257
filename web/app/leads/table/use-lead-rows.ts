import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createRowsStore, type Rows, type RowsPage, type RowsStore } from "./rows";

type Options = {
  /** What answers with rows, such as `/o/northwind/leads/rows`. */
  from: string;
  /** What is asked now, as a query. */
  asked: string;
  /** What the page was loaded with, and the question that it answers. */
  first: RowsPage;
  firstOf: string;
};

/** The rows that the table asks for, page after page; a question that was changed meanwhile is no longer waited for. */
export function useLeadRows({ from, asked, first, firstOf }: Options): {
  rows: Rows;
  store: RowsStore;
  isLooking: boolean;
  more(): void;
} {
  const [store] = useState(() => createRowsStore(firstOf, first));
  const rows = useSyncExternalStore(store.subscribe, store.read, store.read);
  const isReading = useRef(false);
  useFirstPage(store, { from, asked, first, firstOf });
  const more = useCallback(async () => {
    const { of, nextCursor } = store.read();
    if (nextCursor === null || isReading.current) return;
    isReading.current = true;
    const page = await readRows(from, of, nextCursor);
    isReading.current = false;
    if (page) store.add(of, page);
  }, [store, from]);
  return { rows, store, more: () => void more(), isLooking: rows.of !== asked };
}

function useFirstPage(store: RowsStore, { from, asked, first, firstOf }: Options): void {
  const isNew = useRef(false);
  useEffect(() => {
    const isLive = isNew.current;
    isNew.current = true;
    if (firstOf === asked) {
      if (isLive) store.begin(firstOf, first);
      return;
    }
    const controller = new AbortController();
    readRows(from, asked, null, controller.signal).then(
      (page) => page && store.begin(asked, page),
      () => undefined,
    );
    return () => controller.abort();
  }, [store, from, asked, first, firstOf]);
}

/** Nothing where no answer came: what is there stays. */
export async function readRows(
  from: string,
  of: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<RowsPage | null> {
  const query = new URLSearchParams(of);
  if (cursor) query.set("cursor", cursor);
  try {
    const response = await fetch(`${from}?${query.toString()}`, { signal });
    const isOurs = response.ok && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the loader of that address answers so
    return isOurs ? ((await response.json()) as RowsPage) : null;
  } catch {
    return null;
  }
}
