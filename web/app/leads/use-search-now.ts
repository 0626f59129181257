import { useLocation, useNavigation } from "@remix-run/react";
import { useMemo } from "react";

/** The query of the address that we are at, or are on the way to: what was pressed shows at once. */
export function useSearchNow(): URLSearchParams {
  const here = useLocation();
  const { location: next, formMethod } = useNavigation();
  const isOnItsWay = next?.pathname === here.pathname && (formMethod ?? "GET") === "GET";
  const search = isOnItsWay ? next.search : here.search;
  return useMemo(() => new URLSearchParams(search), [search]);
}
