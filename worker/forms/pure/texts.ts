import { evaluate } from "../../kernel/pure/evaluate";
import type { Ending, Field, FormDefinition, Texts } from "./form";

/** The form in another of its languages; where a text has no translation its own words stay. */
export function localise(definition: FormDefinition, language: string): FormDefinition {
  const texts = definition.translations?.[language];
  return texts ? { ...withTexts(definition, texts), language } : definition;
}

/** The words for whoever came this way, such as `{ utm_source: "linkedin" }`: the first wording that fits. */
export function personalise(
  definition: FormDefinition,
  visitor: Record<string, string>,
  now: number,
): FormDefinition {
  const wording = definition.wordings?.find(({ when }) => evaluate(when, visitor, { now }));
  return wording ? withTexts(definition, wording.texts) : definition;
}

/** What a visitor's way may be asked for in a wording's condition. */
export const visitorFields = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_content",
  "utm_term",
  "referrer",
  "language",
] as const;

/** The first that the form has of what is wanted, most wanted first; its own language otherwise. */
export function chooseLanguage(definition: FormDefinition, wanted: readonly string[]): string {
  const known = [definition.language, ...Object.keys(definition.translations ?? {})];
  for (const each of wanted) {
    const [primary = ""] = each.toLowerCase().split("-");
    const found =
      known.find((language) => language.toLowerCase() === each.toLowerCase()) ??
      known.find((language) => language.toLowerCase().split("-")[0] === primary);
    if (found && primary) return found;
  }
  return definition.language;
}

export function directionOf(language: string): "ltr" | "rtl" {
  return /^(?:ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)(?:-|$)/i.test(language) ? "rtl" : "ltr";
}

/** Every text of a form by its path: what a translation may say otherwise. */
export function textsOf(definition: FormDefinition): Texts {
  const { title, description, submitLabel, fields, endings } = definition;
  const all: [string, string | undefined][] = [
    ["title", title],
    ["description", description],
    ["submitLabel", submitLabel],
    ...fields.flatMap(textsOfField),
    ...endings.flatMap(({ key, ...ending }) =>
      endingTexts.map((name): [string, string | undefined] => [`endings.${key}.${name}`, ending[name]]),
    ),
  ];
  return Object.fromEntries(all.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const fieldTexts = ["label", "help", "placeholder"] as const;
const endingTexts = ["title", "text", "buttonLabel"] as const;

function textsOfField({ key, rules, options = [], ...field }: Field): [string, string | undefined][] {
  return [
    ...fieldTexts.map((name): [string, string | undefined] => [`fields.${key}.${name}`, field[name]]),
    [`fields.${key}.lowLabel`, rules?.lowLabel],
    [`fields.${key}.highLabel`, rules?.highLabel],
    ...options.map(({ value, label }): [string, string] => [`fields.${key}.options.${value}`, label]),
  ];
}

function withTexts(definition: FormDefinition, texts: Texts): FormDefinition {
  const say = <T extends string | undefined>(path: string, own: T): T | string =>
    own && Object.hasOwn(texts, path) ? (texts[path] ?? own) : own;
  return {
    ...definition,
    title: say("title", definition.title),
    description: say("description", definition.description),
    submitLabel: say("submitLabel", definition.submitLabel),
    fields: definition.fields.map((field) => sayField(field, say)),
    endings: definition.endings.map((ending) => sayEnding(ending, say)),
  };
}

type Say = <T extends string | undefined>(path: string, own: T) => T | string;

function sayField(field: Field, say: Say): Field {
  const at = `fields.${field.key}`;
  return {
    ...field,
    label: say(`${at}.label`, field.label),
    help: say(`${at}.help`, field.help),
    placeholder: say(`${at}.placeholder`, field.placeholder),
    ...(field.options && {
      options: field.options.map(({ value, label }) => ({
        value,
        label: say(`${at}.options.${value}`, label),
      })),
    }),
    ...(field.rules && {
      rules: {
        ...field.rules,
        lowLabel: say(`${at}.lowLabel`, field.rules.lowLabel),
        highLabel: say(`${at}.highLabel`, field.rules.highLabel),
      },
    }),
  };
}

function sayEnding(ending: Ending, say: Say): Ending {
  const at = `endings.${ending.key}`;
  return {
    ...ending,
    title: say(`${at}.title`, ending.title),
    text: say(`${at}.text`, ending.text),
    buttonLabel: say(`${at}.buttonLabel`, ending.buttonLabel),
  };
}
