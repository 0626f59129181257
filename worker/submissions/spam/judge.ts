import type { SpamReason } from "../../../db/schema/cell/submissions";
import type { Answers, Field } from "../../forms";
import { isDisposable } from "./disposable";

export type Evidence = {
  /** What stands in the field that no person sees. */
  honeypot: string;
  /** When the form was shown; null where nobody says. */
  startedAt: number | null;
  now: number;
  fields: Field[];
  answers: Answers;
};

/** Faster than anybody reads a form and fills it in, even with a browser that fills it in for them. */
const shortestMs = 2_000;
const mostLinks = 3;

/** What the answer itself tells, without asking anybody. Null is no verdict that it is good: only no reason against it. */
export function judge({ honeypot, startedAt, now, fields, answers }: Evidence): SpamReason | null {
  if (honeypot.trim() !== "") return "honeypot";
  if (startedAt !== null && now - startedAt < shortestMs) return "too_fast";
  const texts = textsOf(fields, answers);
  if (texts.some(({ type, text }) => type === "email" && isDisposable(text))) return "disposable_address";
  const words = texts.filter(({ type }) => type === "short_text" || type === "long_text");
  if (words.reduce((sum, { text }) => sum + countLinks(text), 0) > mostLinks) return "too_many_links";
  return words.some(({ text }) => isOdd(text)) ? "odd_characters" : null;
}

/** What may be told apart by its text: where nobody writes any, equal answers are no sign of anything. */
export function fingerprintText(fields: Field[], answers: Answers): string | null {
  const texts = textsOf(fields, answers).map(({ text }) => text.toLowerCase().replaceAll(/\s+/g, " ").trim());
  const whole = texts.join("\n");
  return whole.length >= shortestTelling ? whole : null;
}

const shortestTelling = 12;
const typed = new Set(["short_text", "long_text", "email", "phone", "url"]);

function textsOf(fields: Field[], answers: Answers): { type: string; text: string }[] {
  return fields.flatMap(({ key, type }) => {
    const answer = answers[key];
    return typed.has(type) && typeof answer === "string" ? [{ type, text: answer }] : [];
  });
}

function countLinks(text: string): number {
  return text.match(/https?:\/\/|\bwww\.|\[url\b|<a\s/gi)?.length ?? 0;
}

/** Letters that only look like letters, writing turned round, towers of accents, words of two alphabets. */
export function isOdd(text: string): boolean {
  const posing = text.match(/[\u{1D400}-\u{1D7FF}\u{1F110}-\u{1F189}\u24B6-\u24E9]/gu)?.length ?? 0;
  if (posing >= 6) return true;
  if (/[\u202A-\u202E\u2066-\u2069]/u.test(text) || /\p{M}{6,}/u.test(text)) return true;
  if (/[\p{Co}\u0000-\u0008\u000E-\u001F]/u.test(text)) return true;
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(isOfTwoAlphabets).length >= 2;
}

function isOfTwoAlphabets(word: string): boolean {
  const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return alphabets.filter((alphabet) => alphabet.test(word)).length > 1;
}
