import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, type Condition, conditionSchema, evaluate } from ".";
import {
  condition,
  database,
  fields,
  now,
  population,
  type Probe,
  probes,
  question,
  toRecord,
} from "./test-records";

const sample: Probe[] = fc.sample(population, { numRuns: 2, seed: 1 }).flat();

/** Field, operator, value, then what is chosen and what is not. */
const meanings: [string, string, unknown, unknown[], unknown[]][] = [
  ["name", "equals", "Ana", ["ana", "ANA"], ["anna", "Ana ", "", null]],
  ["name", "equals", "ÜNAL", ["Ünal"], ["ünal"]],
  ["name", "not_equals", "ana", ["Anna", "", null], ["ANA"]],
  ["name", "in", ["a", "B"], ["A", "b"], ["ab", null]],
  ["name", "not_in", ["a", "B"], ["ab", null], ["A", "b"]],
  ["name", "contains", "0%_", ["100%_x"], ["100 %", "1000_"]],
  ["name", "not_contains", "x", ["a", null], ["aXa"]],
  ["name", "starts_with", "O'", ["o'brien"], ["brien o'", null]],
  ["name", "ends_with", "😀", ["ok 😀", "😀"], ["😀 ok", null]],
  ["name", "is_set", null, [" ", "0"], ["", null]],
  ["stage", "equals", "WON", ["Won"], ["new", null]],
  ["stage", "equals", "closed", [], ["Won", null]],
  ["stage", "not_in", ["won", "new"], ["lost & found", null], ["Won", "new"]],
  ["score", "equals", 0.3, [0.3], [0.1 + 0.2, null]],
  ["score", "between", [1, 2], [1, 2], [0.999, 2.001, null]],
  ["score", "at_most", 0, [-1, 0], [5e-324, null]],
  ["subscribed", "is_false", null, [false], [true, null]],
  ["subscribed", "is_set", null, [false, true], [null]],
  ["seenAt", "within_last_days", 1, [now, now - 86_400_000], [now + 1, now - 86_400_001, null]],
  ["seenAt", "older_than_days", 1, [now - 86_400_001], [now - 86_400_000, null]],
  ["seenAt", "before", "2026-03-29T04:30:00+02:00", [now - 1], [now, null]],
  ["seenAt", "after", "2026-03-29", [now], [Date.parse("2026-03-29T00:00:00Z"), null]],
  ["tags", "has_any", ["Hot"], [["hot"], ["x", "HOT"]], [["hotter"], [], null]],
  ["tags", "has_all", ["a", "B"], [["b", "A", "c"]], [["a"], [], null]],
  ["tags", "has_none", ["a"], [["b"], [], null], [["A"]]],
  ["tags", "is_set", null, [["a"]], [[], null]],
  ["text plain", "equals", "1", ["1"], [1, ["1"], true, null]],
  ["number plain", "equals", 1, [1], ["1", true, null]],
  ["boolean plain", "is_true", null, [true], [1, "true", false, null]],
  ["list plain", "has_any", ["1"], [["1"], [1, "1"]], [[1], "1", null, { a: "1" }]],
  ["list plain", "is_set", null, [[1], "x", 0, false], [[], "", null]],
];

beforeAll(async () => {
  await database.run(sql`create table ${probes} (id integer primary key, name text, stage text, score real,
    visits integer, subscribed integer, seen_at integer, tags text, value text)`);
});

afterAll(async () => {
  await database.run(sql`drop table ${probes}`);
});

