import { useCallback, useMemo, useState } from "react";
import { useHydrated } from "~/hydrated";
import { type Composed, type Draft, emptyDraft, isEmptyDraft } from "./draft";

/** What is being written outlives the page that it is written on, in this browser. */
export function useDraft(key: string, type: Composed, myId: string): [Draft, (draft: Draft) => void] {
  const isHydrated = useHydrated();
  const kept = useMemo(() => (isHydrated ? keptAt(key) : null), [isHydrated, key]);
  const [changed, setChanged] = useState<Draft | null>(null);
  const change = useCallback(
    (next: Draft) => {
      setChanged(next);
      keep(key, next);
    },
    [key],
  );
  return [changed ?? { ...emptyDraft(type, myId), ...kept }, change];
}

function keptAt(key: string): Partial<Draft> | null {
  try {
    // safe: only `keep` writes there
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<Draft> | null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing loses a draft, and nothing else. */
function keep(key: string, draft: Draft): void {
  try {
    if (isEmptyDraft(draft)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full, or switched off.
  }
}
