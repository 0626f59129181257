import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../kernel/pure/condition";
import { bandOf, bands } from "./band";
import { dayMs } from "./count-rule";
import { sumOf } from "./factor";
import { axes, type EventRule, type Limits, type PropertyRule, type Rule, signalKinds } from "./rule";
import { scoreLead } from "./score";

const now = Date.UTC(2026, 10, 21);
const points = fc.integer({ min: -100, max: 100 });
const group = fc.constantFrom(null, "content", "firm");
const shared = { id: fc.uuid(), name: fc.string(), axis: fc.constantFrom(...axes), points, group };
const word = fc.constantFrom("a", "b", "c");

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: word, operator: fc.constant("equals" as const), value: word }),
  fc.record({ field: word, operator: fc.constant("not_equals" as const), value: word }),
  fc.record({ field: word, operator: fc.constantFrom("is_set" as const, "is_not_set" as const) }),
  fc.record({ field: word, operator: fc.constant("at_least" as const), value: fc.integer() }),
  fc.record({
    field: word,
    operator: fc.constant("older_than_days" as const),
    value: fc.integer({ min: 1, max: 90 }),
  }),
);
const days = fc.option(fc.integer({ min: 1, max: 365 }));
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ ...shared, kind: fc.constant("property" as const), condition }),
  fc.record({
    ...shared,
    kind: fc.constant("event" as const),
    signals: fc.subarray([...signalKinds], { minLength: 1 }),
    condition: fc.option(condition),
    withinDays: days,
    repeatLimit: fc.integer({ min: 1, max: 10 }),
    decayDays: days,
  }),
);
const record = fc.dictionary(word, fc.oneof(word, fc.integer(), fc.constant(null)));
const signal = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...signalKinds),
  at: fc.integer({ min: now - 400 * dayMs, max: now + dayMs }),
  title: fc.option(fc.string()),
  pieceId: fc.option(fc.uuid()),
  linkId: fc.constant(null),
  formId: fc.constant(null),
  record,
});
const limits: fc.Arbitrary<Limits> = fc.record({
  groups: fc.subarray([
    { name: "content", cap: 12 },
    { name: "firm", cap: 0 },
  ]),
  fitMax: fc.integer({ min: 0, max: 100 }),
  engagementMax: fc.integer({ min: 0, max: 100 }),
});
const override = fc.option(
  fc.record({
    score: fc.integer({ min: 0, max: 100 }),
    until: fc.option(fc.integer({ min: now - dayMs, max: now + dayMs })),
  }),
);
const asked = fc.record({
  rules: fc.array(rule, { maxLength: 12 }),
  signals: fc.array(signal, { maxLength: 25 }),
  record,
  limits,
  override,
});

describe("a score", () => {
  it("is the sum of its factors, within 0 and 100, for ten thousand leads, rules and histories", () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { score, factors, dimensions, fit, engagement, confidence } = scoreLead({ ...each, now });
        expect(sumOf(factors)).toBe(score);
        expect(Object.values(dimensions).reduce((sum, part) => sum + part, 0)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(factors.every(({ points: one }) => Number.isInteger(one) && !Object.is(one, -0))).toBe(true);
        expect(fit).toBeLessThanOrEqual(each.limits.fitMax);
        expect(engagement).toBeLessThanOrEqual(each.limits.engagementMax);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 10_000 },
    );
  });

  it("stays as it is until the time it names", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), (each, part) => {
        const first = scoreLead({ ...each, signals: each.signals.filter(({ at }) => at <= now), now });
        const until = first.changesAt ?? now + 30 * dayMs;
        const later = now + Math.floor((until - 1 - now) * part);
        const second = scoreLead({
          ...each,
          signals: each.signals.filter(({ at }) => at <= now),
          now: later,
        });
        if (later < until && !each.rules.some(({ kind }) => kind === "property"))
          expect(second.score).toBe(first.score);
      }),
      { numRuns: 2_000 },
    );
  });
});

const event: EventRule = {
  id: "scr_1",
  name: "Read a page",
  axis: "engagement",
  kind: "event",
  points: 10,
  group: null,
  signals: ["view"],
  condition: null,
  withinDays: null,
  repeatLimit: 3,
  decayDays: 10,
};
const property: PropertyRule = {
  id: "scr_2",
  name: "Decides",
  axis: "fit",
  kind: "property",
  points: 30,
  group: null,
  condition: { field: "jobTitle", operator: "contains", value: "owner" },
};
const open: Limits = { groups: [], fitMax: 100, engagementMax: 100 };
const view = (id: string, daysAgo: number) => ({
  id,
  kind: "view" as const,
  at: now - daysAgo * dayMs,
  title: "Prices",
  pieceId: "pce_1",
  linkId: null,
  formId: null,
  record: { url: "https://northwind.test/prices" },
});

describe("rules", () => {
  it("count the newest times, each fading in a straight line", () => {
    const signals = [view("a", 1), view("b", 5), view("c", 9), view("d", 2), view("e", 20)];
    const { factors, score } = scoreLead({ rules: [event], limits: open, record: {}, signals, now });
    expect(factors.map(({ points: one }) => one)).toEqual([9, 8, 5]);
    expect(factors[0]?.evidence).toMatchObject({ id: "a", pieceId: "pce_1", title: "Prices" });
    expect(score).toBe(22);
  });

  it.each([
    ["a group's cap", { ...open, groups: [{ name: "web", cap: 15 }] }, "group_cap", 15],
    ["an axis's limit", { ...open, engagementMax: 12 }, "axis_limit", 12],
  ] as const)("lose to %s as a factor of its own", (_, limited, kind, expected) => {
    const signals = [view("a", 0), view("b", 0), view("c", 0)];
    const rules = [{ ...event, group: "web" }];
    const { factors, score } = scoreLead({ rules, limits: limited, record: {}, signals, now });
    expect(score).toBe(expected);
    expect(factors.at(-1)).toMatchObject({ kind, points: expected - 30 });
  });

  it("say what is not known and would be worth points", () => {
    const { missing, score } = scoreLead({ rules: [property], limits: open, record: {}, signals: [], now });
    expect(score).toBe(0);
    expect(missing).toEqual([{ ruleId: "scr_2", name: "Decides", points: 30, fields: ["jobTitle"] }]);
  });

  it("give way to a person's word until it ends", () => {
    const common = { rules: [property], limits: open, record: { jobTitle: "Owner" }, signals: [], now };
    const said = scoreLead({ ...common, override: { score: 80, until: now + 1 } });
    expect([said.score, said.factors.at(-1)?.points, said.changesAt]).toEqual([80, 50, now + 1]);
    expect(scoreLead({ ...common, override: { score: 80, until: now } }).score).toBe(30);
  });
});

describe("bands", () => {
  const thresholds = { warmAt: 30, hotAt: 60, hysteresis: 5 };
  it.each([
    [29, null, "cold"],
    [30, "cold", "warm"],
    [26, "warm", "warm"],
    [24, "warm", "cold"],
    [59, "warm", "warm"],
    [60, "cold", "hot"],
    [55, "hot", "hot"],
    [54, "hot", "warm"],
    [26, "hot", "warm"],
  ] as const)("a score of %i after %s is %s", (score, before, expected) => {
    expect(bandOf(score, before, thresholds)).toBe(expected);
  });

  it("never go to and fro within the hysteresis", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.constantFrom(...bands), (score, before) => {
        const once = bandOf(score, before, thresholds);
        expect(bandOf(score, once, thresholds)).toBe(once);
      }),
    );
  });
});
