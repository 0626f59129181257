import { Link } from "@remix-run/react";
import { ArrowDown } from "lucide-react";
import { countOf } from "~/words/format";
import { kinds, kindWords, type PieceKind, type PieceLine } from "./bundle";

/** The way a reader goes through a bundle; emails are part of their sequence. */
const way: PieceKind[] = ["social_post", "blog_post", "content_upgrade", "email_sequence"];

/** Which kind leads to which, in numbers; the journey itself is one step away. */
export function JourneyStrip({ pieces, to }: { pieces: PieceLine[]; to?: string }) {
  const stations = way
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ({ kind, count: pieces.filter((piece) => piece.kind === kind).length }))
    .filter(({ count }) => count > 0);
  if (stations.length < 2) return null;
  return (
    <section aria-labelledby="journey">
      <h2 id="journey" className="mb-2 text-12 font-medium text-muted">
        Journey
      </h2>
      <ol className="grid justify-items-start gap-1 text-13">
        {stations.map(({ kind, count }, index) => (
          <li key={kind} className="grid gap-1">
            {index > 0 && <ArrowDown aria-hidden className="ml-3 size-3.5 text-faint" />}
            <span className="rounded-full border border-line px-3 py-1">
              {countOf(count, kindWords[kind].one.toLowerCase(), kindWords[kind].many.toLowerCase())}
            </span>
          </li>
        ))}
      </ol>
      {to && (
        <Link to={to} prefetch="intent" className="link touch mt-3 inline-block text-13">
          Open the journey
        </Link>
      )}
    </section>
  );
}
