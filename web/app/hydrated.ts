import { useSyncExternalStore } from "react";

/** False on the server and in the first paint of the browser, true after: for what only a browser knows. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
