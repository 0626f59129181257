import * as z from "zod";
import type { Condition } from "../kernel/conditions";
import { type Field, fieldTypes, type FormDefinition, hasOptions, type Theme } from "./pure/form";

/** What nobody is asked is nothing to draft. */
const drafted = z.enum(fieldTypes).exclude(["hidden"]);

const question = z.strictObject({
  type: drafted,
  label: z.string().trim().min(1).max(300),
  help: z.string().trim().max(300),
  isRequired: z.boolean(),
  options: z.array(z.string().trim().min(1).max(100)).max(30),
  onlyIfQuestion: z
    .int()
    .min(0)
    .max(40)
    .meta({ description: "The number of an earlier question, 0 for always." }),
  onlyIfAnswer: z.string().trim().max(100),
});
type Question = z.output<typeof question>;

/** What a model is asked for: labels and order. Keys, targets and looks are ours to give. */
export const formDraftShape = z.strictObject({
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(500),
  submitLabel: z.string().trim().min(1).max(60),
  questions: z.array(question).min(1).max(40),
  thanksTitle: z.string().trim().min(1).max(200),
  thanksText: z.string().trim().max(500),
});
export type FormDraftAnswer = z.output<typeof formDraftShape>;

export function definitionFromDraft(draft: FormDraftAnswer, language: string, theme: Theme): FormDefinition {
  const fields: Field[] = [];
  const byNumber: Field[] = [];
  const taken = new Set(["thanks"]);
  const targets = new Set<string>();
  for (const asked of draft.questions.filter(({ label }) => label !== "")) {
    const field = fieldOf(asked, keyFor(asked.label, taken), byNumber);
    const target = targetOf(field);
    if (target && !targets.has(target)) field.mapsTo = target;
    if (field.mapsTo) targets.add(field.mapsTo);
    byNumber.push(field);
    fields.push(field);
  }
  return {
    language,
    title: draft.title,
    ...(draft.description && { description: draft.description }),
    submitLabel: draft.submitLabel,
    fields,
    endings: [
      {
        key: "thanks",
        kind: "message",
        title: draft.thanksTitle,
        ...(draft.thanksText && { text: draft.thanksText }),
      },
    ],
    theme,
  };
}

/** A choice without choices becomes a line to write in. */
function fieldOf(asked: Question, key: string, before: Field[]): Field {
  const options = optionsOf(asked.options);
  const type = hasOptions(asked.type) && options.length === 0 ? "short_text" : asked.type;
  const isQuestion = type !== "statement" && type !== "page_break";
  const visibleWhen = conditionOf(asked, before);
  return {
    key,
    type,
    label: asked.label,
    ...(asked.help && isQuestion && { help: asked.help }),
    ...(asked.isRequired && isQuestion && { isRequired: true }),
    ...(hasOptions(type) && { options }),
    ...(visibleWhen && { visibleWhen }),
  };
}

function optionsOf(labels: string[]) {
  const taken = new Set<string>();
  return labels.map((label) => ({ value: keyFor(label, taken, "option"), label }));
}

/** Only about a choice or a yes that stands before it; anything else is left out rather than guessed. */
function conditionOf({ onlyIfQuestion, onlyIfAnswer }: Question, before: Field[]): Condition | null {
  const asked = before[onlyIfQuestion - 1];
  if (!asked || onlyIfAnswer === "") return null;
  const { key: field, type, options } = asked;
  if (type === "yes_no")
    return { field, operator: /^(?:no|false)$/i.test(onlyIfAnswer) ? "is_false" : "is_true" };
  const value = options?.find(({ label }) => label.toLowerCase() === onlyIfAnswer.toLowerCase())?.value;
  if (value === undefined) return null;
  return type === "multiple_choice"
    ? { field, operator: "has_any", value: [value] }
    : { field, operator: "equals", value };
}

const targetsByLabel: [RegExp, string][] = [
  [/\bfirst name\b/i, "lead.firstName"],
  [/\b(?:last|family) name\b|\bsurname\b/i, "lead.lastName"],
  [/\b(?:company|organi[sz]ation|business)(?: name)?$/i, "company.name"],
  [/\bjob title\b|\brole\b|what do you do/i, "lead.jobTitle"],
  [/^(?:your |full )?name\b/i, "lead.name"],
  [/\bbudget\b/i, "lead.budget"],
  [/how many people are you|team size|company size/i, "company.size"],
  [/what do you need|how can we help/i, "lead.need"],
];
const targetsByType: Partial<Record<Field["type"], string>> = {
  email: "lead.email",
  phone: "lead.phone",
  url: "company.website",
  consent: "lead.consent",
};

function targetOf({ type, label }: Field): string | undefined {
  if (type === "statement" || type === "page_break" || type === "file") return undefined;
  return targetsByType[type] ?? targetsByLabel.find(([words]) => words.test(label))?.[1];
}

/** A word for it: letters and digits of the label, numbered where it is there already. */
export function keyFor(label: string, taken: Set<string>, otherwise = "field"): string {
  const words = label
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[_0-9]+|_+$/g, "")
    .slice(0, 32)
    .replace(/_+$/, "");
  const base = ["", "constructor", "prototype"].includes(words) ? otherwise : words;
  let key = base;
  for (let number = 2; taken.has(key); number++) key = `${base}_${number}`;
  taken.add(key);
  return key;
}
