import { type Field, type FormDefinition, type RawAnswers } from "../form";
import { sayFault, type Words } from "../say";
import { type Fault, pagesOf, type Page } from "../walk";
import { type Block, block } from "./block";
import { appliesWhen } from "./applies";
import { fieldBlock } from "./field";
import { textBlocks } from "./text";

export type Markup = {
  definition: FormDefinition;
  words: Words;
  values?: RawAnswers;
  faults?: Fault[];
  /** Without script every page and every question stands there at once. */
  hasScript: boolean;
};

/** The inside of the form: heading, what is wrong, pages with their questions, the button. */
export function formBlocks(markup: Markup): Block[] {
  const { definition, words, faults = [] } = markup;
  const pages = pagesOf(definition);
  return [
    ...headingBlocks(definition),
    faultSummary(definition, faults, words),
    ...pages.map((page, index) => pageBlock(markup, page, index, pages.length)),
    block(
      "div",
      { class: "trb-acts", part: "actions" },
      markup.hasScript && pages.length > 1 && backButton(words),
      submitButton(definition.submitLabel ?? words.submit),
    ),
  ];
}

function headingBlocks({ title, description }: FormDefinition): Block[] {
  return [
    block("h2", { class: "trb-title", part: "title", id: "trb-title" }, title),
    ...(description
      ? [block("p", { class: "trb-help", part: "description" }, ...textBlocks(description))]
      : []),
  ];
}

/** There before it is needed, so that a screen reader hears it fill (role alert), with a link to each question. */
export function faultSummary(definition: FormDefinition, faults: Fault[], words: Words): Block {
  const labels = new Map(definition.fields.map(({ key, label }) => [key, label]));
  return block(
    "div",
    { class: "trb-summary", part: "summary", role: "alert", tabindex: -1 },
    faults.length > 0 && block("p", {}, words.check_faults),
    faults.length > 0 &&
      block(
        "ul",
        {},
        ...faults.map((fault) =>
          block(
            "li",
            {},
            block(
              "a",
              { href: `#trb-${fault.key}` },
              `${labels.get(fault.key) ?? fault.key}: ${sayFault(fault, words)}`,
            ),
          ),
        ),
      ),
  );
}

function pageBlock(markup: Markup, { title, start, fields }: Page, index: number, count: number): Block {
  const shown = fields.map((field) => fieldBlock(explained(markup, field), contextOf(markup, field)));
  if (count === 1) return block("div", { class: "trb-page", "data-page": index }, ...shown);
  const name = title
    ? block("h3", { class: "trb-step", id: `trb-page-${index}`, tabindex: -1 }, title)
    : null;
  const labelledBy = title ? `trb-page-${index}` : null;
  return block(
    "div",
    { class: "trb-page", part: "page", role: "group", "data-page": index, "aria-labelledby": labelledBy },
    name,
    start && hintOn(markup, start) && block("p", { class: "trb-field trb-help" }, hintOn(markup, start)),
    ...shown,
  );
}

/** Its help begins with when it is to be answered. */
function explained(markup: Markup, field: Field): Field {
  const hint = hintOn(markup, field);
  return hint ? { ...field, help: [hint, field.help].filter(Boolean).join("\n") } : field;
}

function hintOn({ definition, words, hasScript }: Markup, { visibleWhen }: Field): string {
  return visibleWhen && !hasScript ? appliesWhen(visibleWhen, definition, words) : "";
}

function contextOf({ words, values = {}, faults = [], definition }: Markup, field: Field) {
  const fault = faults.find(({ key }) => key === field.key);
  return {
    words,
    language: definition.language,
    value: Object.hasOwn(values, field.key) ? values[field.key] : undefined,
    fault: fault ? sayFault(fault, words) : "",
    /** A question that may not apply cannot be insisted on by a browser that does not know. */
    isSure: !field.visibleWhen && pagesOf(definition).length === 1,
  };
}

function submitButton(label: string): Block {
  return block("button", { class: "trb-button", part: "button", type: "submit" }, label);
}

function backButton(words: Words): Block {
  const attributes = {
    class: "trb-button trb-plain",
    part: "back",
    type: "button",
    "data-back": true,
    hidden: true,
  } as const;
  return block("button", attributes, words.back);
}
