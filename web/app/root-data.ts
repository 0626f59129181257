import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "./root.server";

/** What the root read for this request; absent only where reading it failed. */
export function useRoot() {
  return useRouteLoaderData<typeof loader>("root");
}
