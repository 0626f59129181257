import { german } from "./words/de";
import { english } from "./words/en";
import { spanish } from "./words/es";
import { french } from "./words/fr";
import { arabic } from "./words/ar";
import type { Words } from "./say";

const known: Record<string, Words> = { en: english, de: german, fr: french, es: spanish, ar: arabic };

export const languagesWithWords = Object.keys(known);

/** What a form says by itself; English where we do not speak the language. */
export function wordsIn(language: string): Words {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(known, primary) ? (known[primary] ?? english) : english;
}
