import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "./link-button";

/** Pages by cursor: the next one has an address, the first is one step away, and Back does the rest. */
export function Pagination({ nextCursor, what }: { nextCursor: string | null; what: string }) {
  const [search] = useSearchParams();
  const isFirst = !search.has("cursor");
  if (!nextCursor && isFirst) return null;
  return (
    <nav aria-label={`Pages of ${what}`} className="mt-4 flex gap-2">
      {!isFirst && <LinkButton to={withCursor(search, null)}>First page</LinkButton>}
      {nextCursor && (
        <LinkButton to={withCursor(search, nextCursor)} rel="next">
          Next page
        </LinkButton>
      )}
    </nav>
  );
}

function withCursor(search: URLSearchParams, cursor: string | null): string {
  const next = new URLSearchParams(search);
  if (cursor) next.set("cursor", cursor);
  else next.delete("cursor");
  return `?${next.toString()}`;
}
