import { fieldsOf, nodesOf } from "../../kernel/pure/condition";
import { type ConditionRecord, evaluate } from "../../kernel/pure/evaluate";
import type { Factor } from "./factor";
import { type EventRule, type PropertyRule, type Rule, type Signal, talkKinds } from "./rule";

export const dayMs = 86_400_000;

export type Seen = { record: ConditionRecord; signals: readonly Signal[]; now: number };
export type Counted = {
  factors: Factor[];
  /** When time alone will make it count differently; null: never. */
  changesAt: number | null;
};

/** Every time that a rule counts, each with what it rests on. */
export function countRule(rule: Rule, seen: Seen): Counted {
  return rule.kind === "property" ? countProperty(rule, seen) : countEvents(rule, seen);
}

function countProperty(rule: PropertyRule, { record, now }: Seen): Counted {
  const holds = evaluate(rule.condition, record, { now });
  const evidence = { kind: "lead", fields: [...fieldsOf(rule.condition)] } as const;
  const dimension = isTimely(rule) ? "temporal" : "demographic";
  return {
    factors: holds && rule.points !== 0 ? [{ ...base(rule), points: rule.points, dimension, evidence }] : [],
    changesAt: isTimely(rule) ? now + dayMs : null,
  };
}

/** Asks how long ago something was, so that its answer changes without anybody's doing. */
export function isTimely(rule: PropertyRule): boolean {
  return [...nodesOf(rule.condition)].some(
    ({ node }) => "operator" in node && /_days$|^before$|^after$/.test(node.operator),
  );
}

function countEvents(rule: EventRule, { signals, now }: Seen): Counted {
  const wanted = signals
    .filter((signal) => rule.signals.includes(signal.kind) && signal.at <= now)
    .filter(({ at }) => rule.withinDays === null || now - at <= rule.withinDays * dayMs)
    .filter(({ record }) => rule.condition === null || evaluate(rule.condition, record, { now }))
    .toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
    .slice(0, rule.repeatLimit);
  const factors = wanted.flatMap((signal): Factor[] => {
    const points = fadedPoints(rule, now - signal.at);
    const dimension = talk.has(signal.kind) ? "conversational" : "behavioral";
    return points === 0 ? [] : [{ ...base(rule), points, dimension, evidence: told(signal) }];
  });
  const changes = wanted.map(({ at }) => nextChange(rule, at, now)).filter((time) => time !== null);
  return { factors, changesAt: changes.length > 0 ? Math.min(...changes) : null };
}

const talk = new Set<string>(talkKinds);

function base({ id, name, axis }: Rule) {
  return { kind: "rule", ruleId: id, name, axis } as const;
}

function told({ id, kind, at, title, pieceId, linkId, formId }: Signal) {
  return { kind: "signal", id, signal: kind, at, title, pieceId, linkId, formId } as const;
}

/** Whole points, as far from zero on both sides. */
export function fadedPoints({ points, decayDays }: EventRule, age: number): number {
  if (decayDays === null) return points;
  const left = Math.max(0, 1 - age / (decayDays * dayMs));
  return Math.sign(points) * Math.round(Math.abs(points) * left) + 0;
}

/** The first time after now at which this signal is worth something else. */
function nextChange(rule: EventRule, at: number, now: number): number | null {
  const { points, decayDays, withinDays } = rule;
  const ends = withinDays === null ? [] : [at + withinDays * dayMs + 1];
  const worth = Math.abs(fadedPoints(rule, now - at));
  const fades =
    decayDays === null || worth === 0
      ? []
      : [Math.ceil(at + decayDays * dayMs * (1 - (worth - 0.5) / Math.abs(points))) + 1];
  const times = [...ends, ...fades].filter((time) => time > now);
  return times.length > 0 ? Math.min(...times) : null;
}
