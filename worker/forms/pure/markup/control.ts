import { countryChoices } from "../countries";
import type { Choice, Field, FileKind } from "../form";
import type { Words } from "../say";
import { mostLetters } from "../text";
import { type Attributes, type Block, block } from "./block";

export type ControlContext = {
  words: Words;
  language: string;
  value: string;
  isSure: boolean;
  describing: Attributes;
};

/** The single control of a question, with the keyboard and the memory of the browser that suit it. */
export function controlOf(field: Field, context: ControlContext): Block {
  const { key, type, rules = {}, options = [], placeholder, isRequired } = field;
  const { words, language, value } = context;
  const shared: Attributes = {
    id: `trb-${key}`,
    name: key,
    required: (isRequired && context.isSure) || null,
    "aria-required": isRequired ? "true" : null,
    ...context.describing,
  };
  if (type === "dropdown") return select(shared, words.choose, options, value);
  if (type === "country")
    return select(
      { ...shared, autocomplete: "country" },
      words.choose,
      countryChoices(language, rules.countries),
      value,
    );
  const look = { class: "trb-input", part: "input", placeholder };
  if (type === "long_text")
    return block(
      "textarea",
      { ...shared, ...look, rows: 4, maxlength: rules.maxLength ?? mostLetters.text },
      value,
    );
  return block("input", { ...shared, ...look, ...inputOf(field), value: type === "file" ? null : value });
}

export function select(attributes: Attributes, choose: string, choices: Choice[], value: string): Block {
  return block(
    "select",
    { ...attributes, class: "trb-input", part: "input" },
    ["option", { value: "" }, choose],
    ...choices.map((choice) =>
      block("option", { value: choice.value, selected: choice.value === value || null }, choice.label),
    ),
  );
}

function inputOf({ type, rules = {}, mapsTo = "" }: Field): Attributes {
  switch (type) {
    case "email":
      return { type: "email", inputmode: "email", autocomplete: "email", autocapitalize: "none" };
    case "phone":
      return { type: "tel", inputmode: "tel", autocomplete: "tel" };
    case "url":
      return { type: "text", inputmode: "url", autocomplete: "url", autocapitalize: "none" };
    case "number":
      return { type: "text", inputmode: rules.isWhole && (rules.min ?? 0) >= 0 ? "numeric" : "decimal" };
    case "date":
      return { type: "date", min: fixedDate(rules.earliest), max: fixedDate(rules.latest) };
    case "file":
      return { type: "file", multiple: (rules.maxFiles ?? 1) > 1 || null, accept: acceptOf(rules.fileTypes) };
    default:
      return {
        type: "text",
        maxlength: rules.maxLength ?? mostLetters.line,
        inputmode: rules.mask && /^[^@*]*#[^@*]*$/.test(rules.mask) ? "numeric" : null,
        autocomplete: remembered[mapsTo],
      };
  }
}

const remembered: Record<string, string> = {
  "lead.firstName": "given-name",
  "lead.lastName": "family-name",
  "lead.name": "name",
  "lead.jobTitle": "organization-title",
  "company.name": "organization",
};

/** `today` is another day elsewhere; the check knows how to be lenient about it, a calendar does not. */
function fixedDate(rule: string | undefined): string | null {
  return rule && rule !== "today" ? rule : null;
}

const endingsOf: Record<FileKind, string> = {
  image: "image/png,image/jpeg,image/gif,image/webp",
  pdf: "application/pdf",
  document: ".doc,.docx,.odt,.rtf",
  spreadsheet: ".xls,.xlsx,.ods,.csv",
  text: ".txt,.md,text/plain",
};

function acceptOf(kinds: FileKind[] | undefined): string | null {
  return kinds?.length ? kinds.map((kind) => endingsOf[kind]).join(",") : null;
}
