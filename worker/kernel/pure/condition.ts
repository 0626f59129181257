/**
 * One tree for form logic, segments, views, scoring, workflows and flags. It means the same in memory (`evaluate`) and in
 * SQL (`compile`); a property test holds the two together.
 *
 * - A value that is missing, null, or of another type than the operator asks for fulfils no operator, except those that
 *   deny: `not_equals`, `not_in`, `not_contains`, `has_none`, `is_not_set` are the exact opposite of their twins.
 * - Text is compared without regard to the case of A–Z, and only of A–Z: that is what SQLite can do without an extension.
 * - Empty text and an empty list are not set. Zero and false are.
 * - Times are milliseconds in records and RFC 3339 text in conditions. `between` includes both ends.
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | FieldCondition;

export type FieldCondition = AffirmingCondition | DenyingCondition;

export type AffirmingCondition = { field: string } & (
  | { operator: "equals"; value: string | number }
  | { operator: "in"; value: string[] | number[] }
  | { operator: "contains" | "starts_with" | "ends_with"; value: string }
  | { operator: "has_any" | "has_all"; value: string[] }
  | { operator: "is_set" | "is_true" | "is_false" }
  | RangeQuestion
);

export type DenyingCondition = { field: string } & (
  | { operator: "not_equals"; value: string | number }
  | { operator: "not_in"; value: string[] | number[] }
  | { operator: "not_contains"; value: string }
  | { operator: "has_none"; value: string[] }
  | { operator: "is_not_set" }
);

type RangeQuestion =
  | { operator: "greater_than" | "at_least" | "less_than" | "at_most"; value: number }
  | { operator: "between"; value: [number, number] | [string, string] }
  | { operator: "before" | "after"; value: string }
  | { operator: "within_last_days" | "older_than_days"; value: number };

export type Operator = FieldCondition["operator"];
export type FieldType = "text" | "choice" | "number" | "boolean" | "time" | "list";

const ofText: Operator[] = ["equals", "not_equals", "in", "not_in", "is_set", "is_not_set"];

/** What may be asked of each type of field; a condition builder offers exactly these. */
export const operatorsOf: Record<FieldType, readonly Operator[]> = {
  text: [...ofText, "contains", "not_contains", "starts_with", "ends_with"],
  choice: ofText,
  number: [...ofText, "greater_than", "at_least", "less_than", "at_most", "between"],
  boolean: ["is_true", "is_false", "is_set", "is_not_set"],
  time: ["before", "after", "between", "within_last_days", "older_than_days", "is_set", "is_not_set"],
  list: ["has_any", "has_all", "has_none", "is_set", "is_not_set"],
};

/** A question that denies is asked as its twin, and the answer turned round. */
export function affirm(condition: FieldCondition): { asked: AffirmingCondition; denied: boolean } {
  const { field } = condition;
  switch (condition.operator) {
    case "not_equals":
      return { asked: { field, operator: "equals", value: condition.value }, denied: true };
    case "not_in":
      return { asked: { field, operator: "in", value: condition.value }, denied: true };
    case "not_contains":
      return { asked: { field, operator: "contains", value: condition.value }, denied: true };
    case "has_none":
      return { asked: { field, operator: "has_any", value: condition.value }, denied: true };
    case "is_not_set":
      return { asked: { field, operator: "is_set" }, denied: true };
    default:
      return { asked: condition, denied: false };
  }
}

export type Range = { from: number; to: number } | { sign: ">" | ">=" | "<" | "<="; than: number };

/** Which numbers, or which times in milliseconds, a question is about. */
export function rangeOf(question: RangeQuestion, now: number): Range {
  switch (question.operator) {
    case "greater_than":
      return { sign: ">", than: question.value };
    case "at_least":
      return { sign: ">=", than: question.value };
    case "less_than":
      return { sign: "<", than: question.value };
    case "at_most":
      return { sign: "<=", than: question.value };
    case "between":
      return { from: toNumber(question.value[0]), to: toNumber(question.value[1]) };
    case "before":
      return { sign: "<", than: toNumber(question.value) };
    case "after":
      return { sign: ">", than: toNumber(question.value) };
    case "within_last_days":
      return { from: now - question.value * dayMs, to: now };
    case "older_than_days":
      return { sign: "<", than: now - question.value * dayMs };
  }
}

const dayMs = 24 * 60 * 60 * 1000;

function toNumber(value: number | string): number {
  return typeof value === "number" ? value : Date.parse(value);
}

/** The nodes of a tree, each with its JSON pointer, parents first. */
export function* nodesOf(
  condition: Condition,
  pointer = "",
): Generator<{ node: Condition; pointer: string }> {
  yield { node: condition, pointer };
  if ("not" in condition) yield* nodesOf(condition.not, `${pointer}/not`);
  if ("all" in condition) yield* nodesOfEach(condition.all, `${pointer}/all`);
  if ("any" in condition) yield* nodesOfEach(condition.any, `${pointer}/any`);
}

/** Every field that a tree asks about: what somebody must be allowed to see to use it. */
export function fieldsOf(condition: Condition): Set<string> {
  return new Set([...nodesOf(condition)].flatMap(({ node }) => ("field" in node ? node.field : [])));
}

/** As SQLite's lower() does it: A–Z and nothing else. */
export function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function* nodesOfEach(conditions: Condition[], pointer: string): ReturnType<typeof nodesOf> {
  for (const [index, condition] of conditions.entries()) yield* nodesOf(condition, `${pointer}/${index}`);
}
