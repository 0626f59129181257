import { env } from "cloudflare:test";
import { drizzle } from "drizzle-orm/d1";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import fc from "fast-check";
import type { Field, Fields } from "./catalogue";
import type { Condition, FieldCondition, FieldType } from "../pure/condition";
import type { ConditionRecord } from "../pure/evaluate";

/** Any records and any conditions about them, in memory and in a real table. */
export const now = Date.parse("2026-03-29T02:30:00Z");

export const probes = sqliteTable("condition_probes", {
  id: integer("id").primaryKey(),
  name: text("name"),
  stage: text("stage"),
  score: real("score"),
  visits: integer("visits"),
  subscribed: integer("subscribed", { mode: "boolean" }),
  seenAt: integer("seen_at"),
  tags: text("tags", { mode: "json" }).$type<string[]>(),
  // Named like a column of json_each, so that a reference without its table would be caught.
  custom: text("value", { mode: "json" }).$type<ConditionRecord>(),
});
export type Probe = typeof probes.$inferInsert;

export const database = drizzle(env.DB);
const stages = ["new", "Won", "lost & found"] as const;
const keys = ["plain", 'we"ird', "$.a[0]", "a.b", "back\\slash", "__proto__", "ключ 😀", "it's"];
const types: FieldType[] = ["text", "choice", "number", "boolean", "time", "list"];

export const fields: Fields = {
  name: { type: "text", column: probes.name },
  stage: { type: "choice", column: probes.stage, options: stages },
  score: { type: "number", column: probes.score },
  visits: { type: "number", column: probes.visits },
  subscribed: { type: "boolean", column: probes.subscribed },
  seenAt: { type: "time", column: probes.seenAt },
  tags: { type: "list", column: probes.tags },
  ...Object.fromEntries(
    keys.flatMap((key) => types.map((type) => [`${type} ${key}`, { type, column: probes.custom, key }])),
  ),
  // An own property, because its name is computed.
  ["__proto__"]: { type: "text", column: probes.custom, key: "__proto__" },
};

const texts = fc.oneof(
  fc.constantFrom("a", "A", "Ana", "ANA", "banana", "O'Brien", 'say "hi"', "100%", "50_50", "%", "_", "\\"),
  fc.constantFrom(
    "😀",
    "👍🏽 ok",
    "OK 👍🏽",
    "ok 😀",
    "Ünal",
    "ünal",
    "É",
    "ß",
    "İ",
    "K",
    "ſ",
    "\n",
    " ",
    "a b",
    "[]",
    "{}",
  ),
  fc.constantFrom(
    "null",
    "true",
    "1",
    "0",
    "1e3",
    "__proto__",
    "constructor",
    "new",
    "NEW",
    "won",
    "x".repeat(120),
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }).filter((value) => !value.includes("\0")),
);
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.1, 0.1 + 0.2, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 1e21, -0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const day = 24 * 60 * 60 * 1000;
const times = fc.oneof(
  fc.integer({ min: -5, max: 5 }).map((days) => now + days * day),
  fc.integer({ min: now - 9 * day, max: now + 9 * day }),
);
const tags = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("a", "A", "1", "b") },
  { weight: 1, arbitrary: texts },
);
const lists = fc.array(tags, { maxLength: 4 });
const anything = fc.oneof(
  texts,
  fc.constantFrom("", null, true, false),
  numbers,
  times,
  lists,
  fc.array(fc.constantFrom("a", 1, null), { maxLength: 3 }),
  fc.constant({ a: 1 }),
);

const probe: fc.Arbitrary<Probe> = fc.record({
  name: fc.option(fc.oneof(texts, fc.constant(""))),
  stage: fc.option(fc.constantFrom(...stages)),
  score: fc.option(numbers),
  visits: fc.option(numbers),
  subscribed: fc.option(fc.boolean()),
  seenAt: fc.option(times),
  tags: fc.option(lists),
  custom: fc.option(fc.array(fc.tuple(fc.constantFrom(...keys), anything)).map(Object.fromEntries<unknown>)),
});
export const population = fc.array(probe, { minLength: 40, maxLength: 40 });

export function toRecord(row: Probe): ConditionRecord {
  const { custom, ...columns } = row;
  const properties = Object.entries(fields).flatMap(([name, { key }]) =>
    key !== undefined && custom && Object.hasOwn(custom, key) ? [[name, custom[key]] as const] : [],
  );
  return Object.fromEntries([...Object.entries(columns), ...properties]);
}

const questions: Record<FieldType, fc.Arbitrary<Record<string, unknown>>> = {
  text: fc.oneof(
    ask(["equals", "not_equals", "contains", "not_contains", "starts_with", "ends_with"], texts),
    ask(["in", "not_in"], fc.array(texts, { minLength: 1, maxLength: 3 })),
    presence(),
  ),
  choice: fc.oneof(
    ask(["equals", "not_equals"], texts),
    ask(["in", "not_in"], fc.array(texts, { minLength: 1, maxLength: 3 })),
    presence(),
  ),
  number: fc.oneof(
    ask(["equals", "not_equals", "greater_than", "at_least", "less_than", "at_most"], numbers),
    ask(["in", "not_in"], fc.array(numbers, { minLength: 1, maxLength: 3 })),
    ask(["between"], fc.tuple(numbers, numbers)),
    presence(),
  ),
  boolean: fc.oneof(ask(["is_true", "is_false"]), presence()),
  time: fc.oneof(
    ask(["before", "after"], times.map(toText)),
    ask(["between"], fc.tuple(times.map(toText), times.map(toText))),
    ask(["within_last_days", "older_than_days"], fc.integer({ min: 1, max: 6 })),
    presence(),
  ),
  list: fc.oneof(
    ask(["has_any", "has_all", "has_none"], fc.array(tags, { minLength: 1, maxLength: 3 })),
    presence(),
  ),
};

export const question: fc.Arbitrary<FieldCondition> = fc
  .constantFrom(...Object.entries(fields))
  // safe: `questions` holds what each type of field may be asked
  .chain(([field, { type }]: [string, Field]) =>
    questions[type].map((asked) => ({ field, ...asked }) as FieldCondition),
  );

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small", withCrossShrink: true },
    question,
    fc.record({ all: fc.array(tie("tree"), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie("tree"), { maxLength: 4 }) }),
    fc.record({ not: tie("tree") }),
  ),
})).tree;

function ask(operators: string[], value?: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  const operator = fc.constantFrom(...operators);
  return value ? fc.record({ operator, value }) : fc.record({ operator });
}

function presence() {
  return ask(["is_set", "is_not_set"]);
}

function toText(time: number): string {
  return new Date(time).toISOString();
}
