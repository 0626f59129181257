import type { Condition } from "../../kernel/pure/condition";

/** What a form is made of. Nothing in this folder needs a server: builder, hosted page and embed follow the same rules. */
export const fieldTypes = [
  "short_text",
  "long_text",
  "email",
  "phone",
  "url",
  "number",
  "date",
  "single_choice",
  "multiple_choice",
  "dropdown",
  "rating",
  "scale",
  "yes_no",
  "address",
  "country",
  "file",
  "consent",
  "hidden",
  "statement",
  "page_break",
] as const;
export type FieldType = (typeof fieldTypes)[number];

export type Choice = { value: string; label: string };

export type FileKind = "image" | "pdf" | "document" | "spreadsheet" | "text";

/** Each type heeds its own; a schema refuses the others. Dates are `YYYY-MM-DD` or `today`. */
export type Rules = {
  minLength?: number;
  maxLength?: number;
  /** `#` is a digit, `@` a letter, `*` either; anything else is itself. */
  mask?: string;
  min?: number;
  max?: number;
  isWhole?: boolean;
  earliest?: string;
  latest?: string;
  minChoices?: number;
  maxChoices?: number;
  lowLabel?: string;
  highLabel?: string;
  fileTypes?: FileKind[];
  maxFileMb?: number;
  maxFiles?: number;
  /** The only countries to choose from. */
  countries?: string[];
  defaultValue?: string;
};

/** Judged in order when the page before the break is left; `to` is a later page break or an ending. */
export type Jump = { when: Condition; to: string };

export type Field = {
  /** Names the answer everywhere: in posts, conditions, exports. */
  key: string;
  type: FieldType;
  /** Of a statement its text, of a page break the title of the page it begins, of a consent what is agreed to. */
  label: string;
  help?: string;
  placeholder?: string;
  isRequired?: boolean;
  options?: Choice[];
  rules?: Rules;
  /** About fields that stand before it. */
  visibleWhen?: Condition;
  /** Where the answer goes, such as `lead.email`. */
  mapsTo?: string;
  /** Whether a query parameter with its name may fill it in. */
  canPrefill?: boolean;
  jumps?: Jump[];
};

export type Ending = {
  key: string;
  kind: "message" | "redirect";
  title: string;
  text?: string;
  buttonLabel?: string;
  /** Of a redirect, or of a message's button; https only. */
  url?: string;
  when?: Condition;
};

export type Theme = {
  accent: string;
  background: string;
  text: string;
  font: "inherit" | "system" | "serif" | "rounded" | "mono";
  radius: number;
  density: "comfortable" | "compact";
  appearance: "light" | "dark" | "auto";
};

/** Other words for the same form, each by its path, such as `fields.email.label`. */
export type Texts = Record<string, string>;

/** Words for whoever comes by a certain way; written in advance, so that no visitor waits for a model or is told to one. */
export type Wording = { name: string; when: Condition; texts: Texts };

export type FormDefinition = {
  language: string;
  title: string;
  description?: string;
  submitLabel?: string;
  fields: Field[];
  /** At least one, and one of them without a condition. */
  endings: Ending[];
  theme: Theme;
  translations?: Record<string, Texts>;
  wordings?: Wording[];
};

export const addressParts = ["line1", "line2", "city", "region", "postalCode", "country"] as const;
export type Address = Partial<Record<(typeof addressParts)[number], string>>;

export type Answer = string | number | boolean | string[] | Address;
export type Answers = Record<string, Answer>;
/** What arrives, whoever sent it. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** `now` in milliseconds; the language tells how numbers are typed. */
export type At = { now: number; language?: string };

export function asksSomething({ type }: Field): boolean {
  return type !== "statement" && type !== "page_break";
}

export function hasOptions(type: FieldType): boolean {
  return type === "single_choice" || type === "multiple_choice" || type === "dropdown";
}
