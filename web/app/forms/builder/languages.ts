import { textsOf } from "../../../../worker/forms/pure/texts";
import type { Definition } from "../definition";

/** Offered first; any other can be written by its code. */
export const commonLanguages = [
  "ar",
  "bg",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fi",
  "fr",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "nb",
  "nl",
  "pl",
  "pt",
  "pt-BR",
  "ro",
  "ru",
  "sk",
  "sl",
  "sv",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];

export function languageName(code: string, display: string): string {
  try {
    return new Intl.DisplayNames([display, "en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export type TextRow = { path: string; own: string; place: string };

/** Every text of the form with where it stands, in order. */
export function textRows(definition: Definition): TextRow[] {
  return Object.entries(textsOf(definition)).map(([path, own]) => ({
    path,
    own,
    place: placeOf(path, definition),
  }));
}

export function missingIn(definition: Definition, language: string): number {
  const texts = definition.translations?.[language] ?? {};
  return Object.keys(textsOf(definition)).filter((path) => !texts[path]?.trim()).length;
}

const partNames: Record<string, string> = {
  title: "Title",
  description: "Introduction",
  submitLabel: "Button",
  label: "Question",
  help: "Help",
  placeholder: "Example",
  lowLabel: "Lowest",
  highLabel: "Highest",
  text: "Words",
  buttonLabel: "Button",
};

function placeOf(path: string, { fields, endings }: Definition): string {
  const [kind, key, ...rest] = path.split(".");
  if (key === undefined) return partNames[path] ?? path;
  const part = rest[0] === "options" ? "Option" : (partNames[rest[0] ?? ""] ?? "");
  const number =
    kind === "fields"
      ? fields.findIndex((field) => field.key === key)
      : endings.findIndex((ending) => ending.key === key);
  return `${kind === "fields" ? "Question" : "Ending"} ${number + 1} · ${part}`;
}
