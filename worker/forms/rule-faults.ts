import type { FieldError } from "../kernel/errors";
import type { Field, FieldType, Rules } from "./pure/form";

type Rule = keyof Rules;

const ofText: Rule[] = ["minLength", "maxLength"];
const ofScales: Rule[] = ["min", "max", "lowLabel", "highLabel"];

/** Which rules each type of field heeds; the builder offers these. */
export const rulesOf: Record<FieldType, readonly Rule[]> = {
  short_text: [...ofText, "mask"],
  long_text: ofText,
  email: [],
  phone: [],
  url: [],
  number: ["min", "max", "isWhole"],
  date: ["earliest", "latest"],
  single_choice: [],
  multiple_choice: ["minChoices", "maxChoices"],
  dropdown: [],
  rating: ["max", "lowLabel", "highLabel"],
  scale: ofScales,
  yes_no: [],
  address: ["countries"],
  country: ["countries"],
  file: ["fileTypes", "maxFileMb", "maxFiles"],
  consent: [],
  hidden: ["defaultValue", "maxLength"],
  statement: [],
  page_break: [],
};

const pairs = [
  ["minLength", "maxLength"],
  ["min", "max"],
  ["minChoices", "maxChoices"],
] as const;

export function rulesFaults({ type, rules = {}, options }: Field, at: string): FieldError[] {
  const given = Object.keys(rules) as Rule[]; // safe: a strict schema let them through
  const faults = given
    .filter((rule) => rules[rule] !== undefined && !rulesOf[type].includes(rule))
    .map((rule) => fault(`${at}/rules/${rule}`, "not_allowed", "This type of field has no such rule."));
  for (const [low, high] of pairs) {
    const [from, to] = [rules[low], rules[high]];
    if (from !== undefined && to !== undefined && from > to)
      faults.push(fault(`${at}/rules/${high}`, "out_of_order", "The most is less than the least."));
  }
  const { earliest, latest } = rules;
  if (earliest && latest && earliest !== "today" && latest !== "today" && earliest > latest)
    faults.push(fault(`${at}/rules/latest`, "out_of_order", "The last day is before the first."));
  if ((rules.minChoices ?? 0) > (options?.length ?? 0))
    faults.push(fault(`${at}/rules/minChoices`, "too_many", "There are fewer options than that."));
  return [...faults, ...stepFaults({ type, rules }, at)];
}

/** A scale is a row of buttons: whole steps, and no more than fit. */
function stepFaults({ type, rules = {} }: Pick<Field, "type" | "rules">, at: string): FieldError[] {
  const { min, max } = rules;
  if (type === "rating" && max !== undefined && !isWholeWithin(max, 3, 10))
    return [fault(`${at}/rules/max`, "out_of_range", "A rating has 3 to 10 steps.")];
  if (type !== "scale") return [];
  return [
    ...(min !== undefined && !isWholeWithin(min, 0, 1)
      ? [fault(`${at}/rules/min`, "out_of_range", "A scale begins with 0 or 1.")]
      : []),
    ...(max !== undefined && !isWholeWithin(max, 2, 10)
      ? [fault(`${at}/rules/max`, "out_of_range", "A scale ends with 2 to 10.")]
      : []),
  ];
}

function isWholeWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function fault(pointer: string, code: string, detail: string): FieldError {
  return { pointer, code, detail };
}
