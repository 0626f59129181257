export type Fault = { pointer: string; code: string; detail: string };
export type CustomFieldShape = {
  key: string;
  type: string;
  options: readonly string[];
  isRequired: boolean;
};
export type CustomValue = string | number | boolean | string[];
/** As they come over the wire: null takes a value away. */
export type CustomInput = Record<string, CustomValue | null>;

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is to be kept of what was said, each value as what its field is; every fault with the place where it stands. */
export function readCustomValues(
  fields: readonly CustomFieldShape[],
  input: CustomInput,
  pointer: string,
): { values: CustomInput; errors: Fault[] } {
  const values: CustomInput = {};
  const errors: Fault[] = [];
  for (const [key, value] of Object.entries(input)) {
    const at = `${pointer}/${key}`;
    const field = fields.find((each) => each.key === key);
    if (!field) errors.push({ pointer: at, code: "unknown_field", detail: "There is no such field." });
    else if (value === null || value === "") values[key] = null;
    else {
      const read = readValue(field, value);
      if (read === undefined)
        errors.push({ pointer: at, code: "invalid_value", detail: wordsFor[field.type] ?? "" });
      else values[key] = read;
    }
  }
  return { values, errors };
}

export function missingValues(
  fields: readonly CustomFieldShape[],
  values: Record<string, unknown>,
  pointer: string,
): Fault[] {
  return fields
    .filter(({ isRequired, key }) => isRequired && (values[key] === undefined || values[key] === null))
    .map(({ key }) => ({
      pointer: `${pointer}/${key}`,
      code: "required",
      detail: "This field is required.",
    }));
}

const wordsFor: Record<string, string> = {
  text: "Give a text of at most 1,000 characters.",
  long_text: "Give a text of at most 10,000 characters.",
  number: "Give a number.",
  date: "Give a day, such as 2026-05-01.",
  boolean: "Give true or false.",
  select: "Choose one of the field's options.",
  multiselect: "Choose some of the field's options.",
  url: "Give an address that begins with https:// or http://.",
  email: "Give an email address.",
  phone: "Give a phone number.",
};

function readValue({ type, options }: CustomFieldShape, value: CustomValue): CustomValue | undefined {
  switch (type) {
    case "number":
      return typeof value === "number" ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "multiselect":
      return Array.isArray(value) && value.every((item) => options.includes(item))
        ? [...new Set(value)]
        : undefined;
    default:
      return typeof value === "string" ? readText(type, options, value.trim()) : undefined;
  }
}

function readText(type: string, options: readonly string[], text: string): CustomValue | undefined {
  if (!text.isWellFormed() || text.includes("\0")) return undefined;
  switch (type) {
    case "date":
      return day.test(text) && Number.isFinite(Date.parse(text)) ? Date.parse(text) : undefined;
    case "select":
      return options.includes(text) ? text : undefined;
    case "url":
      return text.length <= 2000 && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
    case "email":
      return text.length <= 320 && mail.test(text) ? text : undefined;
    case "phone":
      return text.length <= 60 && /\d\D*\d\D*\d/.test(text) ? text : undefined;
    default:
      return text.length <= (type === "long_text" ? 10_000 : 1000) ? text : undefined;
  }
}

/** Dates leave as days. */
export function customValueToWire(type: string | undefined, value: CustomValue): CustomValue {
  return type === "date" && typeof value === "number" ? new Date(value).toISOString().slice(0, 10) : value;
}
