import { SearchField } from "~/components/ui/search-field";
import type { LinkState } from "./link";

export function LinkSearch({ state, q }: { state: LinkState; q: string }) {
  return (
    <div className="mt-4">
      <SearchField
        label="Name, short address or target"
        value={q}
        keep={state === "active" ? {} : { state }}
      />
    </div>
  );
}

/** Of the list in a state, searched or not. */
export function addressOf(state: LinkState, q: string): string {
  const params = new URLSearchParams({ ...(state === "active" ? {} : { state }), ...(q ? { q } : {}) });
  return `?${params}`;
}
