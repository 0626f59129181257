import { checkAddress, checkCountry } from "./address";
import { checkDate } from "./date";
import { type Checked, fault } from "./fault";
import { type Answer, type At, type Field, type FieldType } from "./form";
import { checkConsent, checkMany, checkOne, checkWhole, checkYesNo } from "./choice";
import { checkNumber } from "./number";
import { checkEmail, checkLine, checkPhone, checkText, checkUrl } from "./text";

/** For each type of field how its answer is read. */
type Check = (raw: unknown, field: Field, at: At) => Checked;

/** One answer, made uniform, or why it cannot be taken. What the browser says about it does not matter. */
export function checkAnswer(field: Field, raw: unknown, at: At): Checked {
  const checked = isNothing(raw) ? { value: ofNothing(field) } : checks[field.type](raw, field, at);
  if ("code" in checked) return checked;
  if (!field.isRequired) return checked;
  if (field.type === "consent") return checked.value === true ? checked : fault("must_agree");
  return checked.value === null ? fault("required") : checked;
}

function isNothing(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "");
}

function ofNothing({ type, rules }: Field): Answer | null {
  if (type === "consent") return false;
  return type === "hidden" ? (rules?.defaultValue ?? null) : null;
}

const checks: Record<FieldType, Check> = {
  short_text: checkLine,
  long_text: checkText,
  email: checkEmail,
  phone: checkPhone,
  url: checkUrl,
  number: checkNumber,
  date: checkDate,
  single_choice: checkOne,
  dropdown: checkOne,
  multiple_choice: checkMany,
  rating: checkWhole,
  scale: checkWhole,
  yes_no: checkYesNo,
  consent: checkConsent,
  address: checkAddress,
  country: checkCountry,
  file: checkMany,
  hidden: checkLine,
  statement: () => ({ value: null }),
  page_break: () => ({ value: null }),
};
