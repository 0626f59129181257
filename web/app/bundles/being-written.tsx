import { Link } from "@remix-run/react";
import { useState } from "react";
import type { PieceLine } from "./bundle";
import { sortOf } from "./bundle";
import type { BundleState, BundleStore } from "./bundle-live";
import { useBundle } from "./use-bundle-live";

type BeingWrittenProps = { store: BundleStore; base: string; isUnderWay: boolean };

/** As much of a text as the panel shows; a model writes at its end. */
const tail = 900;

/** The words of one piece as they come; it stays with that piece until it is finished. */
export function BeingWritten({ store, base, isUnderWay }: BeingWrittenProps) {
  const writing = useBundle(store, (state) => state.writing);
  const pieces = useBundle(store, (state) => state.pieces);
  const id = useChosen(writing);
  const piece = id === undefined ? undefined : pieces.get(id);
  return (
    <section aria-labelledby="being-written">
      <h2 id="being-written" className="mb-2 text-12 font-medium text-muted">
        {writing.size > 1 ? `Being written, and ${writing.size - 1} more` : "Being written"}
      </h2>
      {piece ? (
        <Words piece={piece} text={writing.get(piece.id) ?? ""} to={`${base}/${piece.id}`} />
      ) : (
        <p className="text-13 text-muted">
          {isUnderWay ? "The next piece begins in a moment." : "Nothing is being written right now."}
        </p>
      )}
    </section>
  );
}

function Words({ piece, text, to }: { piece: PieceLine; text: string; to: string }) {
  const shown = text.length > tail ? `…${text.slice(-tail)}` : text;
  return (
    <div className="border-l-2 border-stream pl-3">
      <p className="text-12 text-muted">{sortOf(piece)}</p>
      <Link to={to} className="font-medium hover:underline">
        {piece.title || "Without a title yet"}
      </Link>
      <div className="mt-2 flex h-64 flex-col justify-end overflow-hidden max-lg:h-32">
        <p className="mb-auto font-serif text-16 whitespace-pre-wrap">
          {shown}
          <span
            aria-hidden
            className="animate-breathe ml-px inline-block h-4 w-0.5 translate-y-0.5 bg-stream"
          />
        </p>
      </div>
    </div>
  );
}

function useChosen(writing: BundleState["writing"]): string | undefined {
  const [chosen, setChosen] = useState<string>();
  const isStill = chosen !== undefined && writing.has(chosen);
  const next = isStill ? chosen : writing.keys().next().value;
  if (next !== chosen) setChosen(next);
  return next;
}
