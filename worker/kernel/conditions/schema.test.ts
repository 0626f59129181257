import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Invalid } from "../errors";
import { assertAskable, compile, type Condition, conditionSchema, fieldsOf } from ".";
import { fields, now } from "./test-records";

const leaf = { field: "name", operator: "is_set" };

describe("what a caller may send", () => {
  it.each([
    ["text", "abc", ""],
    ["null", null, ""],
    ["a list", [leaf], ""],
    ["nothing", {}, ""],
    ["two words at once", { all: [], any: [] }, ""],
    ["a group that is no list", { all: leaf }, ""],
    ["an unknown word", { none: [leaf] }, ""],
    ["a word beside a question", { not: leaf, field: "name" }, "operator"],
    [
      "an unknown operator",
      { any: [leaf, { field: "name", operator: "matches", value: "a" }] },
      "any.1.operator",
    ],
    ["a value that is not asked for", { not: { ...leaf, value: "a" } }, "not"],
    ["no value", { field: "name", operator: "equals" }, "value"],
    ["an empty text", { field: "name", operator: "contains", value: "" }, "value"],
    ["a text without end", { field: "name", operator: "contains", value: "a".repeat(501) }, "value"],
    ["half an emoji", { field: "name", operator: "equals", value: "\ud83d" }, "value"],
    ["NUL", { field: "name", operator: "equals", value: "a\0b" }, "value"],
    ["an empty list", { all: [{ field: "name", operator: "in", value: [] }] }, "all.0.value"],
    ["a mixed list", { field: "name", operator: "in", value: ["a", 1] }, "value"],
    [
      "a list too long",
      { field: "tags", operator: "has_any", value: Array.from({ length: 201 }, String) },
      "value",
    ],
    ["infinity", { field: "score", operator: "at_least", value: Infinity }, "value"],
    ["half a range", { field: "score", operator: "between", value: [1] }, "value"],
    ["a day that is none", { field: "seenAt", operator: "before", value: "2026-02-30" }, "value"],
    [
      "a time without its zone",
      { field: "seenAt", operator: "before", value: "2026-02-03T10:00:00" },
      "value",
    ],
    ["no days", { field: "seenAt", operator: "within_last_days", value: 0 }, "value"],
    ["JSON-02 a prototype", JSON.parse('{"__proto__": {"all": []}}'), ""],
  ])("refuses %s, and says where", (_, value, path) => {
    const { error } = conditionSchema.safeParse(value);
    expect(error?.issues[0]?.path.join(".")).toBe(path);
  });

  it("takes 100 parts and 8 levels, and no more", () => {
    const wide = (leaves: number) => ({ all: Array.from({ length: leaves }, () => leaf) });
    expect(conditionSchema.safeParse(wide(99)).success).toBe(true);
    expect(conditionSchema.safeParse(wide(100)).success).toBe(false);
    expect(conditionSchema.safeParse(nested(8)).success).toBe(true);
    expect(conditionSchema.safeParse(nested(9)).success).toBe(false);
  });

  it("JSON-01 refuses what is far too deep or wide without walking it", () => {
    expect(conditionSchema.safeParse(nested(100_000)).success).toBe(false);
    expect(conditionSchema.safeParse({ any: Array.from({ length: 1_000_000 }, () => leaf) }).success).toBe(
      false,
    );
  });

  it("describes itself for the API's document", () => {
    const document = JSON.stringify(z.toJSONSchema(z.object({ when: conditionSchema }), { io: "input" }));
    for (const word of ["all", "any", "not", "within_last_days"]) expect(document).toContain(`"${word}"`);
  });
});

describe("what may be asked of a field", () => {
  it.each([
    [{ field: "secret", operator: "is_set" }, "/field", "unknown_field"],
    [{ field: "constructor", operator: "is_set" }, "/field", "unknown_field"],
    [{ field: "name", operator: "greater_than", value: 1 }, "/operator", "operator_not_allowed"],
    [{ field: "tags", operator: "equals", value: "a" }, "/operator", "operator_not_allowed"],
    [{ field: "name", operator: "equals", value: 1 }, "/value", "value_not_allowed"],
    [{ field: "score", operator: "in", value: ["1"] }, "/value", "value_not_allowed"],
    [{ field: "seenAt", operator: "between", value: [1, 2] }, "/value", "value_not_allowed"],
    [
      { field: "score", operator: "between", value: ["2026-01-01", "2026-01-02"] },
      "/value",
      "value_not_allowed",
    ],
  ])("INJ-01 ROLE-05 refuses %j at %s as %s, alone and inside", (asked, pointer, code) => {
    const question = conditionSchema.parse(asked);
    expect(faultsOf(question)).toEqual([[pointer, code]]);
    const tree: Condition = { any: [{ field: "name", operator: "is_set" }, { not: question }] };
    expect(faultsOf(tree)).toEqual([[`/any/1/not${pointer}`, code]]);
    expect(() => compile(tree, fields, { now })).toThrow(Invalid);
  });

  it("tells all faults at once, from where the condition stands in the body", () => {
    const tree: Condition = {
      all: [
        { field: "x", operator: "is_set" },
        { field: "y", operator: "is_set" },
      ],
    };
    expect(() => assertAskable(tree, fields, "/rules/0/when")).toThrow(
      expect.objectContaining({
        status: 422,
        errors: [
          expect.objectContaining({ pointer: "/rules/0/when/all/0/field" }),
          expect.objectContaining({ pointer: "/rules/0/when/all/1/field" }),
        ],
      }),
    );
  });

  it("ROLE-05 names every field that a condition reads", () => {
    const tree: Condition = {
      any: [
        { not: { field: "email", operator: "is_set" } },
        { all: [{ field: "score", operator: "is_set" }] },
      ],
    };
    expect(fieldsOf(tree)).toEqual(new Set(["email", "score"]));
  });
});

function faultsOf(condition: Condition): string[][] {
  try {
    assertAskable(condition, fields);
    return [];
  } catch (error) {
    return error instanceof Invalid
      ? error.errors.map(({ pointer, code }) => [pointer, code])
      : [["not Invalid"]];
  }
}

function nested(levels: number): unknown {
  let tree: unknown = leaf;
  for (let level = 1; level < levels; level++) tree = { not: tree };
  return tree;
}
