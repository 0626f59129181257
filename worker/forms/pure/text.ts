import { type Checked, fault, invalid } from "./fault";
import type { Field } from "./form";

export const mostLetters = { line: 300, text: 5000 };

export function checkLine(raw: unknown, field: Field): Checked {
  const text = clean(raw)?.replaceAll(/\s+/g, " ");
  return text === undefined ? invalid : within(text, field, mostLetters.line);
}

export function checkText(raw: unknown, field: Field): Checked {
  const text = clean(raw)?.replaceAll(/\r\n?/g, "\n");
  return text === undefined ? invalid : within(text, field, mostLetters.text);
}

const address = /^[^\s@<>()[\]\\,;:"]{1,64}@([^\s@<>()[\]\\,;:"/?#]{1,253})$/;
const host = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

export function checkEmail(raw: unknown): Checked {
  const text = clean(raw);
  if (text === undefined) return invalid;
  const name = address.exec(text)?.[1];
  const labels = name?.split(".") ?? [];
  if (!name || labels.length < 2 || !labels.every((label) => host.test(label))) return fault("not_email");
  return { value: text.slice(0, -name.length) + name.toLowerCase() };
}

/** With its country where it was given: `0049 30 123` and `+49 (30) 123` are the same number. */
export function checkPhone(raw: unknown): Checked {
  const text = clean(raw);
  if (text === undefined) return invalid;
  const number = text.replaceAll(/[\s()./\u2010-\u2015-]/g, "").replace(/^00/, "+");
  return /^\+?\d{5,15}$/.test(number) ? { value: number } : fault("not_phone");
}

/** http and https only; https where none is given. */
export function checkUrl(raw: unknown): Checked {
  const text = clean(raw);
  if (text === undefined) return invalid;
  const url = parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  const isUsable = url && /.\../.test(url.hostname) && !url.username && !url.password;
  return isUsable && url.href.length <= 2000 ? { value: url.href } : fault("not_url");
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** One spelling for what looks the same, and nothing that no database and no screen can show. */
export function clean(raw: unknown): string | undefined {
  if (typeof raw !== "string") return undefined;
  return raw
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .normalize("NFC")
    .trim();
}

function within(text: string, { rules = {} }: Field, most: number): Checked {
  if (text === "") return { value: null };
  const { length } = lettersOf(text);
  const max = rules.maxLength ?? most;
  if (length > max) return fault("too_long", { max });
  if (length < (rules.minLength ?? 0)) return fault("too_short", { min: rules.minLength ?? 0 });
  if (rules.mask && !fits(text, rules.mask)) return fault("mask", { mask: rules.mask });
  return { value: text };
}

/** Letter by letter, so that no pattern of an owner can take long. */
function fits(text: string, mask: string): boolean {
  const [letters, wanted] = [lettersOf(text), lettersOf(mask)];
  return letters.length === wanted.length && letters.every((letter, index) => matches(letter, wanted[index]));
}

/** By code point, as databases and other languages count. */
function lettersOf(text: string): string[] {
  return Array.from(text);
}

function matches(letter: string, wanted: string | undefined): boolean {
  if (wanted === "#") return /\d/.test(letter);
  if (wanted === "@") return /\p{L}/u.test(letter);
  return wanted === "*" ? /[\p{L}\d]/u.test(letter) : letter === wanted;
}
