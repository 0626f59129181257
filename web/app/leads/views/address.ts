import type { Condition } from "../../../../worker/kernel/pure/condition";
import { choiceOf, type ColumnChoice, defaultColumns, textOfChoice } from "../table/columns";

/** What a table shows and how: of a saved view, or as the address says. */
export type TableState = {
  filter: Condition | null;
  sort: string;
  group: string | null;
  columns: ColumnChoice[];
};

export type SavedView = {
  id: string;
  name: string;
  visibility: "private" | "shared";
  isMine: boolean;
  filter: Condition | null;
  sort: string | null;
  group: string | null;
  columns: string[];
};

export const firstSort = "-createdAt";
const nothing = "none";
const own = ["filter", "sort", "group", "columns"] as const;

export const plainState: TableState = {
  filter: null,
  sort: firstSort,
  group: null,
  columns: defaultColumns.map(choiceOf),
};

/** What `view` says where all leads are wanted though another view opens first. */
export const allLeads = "all";

/** An address that asks for nothing opens the view that its reader opens first. */
export function openedFirst(search: URLSearchParams, firstView: string): URLSearchParams {
  if (!firstView || search.has("view") || isChanged(search)) return search;
  const next = new URLSearchParams(search);
  next.set("view", firstView);
  return next;
}

/** The address says most; what it does not say the saved view says, and else it is as at first. */
export function stateOf(search: URLSearchParams, saved: SavedView | null): TableState {
  const base = saved ? stateOfView(saved) : plainState;
  const filter = search.get("filter");
  const columns = search.get("columns");
  const group = search.get("group");
  return {
    filter: filter === null ? base.filter : conditionIn(filter),
    sort: search.get("sort") ?? base.sort,
    group: group === null ? base.group : group === nothing ? null : group,
    columns: columns ? columns.split(",").map(choiceOf) : base.columns,
  };
}

export function stateOfView({ filter, sort, group, columns }: SavedView): TableState {
  return {
    filter,
    sort: sort ?? firstSort,
    group,
    columns: columns.length > 0 ? columns.map(choiceOf) : plainState.columns,
  };
}

/** Somebody looks at a view otherwise than it was saved. */
export function isChanged(search: URLSearchParams): boolean {
  return own.some((key) => search.has(key));
}

/** The address that shows this, with only what differs from the saved view in it. */
export function searchWith(
  search: URLSearchParams,
  saved: SavedView | null,
  change: Partial<TableState>,
): string {
  const base = saved ? stateOfView(saved) : plainState;
  const state = { ...stateOf(search, saved), ...change };
  const next = new URLSearchParams(search);
  for (const key of own) {
    const text = textOf(state, key);
    if (text === textOf(base, key)) next.delete(key);
    else next.set(key, text);
  }
  next.delete("cursor");
  return next.size > 0 ? `?${next.toString()}` : "";
}

export function textOf(state: TableState, key: (typeof own)[number]): string {
  switch (key) {
    case "filter":
      return state.filter ? JSON.stringify(state.filter) : nothing;
    case "sort":
      return state.sort;
    case "group":
      return state.group ?? nothing;
    case "columns":
      return state.columns.map(textOfChoice).join(",");
  }
}

/** An address that was cut in half filters by nothing. */
export function conditionIn(text: string): Condition | null {
  if (text === nothing) return null;
  try {
    const value: unknown = JSON.parse(text);
    // safe: the API looks at every part of it before it is asked
    return typeof value === "object" && value !== null ? (value as Condition) : null;
  } catch {
    return null;
  }
}
