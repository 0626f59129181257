import type { Kept } from "./keeper";
import type { Words } from "./merge";

/** Words that are not saved yet stay in this browser, for this person and this piece, until they are. */
export function keptDrafts<W extends Words>(userId: string, pieceId: string) {
  const key = `draft:${userId}:${pieceId}`;
  return {
    keep(kept: Kept<W> | null): void {
      attempt(() => {
        if (kept === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(kept));
      });
    },
    read(): Kept<W> | null {
      const text = attempt(() => localStorage.getItem(key));
      const kept: unknown = text ? attempt(() => JSON.parse(text) as unknown) : null;
      return isKept<W>(kept) ? kept : null;
    },
  };
}

/** A browser may have no room or no storage at all; then it is only not kept. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

function isKept<W extends Words>(value: unknown): value is Kept<W> {
  return (
    typeof value === "object" &&
    value !== null &&
    "revision" in value &&
    typeof value.revision === "number" &&
    "mine" in value &&
    typeof value.mine === "object" &&
    "base" in value &&
    typeof value.base === "object"
  );
}
