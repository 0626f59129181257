import { formatMoney } from "~/words/format";
import type { Condition, FieldType, Operator } from "../../../worker/kernel/pure/condition";
import { minorDigits } from "../../../worker/leads/pure/money";
import { type AskableField, type Group, groupOf, type GroupWord, isGroup, type Question } from "./group";

export const groupWords: Record<GroupWord, string> = {
  all: "all of these",
  any: "any of these",
  none: "none of these",
  not_all: "not all of these",
};

const plain: Record<Operator, string> = {
  equals: "is",
  not_equals: "is not",
  in: "is one of",
  not_in: "is none of",
  contains: "contains",
  not_contains: "does not contain",
  starts_with: "starts with",
  ends_with: "ends with",
  greater_than: "is more than",
  at_least: "is at least",
  less_than: "is less than",
  at_most: "is at most",
  between: "is between",
  before: "is before",
  after: "is after",
  within_last_days: "was in the last … days",
  older_than_days: "was more than … days ago",
  has_any: "has any of",
  has_all: "has all of",
  has_none: "has none of",
  is_set: "has an answer",
  is_not_set: "has no answer",
  is_true: "is yes",
  is_false: "is no",
};

export function operatorName(operator: Operator, type: FieldType): string {
  if (type === "number" && operator === "equals") return "equals";
  return plain[operator];
}

/** A condition as one says it, such as “Budget is at least 500 and Team is one of Sales, Support”. */
export function sayCondition(condition: Condition, fields: readonly AskableField[], language = "en"): string {
  return sayGroup(groupOf(condition, fields), { fields, language });
}

type Saying = { fields: readonly AskableField[]; language: string };

function sayGroup(group: Group, saying: Saying, inside = false): string {
  const parts = group.items.map((item) =>
    isGroup(item) ? sayGroup(item, saying, true) : sayQuestion(item, saying),
  );
  if (parts.length === 0) return "always";
  const joined = parts.join(group.word === "all" || group.word === "not_all" ? " and " : " or ");
  if (group.word === "none" || group.word === "not_all") return `not (${joined})`;
  return inside && parts.length > 1 ? `(${joined})` : joined;
}

function sayQuestion({ field, operator, values }: Question, { fields, language }: Saying): string {
  const known = fields.find(({ name }) => name === field);
  const label = known?.label ?? "a question that is gone";
  const said = values.map((value) => sayValue(value, known, language));
  const words = operatorName(operator, known?.type ?? "text");
  if (words.includes("…")) return `${label} ${words.replace("…", said[0] ?? "…")}`;
  return [label, words, operator === "between" ? said.join(" and ") : said.join(", ")]
    .filter(Boolean)
    .join(" ");
}

function sayValue(value: string, field: AskableField | undefined, language: string): string {
  const currency = field?.currency;
  if (!currency) return field?.options?.find((option) => option.value === value)?.label ?? value;
  const amount = Math.round(Number(value) * 10 ** minorDigits(currency));
  return formatMoney({ amount, currency }, { language, timeZone: "UTC" }, "short");
}
