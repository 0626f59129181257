import type { Evidence } from "./conversation";

/** The message with the words that show something marked in it; several findings may share words. */
export function MarkedWords({ content, evidence }: { content: string; evidence: Evidence }) {
  return (
    <p className="break-words whitespace-pre-wrap">
      {partsOf(content, evidence).map(({ text, start, isMarked }) =>
        isMarked ? (
          <mark key={start} className="rounded-4 bg-stream-soft text-ink underline decoration-stream">
            {text}
          </mark>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
    </p>
  );
}

type Part = { text: string; start: number; isMarked: boolean };

export function partsOf(content: string, evidence: Evidence): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const take = (to: number, isMarked: boolean) => {
    if (to > at) parts.push({ text: content.slice(at, to), start: at, isMarked });
    at = Math.max(at, to);
  };
  for (const { start, end } of evidence.toSorted((one, other) => one.start - other.start)) {
    take(Math.min(start, content.length), false);
    take(Math.min(end, content.length), true);
  }
  take(content.length, false);
  return parts;
}