describe("in memory and in the database", () => {
  it("INJ-01 INJ-02 any condition chooses the same of any records", async () => {
    await fc.assert(
      fc.asyncProperty(
        population,
        fc.array(condition, { minLength: 20, maxLength: 20 }),
        async (rows, trees) => {
          await fill(rows);
          for (const tree of trees) {
            expect(conditionSchema.parse(tree)).toEqual(tree);
            await expectSameChoice(rows, tree);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("so does a condition with more values than a statement may have", async () => {
    await fill(sample);
    const many = fc.array(question, { minLength: 60, maxLength: 99 });
    await fc.assert(
      fc.asyncProperty(many, async (questions) => {
        await expectSameChoice(sample, { all: questions });
        await expectSameChoice(sample, { any: questions });
      }),
      { numRuns: 15 },
    );
  });

  it("so does a condition as deep and as wide as is allowed", async () => {
    await fill(sample);
    const leaf: Condition = { field: 'list we"ird', operator: "has_all", value: ["a", "b"] };
    const wide: Condition = { any: Array.from({ length: 49 }, () => ({ not: leaf })) };
    let deep: Condition = leaf;
    for (let depth = 7; depth > 0; depth--) {
      deep = depth % 2 === 0 ? { not: deep } : { any: [deep, ...Array.from({ length: 22 }, () => leaf)] };
    }
    for (const tree of [wide, deep]) {
      expect(conditionSchema.safeParse(tree).success).toBe(true);
      await expectSameChoice(sample, tree);
    }
  });

  it("INJ-04 text longer than a LIKE pattern may be is found", async () => {
    await fill([{ name: `${"x".repeat(120)} end` }, { name: "x end" }]);
    const part = "X".repeat(110);
    expect(await chosenInDatabase({ field: "name", operator: "contains", value: part })).toEqual([0]);
    expect(await chosenInDatabase({ field: "name", operator: "ends_with", value: `${part} END` })).toEqual([
      0,
    ]);
  });

  it.each(meanings)("“%s %s %j” chooses %j", async (field, operator, value, chosen, passed) => {
    const [name = ""] = field.split(" ");
    const rows = [...chosen, ...passed].map((each) =>
      name in probes ? { [name]: each } : { custom: { plain: each } },
    );
    await fill(rows);
    // safe: the table below holds questions only
    const tree = (value === null ? { field, operator } : { field, operator, value }) as Condition;
    expect(chosenInMemory(rows, tree)).toEqual(chosen.map((_, id) => id));
    await expectSameChoice(rows, tree);
  });

  it.each([["Won"], ["won", "NEW"]])(
    "a choice of known options is found by its index: %j",
    async (...value) => {
      const tree: Condition = { all: [{ field: "stage", operator: "in", value }] };
      await database.run(sql`create index if not exists probe_stages on ${probes} (stage)`);
      const where = compile(tree, fields, { now });
      const plan = await database.all(sql`explain query plan select id from ${probes} where ${where}`);
      expect(JSON.stringify(plan)).toContain("USING COVERING INDEX probe_stages (stage=?)");
    },
  );

  it("also as a selected value, where a column must keep its table's name", async () => {
    await fill(sample);
    const tree: Condition = { field: "text plain", operator: "is_set" };
    const chosen = await database
      .select({ id: probes.id, holds: compile(tree, fields, { now }) })
      .from(probes);
    expect(chosen.filter(({ holds }) => holds === 1).map(({ id }) => id)).toEqual(
      chosenInMemory(sample, tree),
    );
  });
});

async function fill(rows: Probe[]): Promise<void> {
  const inserts = rows.map((row, id) => database.insert(probes).values({ ...row, id }));
  await database.batch([database.delete(probes), ...inserts]);
}

async function expectSameChoice(rows: Probe[], tree: Condition): Promise<void> {
  expect(await chosenInDatabase(tree)).toEqual(chosenInMemory(rows, tree));
}

function chosenInMemory(rows: Probe[], tree: Condition): number[] {
  return rows.flatMap((row, id) => (evaluate(tree, toRecord(row), { now }) ? id : []));
}

async function chosenInDatabase(tree: Condition): Promise<number[]> {
  const where = compile(tree, fields, { now });
  const chosen = await database.select({ id: probes.id }).from(probes).where(where).orderBy(probes.id);
  return chosen.map(({ id }) => id);
}
