import {
  affirm,
  type AffirmingCondition,
  type Condition,
  lowerAscii,
  type Range,
  rangeOf,
} from "./condition";

/** Fields by name. Only own properties count, so a field named `constructor` is missing like any other. */
export type ConditionRecord = Readonly<Record<string, unknown>>;

/** Runs in the Worker and, for form logic, in the visitor's browser and the builder: nothing but what is pure is imported. */
export function evaluate(condition: Condition, record: ConditionRecord, at: { now: number }): boolean {
  if ("all" in condition) return condition.all.every((each) => evaluate(each, record, at));
  if ("any" in condition) return condition.any.some((each) => evaluate(each, record, at));
  if ("not" in condition) return !evaluate(condition.not, record, at);
  const value = Object.hasOwn(record, condition.field) ? record[condition.field] : undefined;
  const { asked, denied } = affirm(condition);
  return holds(asked, value, at.now) !== denied;
}

function holds(asked: AffirmingCondition, value: unknown, now: number): boolean {
  switch (asked.operator) {
    case "is_set":
      return isSet(value);
    case "is_true":
      return value === true;
    case "is_false":
      return value === false;
    case "equals":
      return equals(value, asked.value);
    case "in":
      return asked.value.some((each) => equals(value, each));
    case "contains":
      return typeof value === "string" && lowerAscii(value).includes(lowerAscii(asked.value));
    case "starts_with":
      return typeof value === "string" && lowerAscii(value).startsWith(lowerAscii(asked.value));
    case "ends_with":
      return typeof value === "string" && lowerAscii(value).endsWith(lowerAscii(asked.value));
    case "has_any":
      return asked.value.some((each) => has(value, each));
    case "has_all":
      return asked.value.every((each) => has(value, each));
    default:
      return typeof value === "number" && isWithin(value, rangeOf(asked, now));
  }
}

function equals(value: unknown, wanted: string | number): boolean {
  if (typeof value === "string" && typeof wanted === "string")
    return lowerAscii(value) === lowerAscii(wanted);
  return typeof value === "number" && value === wanted;
}

function has(value: unknown, wanted: string): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === "string" && equals(item, wanted));
}

function isSet(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)
  );
}

function isWithin(value: number, range: Range): boolean {
  if ("from" in range) return range.from <= value && value <= range.to;
  switch (range.sign) {
    case ">":
      return value > range.than;
    case ">=":
      return value >= range.than;
    case "<":
      return value < range.than;
    case "<=":
      return value <= range.than;
  }
}
