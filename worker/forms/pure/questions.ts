import type { FieldType as ConditionType } from "../../kernel/pure/condition";
import { asksSomething, type Field, type FieldType } from "./form";

/** As what a condition reads the answer of a field; a builder offers `operatorsOf` this. */
export const conditionTypes: Record<FieldType, ConditionType> = {
  short_text: "text",
  long_text: "text",
  email: "text",
  phone: "text",
  url: "text",
  number: "number",
  date: "time",
  single_choice: "choice",
  multiple_choice: "list",
  dropdown: "choice",
  rating: "number",
  scale: "number",
  yes_no: "boolean",
  address: "text",
  country: "choice",
  file: "list",
  consent: "boolean",
  hidden: "text",
  statement: "text",
  page_break: "text",
};

/** What a condition at this place may ask about: the fields before it; all of them where no place is given. */
export function askableFields(
  fields: Field[],
  before = fields.length,
): Record<string, { type: ConditionType }> {
  return Object.fromEntries(
    fields
      .slice(0, before)
      .filter(asksSomething)
      .map(({ key, type }) => [key, { type: conditionTypes[type] }]),
  );
}
