import { type ConditionRecord, evaluate } from "../../kernel/pure/evaluate";
import type { Condition } from "../../kernel/pure/condition";
import { checkAnswer } from "./answer";
import type { FaultCode, FaultParams } from "./fault";
import { type Answer, type Answers, asksSomething, type At, type Ending, type Field } from "./form";
import type { FormDefinition, RawAnswers } from "./form";

export type Page = { key: string; title: string; start: Field | null; fields: Field[]; exit: Field | null };
export type Fault = { key: string; code: FaultCode; params: FaultParams };

/** What a visitor with these answers goes through. */
export type Walk = {
  /** Which pages, by their place in `pagesOf`. */
  pages: number[];
  /** Those that are shown or sent along, in order, statements too. */
  fields: Field[];
  /** Only of fields that count: what was typed into one that is hidden now is left out. */
  answers: Answers;
  faults: Fault[];
  ending: Ending;
};

/** Pages are what stands between page breaks. A break belongs to the page it begins. */
export function pagesOf({ fields }: Pick<FormDefinition, "fields">): Page[] {
  const first: Page = { key: "", title: "", start: null, fields: [], exit: null };
  const pages = [first];
  let page = first;
  for (const field of fields) {
    if (field.type !== "page_break") {
      page.fields.push(field);
      continue;
    }
    page.exit = field;
    page = { key: field.key, title: field.label, start: field, fields: [], exit: null };
    pages.push(page);
  }
  return pages;
}

/**
 * Goes through the form once, from top to bottom, so a condition knows only what counts and stands before it. Hidden fields
 * are no part of a page: they are sent along even where their page is passed over.
 */
export function walk(definition: FormDefinition, raw: RawAnswers, at: At): Walk {
  const moment = { language: definition.language, ...at };
  const record: Record<string, unknown> = {};
  const holds = (condition: Condition | undefined) => !condition || evaluate(condition, record, at);
  const pages: number[] = [];
  const fields: Field[] = [];
  const answers: Answers = {};
  const faults: Fault[] = [];
  let target: string | null = null;

  function visit(field: Field): void {
    if (!holds(field.visibleWhen)) return;
    fields.push(field);
    if (!asksSomething(field)) return;
    const checked = checkAnswer(field, Object.hasOwn(raw, field.key) ? raw[field.key] : undefined, moment);
    if ("code" in checked) faults.push({ key: field.key, code: checked.code, params: checked.params });
    else if (checked.value !== null) {
      answers[field.key] = checked.value;
      record[field.key] = toCondition(field, checked.value);
    }
  }

  for (const [index, page] of pagesOf(definition).entries()) {
    const isReached: boolean = target === null || target === page.key;
    const isShown = isReached && holds(page.start?.visibleWhen);
    if (isReached) target = null;
    if (isShown) pages.push(index);
    for (const field of page.fields) if (isShown || field.type === "hidden") visit(field);
    if (isShown) target = page.exit?.jumps?.find(({ when }) => holds(when))?.to ?? null;
  }
  return { pages, fields, answers, faults, ending: endingOf(definition, target, record, at) };
}

/** The faults on one page: what is asked before it is left. */
export function faultsOnPage(definition: FormDefinition, index: number, raw: RawAnswers, at: At): Fault[] {
  const keys = new Set(pagesOf(definition)[index]?.fields.map(({ key }) => key));
  return walk(definition, raw, at).faults.filter(({ key }) => keys.has(key));
}

function endingOf(
  { endings }: FormDefinition,
  target: string | null,
  record: ConditionRecord,
  at: At,
): Ending {
  const ending =
    endings.find(({ key }) => key === target) ??
    endings.find(({ when }) => when && evaluate(when, record, at)) ??
    endings.find(({ when }) => !when);
  return ending ?? { key: "end", kind: "message", title: "" };
}

/** As conditions read it: a date as a time, an address as its lines. */
function toCondition({ type }: Field, value: Answer): unknown {
  if (type === "date") return typeof value === "string" ? Date.parse(value) : null;
  return type === "address" ? Object.values(value).join(", ") : value;
}
