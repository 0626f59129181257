import { affirm, type AffirmingCondition, type Condition } from "../../../kernel/pure/condition";
import { countryChoices } from "../countries";
import type { Field, FormDefinition } from "../form";
import { fill, type Words } from "../say";

/** Whoever sees every question at once is told of one that may not apply: by the answers it depends on, where that is short to say. */
export function appliesWhen(condition: Condition, definition: FormDefinition, words: Words): string {
  const said = sayAll(condition, definition, words);
  return said.includes(null) ? words.only_if_it_applies : said.join(" ");
}

/** A sentence for each; null for what takes more than a sentence. */
function sayAll(condition: Condition, definition: FormDefinition, words: Words): (string | null)[] {
  if ("all" in condition) return condition.all.flatMap((part) => sayAll(part, definition, words));
  if ("any" in condition && condition.any.length === 1)
    return condition.any.flatMap((part) => sayAll(part, definition, words));
  if (!("field" in condition)) return [null];
  const { asked, denied } = affirm(condition);
  const field = definition.fields.find(({ key }) => key === asked.field);
  const answers = field && answersOf(asked, choicesOf(field, definition), words);
  if (!answers) return [null];
  return [fill(denied ? words.not_if : words.only_if, { question: field.label, answers })];
}

function choicesOf({ type, options }: Field, { language }: FormDefinition): Field["options"] {
  return type === "country" ? countryChoices(language) : options;
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

function answersOf(asked: AffirmingCondition, choices: Field["options"], words: Words): string | null {
  const { operator } = asked;
  if (operator === "is_true") return words.yes;
  if (operator === "is_false") return words.no;
  const sign = signs[operator];
  if (sign === undefined || !("value" in asked)) return null;
  const labelOf = (value: string | number) =>
    choices?.find((choice) => choice.value === value)?.label ?? value;
  return sign + [asked.value].flat().map(labelOf).join(", ");
}
