import { fieldsOf } from "../../kernel/pure/condition";
import { type ConditionRecord, evaluate } from "../../kernel/pure/evaluate";
import { type Counted, countRule, type Seen } from "./count-rule";
import { type Dimension, dimensions, type Factor, sumOf } from "./factor";
import { type Axis, axes, type Limits, type PropertyRule, type Rule } from "./rule";

export type Override = { score: number; until: number | null };
export type Missing = { ruleId: string; name: string; points: number; fields: string[] };

export type Score = {
  /** 0 to 100: the sum of the factors. */
  score: number;
  fit: number;
  engagement: number;
  factors: Factor[];
  dimensions: Record<Dimension, number>;
  /** How much of what the rules ask about is known, 0 to 1. */
  confidence: number;
  /** What would be worth points if it were known. */
  missing: Missing[];
  changesAt: number | null;
};

type Asked = Seen & { rules: readonly Rule[]; limits: Limits; override?: Override | null };

/** The score of a lead at a time, and every reason for it. The same in the Worker, in a preview and in the browser. */
export function scoreLead({ rules, limits, override = null, ...seen }: Asked): Score {
  const counted = rules.map((rule) => ({ rule, ...countRule(rule, seen) }));
  const byAxis = axes.map((axis) => withinLimits(axis, counted, limits));
  const [fit = 0, engagement = 0] = byAxis.map(sumOf);
  const free = byAxis.flat();
  const ruled = [...free, ...limitTo("range", null, "From 0 to 100", sumOf(free), 0, 100)];
  const says = override !== null && (override.until === null || override.until > seen.now);
  const factors = says ? [...ruled, ...overriding(override.score - sumOf(ruled))] : ruled;
  return {
    score: sumOf(factors),
    fit,
    engagement,
    factors,
    dimensions: byDimension(factors),
    ...knowledge(rules, seen),
    changesAt: soonest([...counted.map(({ changesAt }) => changesAt), says ? override.until : null]),
  };
}

type CountedRule = Counted & { rule: Rule };

function withinLimits(axis: Axis, counted: readonly CountedRule[], limits: Limits): Factor[] {
  const own = counted.filter(({ rule }) => rule.axis === axis);
  const caps = limits.groups.flatMap(({ name, cap }) => {
    const sum = sumOf(own.filter(({ rule }) => rule.group === name).flatMap(({ factors }) => factors));
    return limitTo("group_cap", axis, name, sum, -cap, cap);
  });
  const factors = [...own.flatMap((each) => each.factors), ...caps];
  const max = axis === "fit" ? limits.fitMax : limits.engagementMax;
  return [...factors, ...limitTo("axis_limit", axis, axis, sumOf(factors), -100, max)];
}

function limitTo(
  kind: "group_cap" | "axis_limit" | "range",
  axis: Axis | null,
  name: string,
  sum: number,
  from: number,
  to: number,
): Factor[] {
  const points = Math.min(Math.max(sum, from), to) - sum;
  return points === 0
    ? []
    : [{ kind, axis, name, points, ruleId: null, dimension: "limits", evidence: null }];
}

function overriding(points: number): Factor[] {
  const name = "Set by hand";
  return [{ kind: "override", axis: null, name, points, ruleId: null, dimension: "limits", evidence: null }];
}

function byDimension(factors: readonly Factor[]): Record<Dimension, number> {
  const sums = dimensions.map(
    (dimension) => [dimension, sumOf(factors.filter((factor) => factor.dimension === dimension))] as const,
  );
  return Object.fromEntries(sums) as Record<Dimension, number>; // safe: one entry for each of them
}

const signalsForCertainty = 8;

function knowledge(rules: readonly Rule[], { record, signals, now }: Seen) {
  const properties = rules.filter((rule) => rule.kind === "property");
  const asked = new Set(properties.flatMap(({ condition }) => [...fieldsOf(condition)]));
  const known = [...asked].filter((field) => isKnown(record, field, now)).length;
  const heard = Math.min(1, signals.length / signalsForCertainty);
  const confidence = asked.size === 0 ? heard : 0.6 * (known / asked.size) + 0.4 * heard;
  return {
    confidence: Math.round(confidence * 100) / 100,
    missing: properties.flatMap((rule) => missingOf(rule, record, now)),
  };
}

function isKnown(record: ConditionRecord, field: string, now: number): boolean {
  return evaluate({ field, operator: "is_set" }, record, { now });
}

function missingOf({ id, name, points, condition }: PropertyRule, record: ConditionRecord, now: number) {
  const fields = [...fieldsOf(condition)].filter((field) => !isKnown(record, field, now));
  const mayCome = points > 0 && fields.length > 0 && !evaluate(condition, record, { now });
  return mayCome ? [{ ruleId: id, name, points, fields }] : [];
}

function soonest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
