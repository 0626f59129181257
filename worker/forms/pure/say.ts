import type { FaultCode, FaultParams } from "./fault";

/** Everything a form says by itself, in one language; each visitor is sent only theirs. */
export type Words = Record<FaultCode | FormWord, string>;

export const formWords = [
  "submit",
  "next",
  "back",
  "sending",
  "optional",
  "only_if",
  "only_if_it_applies",
  "not_if",
  "yes",
  "no",
  "choose",
  "page_of",
  "thanks",
  "check_faults",
  "not_sent",
  "try_again",
  "closed",
  "not_yet_open",
  "full",
  "close",
  "confirm_mail",
  "add_file",
  "remove_file",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
  "country",
] as const;
export type FormWord = (typeof formWords)[number];

export function sayFault({ code, params }: { code: FaultCode; params: FaultParams }, words: Words): string {
  const part = String(params["part"] ?? "");
  const named = Object.hasOwn(words, part) ? { ...params, part: words[part as FormWord] } : params; // safe: one of them
  return fill(words[code], named);
}

export function fill(sentence: string, params: FaultParams): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
