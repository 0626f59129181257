import {
  type Condition,
  type FieldType,
  type Operator,
  operatorsOf,
} from "../../../worker/kernel/pure/condition";
import { minorDigits } from "../../../worker/leads/pure/money";

/** A field that can be asked about, as a person chooses it. */
export type AskableField = {
  name: string;
  label: string;
  type: FieldType;
  options?: { value: string; label: string }[];
  /** Kept in minor units of this currency, and asked for as one writes money. */
  currency?: string;
};

/** A tree of conditions as it is edited: groups with a word, and questions that may still lack their answer. */
export type Group = { word: GroupWord; items: (Group | Question)[] };
export type Question = { field: string; operator: Operator; values: string[] };
export type GroupWord = "all" | "any" | "none" | "not_all";

export function isGroup(item: Group | Question): item is Group {
  return "word" in item;
}

export function groupOf(condition: Condition | null | undefined, fields: readonly AskableField[]): Group {
  if (!condition) return { word: "all", items: [] };
  const item = itemOf(condition, fields);
  return isGroup(item) ? item : { word: "all", items: [item] };
}

function itemOf(condition: Condition, fields: readonly AskableField[]): Group | Question {
  const inner = (each: Condition) => itemOf(each, fields);
  if ("all" in condition) return { word: "all", items: condition.all.map(inner) };
  if ("any" in condition) return { word: "any", items: condition.any.map(inner) };
  if ("not" in condition) return denied(inner(condition.not));
  const { field, operator } = condition;
  return { field, operator, values: valuesOf(condition, unitOf(field, fields)) };
}

function denied(item: Group | Question): Group {
  if (isGroup(item) && item.word === "any") return { ...item, word: "none" };
  if (isGroup(item) && item.word === "all") return { ...item, word: "not_all" };
  return { word: "none", items: [item] };
}

function valuesOf(condition: object, unit: number): string[] {
  if (!("value" in condition)) return [];
  const values = Array.isArray(condition.value) ? condition.value : [condition.value];
  return values.map((value) => String(typeof value === "number" ? value / unit : value));
}

/** How many of what is kept make one of what is asked: 100 cents a euro, and one of everything else. */
function unitOf(name: string, fields: readonly AskableField[]): number {
  const currency = fields.find((field) => field.name === name)?.currency;
  return currency ? 10 ** minorDigits(currency) : 1;
}

/** Nothing where nothing is asked: questions that are not finished are left out until they are. */
export function conditionOf(group: Group, fields: readonly AskableField[]): Condition | null {
  const inner = group.items.flatMap((item) => {
    const condition = isGroup(item) ? conditionOf(item, fields) : questionOf(item, fields);
    return condition ? [condition] : [];
  });
  if (inner.length === 0) return null;
  switch (group.word) {
    case "all":
      return { all: inner };
    case "any":
      return { any: inner };
    case "none":
      return { not: { any: inner } };
    case "not_all":
      return { not: { all: inner } };
  }
}

export function questionOf(
  { field, operator, values }: Question,
  fields: readonly AskableField[],
): Condition | null {
  const known = fields.find(({ name }) => name === field);
  if (!known) return null;
  const given = values.map((value) => value.trim()).filter(Boolean);
  const value = inUnits(valueOf(operator, given, known.type), unitOf(field, fields));
  if (value === null) return null;
  // safe: each kind of operator got the kind of value it takes, just below
  return (value === undefined ? { field, operator } : { field, operator, value }) as Condition;
}

type Value = string | number | string[] | number[];

function inUnits(value: Value | undefined | null, unit: number): Value | undefined | null {
  if (unit === 1) return value;
  if (typeof value === "number") return Math.round(value * unit);
  // safe: the list is of one kind, and of texts stays as it is
  return Array.isArray(value)
    ? (value.map((each) => (typeof each === "number" ? Math.round(each * unit) : each)) as Value)
    : value;
}

/** What the operator takes; undefined where it takes nothing, null where it is not there yet. */
function valueOf(operator: Operator, given: string[], type: FieldType): Value | undefined | null {
  switch (countOf(operator)) {
    case "none":
      return undefined;
    case "many":
      if (given.length === 0) return null;
      return type === "number" ? numbersOf(given) : given;
    case "two":
      if (given.length < 2) return null;
      return type === "number" ? numbersOf(given.slice(0, 2)) : given.slice(0, 2);
    case "one":
      return oneOf(given[0], isNumeric(operator, type));
  }
}

function oneOf(text: string | undefined, numeric: boolean): string | number | null {
  if (text === undefined) return null;
  if (!numeric) return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function numbersOf(texts: string[]): number[] | null {
  const numbers = texts.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
}

function isNumeric(operator: Operator, type: FieldType): boolean {
  return type === "number" || operator === "within_last_days" || operator === "older_than_days";
}

/** How many values an operator takes. */
export function countOf(operator: Operator): "none" | "one" | "two" | "many" {
  if (["is_set", "is_not_set", "is_true", "is_false"].includes(operator)) return "none";
  if (operator === "between") return "two";
  return ["in", "not_in", "has_any", "has_all", "has_none"].includes(operator) ? "many" : "one";
}

/** A question to begin with: about the field, in the way it is most often asked. */
export function questionAbout(field: AskableField): Question {
  return { field: field.name, operator: operatorsOf[field.type][0] ?? "is_set", values: [] };
}

/** Another field or another operator keeps what was given where it still fits. */
export function refit(question: Question, field: AskableField): Question {
  const operator = operatorsOf[field.type].includes(question.operator)
    ? question.operator
    : (operatorsOf[field.type][0] ?? "is_set");
  const values = question.field === field.name ? question.values : [];
  return { field: field.name, operator, values };
}
