import type { Condition } from "../../../kernel/pure/condition";
import { countryChoices } from "../countries";
import type { Field, FormDefinition } from "../form";
import { fill, type Words } from "../say";

/** Whoever sees every question at once is told of one that may not apply: by what it depends on, where that is one answer. */
export function appliesWhen(condition: Condition, definition: FormDefinition, words: Words): string {
  const asked = onlyOne(condition);
  const field = "field" in asked && definition.fields.find(({ key }) => key === asked.field);
  if (!field) return words.only_if_it_applies;
  const { label: question, type, options } = field;
  const choices = type === "country" ? countryChoices(definition.language) : options;
  const answers = answersOf(asked, choices, words);
  return answers ? fill(words.only_if, { question, answers }) : words.only_if_it_applies;
}

function onlyOne(condition: Condition): Condition {
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : [];
  return parts.length === 1 && parts[0] ? onlyOne(parts[0]) : condition;
}

const signs: Record<string, string> = {
  equals: "",
  in: "",
  has_any: "",
  greater_than: "> ",
  at_least: "≥ ",
  less_than: "< ",
  at_most: "≤ ",
};

function answersOf(
  asked: Extract<Condition, { field: string }>,
  choices: Field["options"],
  words: Words,
): string | null {
  const { operator } = asked;
  if (operator === "is_true") return words.yes;
  if (operator === "is_false") return words.no;
  const sign = signs[operator];
  if (sign === undefined || !("value" in asked)) return null;
  const labelOf = (value: string | number) =>
    choices?.find((choice) => choice.value === value)?.label ?? value;
  return sign + [asked.value].flat().map(labelOf).join(", ");
}
