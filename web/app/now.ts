import { useSyncExternalStore } from "react";

let now: number | null = null;

/** The time, as of the last half minute; unknown on the server and in the first paint. */
export function useNow(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => null,
  );
}

function subscribe(onChange: () => void): () => void {
  function tick(): void {
    now = Date.now();
    onChange();
  }
  tick();
  const timer = setInterval(tick, 30_000);
  return () => clearInterval(timer);
}
