import type { Topic } from "./topic";

type Score = NonNullable<Topic["engagement"]>;

/** In a list: both numbers, and why the first is what it is. */
export function ScoreLine({ topic: { engagement, difficulty } }: { topic: Topic }) {
  if (!engagement && !difficulty) return <p className="text-12 text-muted">Added by hand, not scored</p>;
  return (
    <p className="text-12 text-muted tabular-nums">
      {engagement && (
        <>
          <span className="font-medium text-stream-ink">Interest {engagement.value}</span>
          {engagement.reason && ` · ${engagement.reason}`}
        </>
      )}
      {difficulty && <span className="ml-2 whitespace-nowrap">Difficulty {difficulty.value}</span>}
    </p>
  );
}

/** In full: each number with its size and its reason. */
export function Scores({ topic: { engagement, difficulty } }: { topic: Topic }) {
  if (!engagement && !difficulty)
    return <p className="text-13 text-muted">Somebody added this topic by hand, so it has no scores.</p>;
  return (
    <dl className="grid gap-4">
      {engagement && <OneScore name="Interest" about="How much readers will care" score={engagement} />}
      {difficulty && (
        <OneScore name="Difficulty" about="How hard it is to be found with it" score={difficulty} />
      )}
    </dl>
  );
}

function OneScore({ name, about, score }: { name: string; about: string; score: Score }) {
  return (
    <div>
      <dt className="flex items-baseline justify-between gap-4">
        <span>
          <span className="font-medium">{name}</span> <span className="text-13 text-muted">{about}</span>
        </span>
        <span className="font-medium whitespace-nowrap tabular-nums">{score.value} of 100</span>
      </dt>
      <dd>
        <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-hover">
          <span className="block h-full rounded-full bg-stream" style={{ width: `${score.value}%` }} />
        </span>
        <span className="mt-1 block text-13 text-muted">{score.reason || "No reason was given."}</span>
      </dd>
    </div>
  );
}
