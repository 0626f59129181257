import { useLocation, useNavigate, useSubmit } from "@remix-run/react";
import { useCallback } from "react";
import { useLatest } from "~/latest";
import { allLeads, type SavedView, searchWith, type TableState } from "./views/address";

export type Go = (change: Record<string, string | null>, replace?: boolean) => void;

/** This address with something else in it; null takes a part away. */
export function useGo(search: URLSearchParams): Go {
  const navigate = useNavigate();
  const latest = useLatest({ search, navigate });
  return useCallback(
    (change, replace = false) => {
      const next = new URLSearchParams(latest.current.search);
      for (const [key, value] of Object.entries(change)) {
        if (value === null) next.delete(key);
        else next.set(key, value);
      }
      latest.current.navigate(`?${next.toString()}`, { replace, preventScrollReset: true });
    },
    [latest],
  );
}

/** The parts of the address that a change of the table puts into it, or takes away. */
export function partsOf(
  search: URLSearchParams,
  view: SavedView | null,
  change: Partial<TableState>,
): Record<string, string | null> {
  const next = new URLSearchParams(searchWith(search, view, change));
  return Object.fromEntries(["filter", "sort", "group", "columns"].map((key) => [key, next.get(key)]));
}

/** What is done with a saved view: its form goes to the table's own address. */
export function useViewActs(): (intent: string, fields: Record<string, string>) => void {
  const submit = useSubmit();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (intent, fields) => {
    if (intent === "reset-view") navigate(`?view=${fields["id"] || allLeads}`);
    else submit({ intent, ...fields }, { method: "post", action: pathname + search });
  };
}
