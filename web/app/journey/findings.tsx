import { countOf } from "~/words/format";
import type { Journey } from "./journey";

/** What a reader of this journey would run into, in words, with the pieces by name. */
export function JourneyFindings({ journey }: { journey: Journey }) {
  const titles = new Map(journey.nodes.map(({ id, title }) => [id, title]));
  const name = (id: string) => titles.get(id) ?? "";
  const named = (ids: string[]) => ids.map((id) => ({ id, name: name(id) }));
  const { orphans, deadEnds, cycles } = journey;
  if (orphans.length + deadEnds.length + cycles.length === 0)
    return (
      <p className="mb-4 text-13 text-muted">Every piece is reached, and leads on to an email sequence.</p>
    );
  return (
    <ul className="mb-4 grid gap-1 text-13">
      <Finding
        count={orphans.length}
        one="piece is reached from nowhere"
        many="pieces are reached from nowhere"
        names={named(orphans)}
      />
      <Finding
        count={deadEnds.length}
        one="piece leads nowhere"
        many="pieces lead nowhere"
        names={named(deadEnds)}
      />
      <Finding
        count={cycles.length}
        one="circle leads readers round and round"
        many="circles lead readers round and round"
        names={cycles.map((cycle) => ({ id: cycle.join(), name: cycle.map(name).join(" ↔ ") }))}
      />
    </ul>
  );
}

type FindingProps = { count: number; one: string; many: string; names: { id: string; name: string }[] };
const mostNamed = 30;

function Finding({ count, one, many, names }: FindingProps) {
  if (count === 0) return null;
  return (
    <li>
      <details>
        <summary className="touch w-fit cursor-default text-attention">{countOf(count, one, many)}</summary>
        <ul className="mt-1 list-disc pl-5 text-muted">
          {names.slice(0, mostNamed).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          {names.length > mostNamed && <li>and {names.length - mostNamed} more</li>}
        </ul>
      </details>
    </li>
  );
}
