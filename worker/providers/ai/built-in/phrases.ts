import { clipWords } from "./material";

/** What a title is about, as it stands within a sentence: “storing coffee”, “cold brew”, “why coffee goes stale”. */
export function asClause(title: string): string {
  const plain = withoutEnd(title).replace(framing, "");
  const done = plain.replace(/^how to\s+(?=\S)/i, "");
  const first = done.split(" ")[0] ?? "";
  const isDoing = done !== plain || verbs.has(first.toLowerCase());
  return isDoing ? `${gerund(first.toLowerCase())}${done.slice(first.length)}` : lowerFirst(plain);
}

/** The part of a title that names its form: “Five mistakes in”, “A beginner’s guide to”, “The truth about”. */
const framing =
  /^(?:(?:an?|the|our|your|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+)?(?:[\p{L}’'-]+\s+){0,2}(?:guide|checklist|introduction|mistakes|questions|tips|reasons|ways|truth|facts|lessons|habits|rules|myths)\s+(?:in|to|for|about|with|on|of|around|behind)\s+(?=\S)/iu;

/** Names and abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  const first = text.split(/[\s’']/u)[0] ?? "";
  const isName = /^\p{Lu}.*\p{Lu}/u.test(first) || first === "I" || /\d/.test(first);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Without the sign at its end, so that a sentence can go on or around it. */
export function withoutEnd(text: string): string {
  return text.trim().replace(/[\s.!?…,;:]+$/u, "");
}

export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…。！？؟]["”’)]?$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The beginning of what somebody wrote about a group of people, short enough to stand within a sentence. */
export function asGroup(text: string): string {
  const clause = text.split(/[.;:(\n]|,\s+(?:who|which|that)\b| – | — /u)[0] ?? "";
  const short = clipWords(withoutEnd(clause), 70);
  return /\b(?:is|are|was|we|they|our)\b/i.test(short) ? "" : lowerFirst(short);
}

export function titleCase(text: string): string {
  return text.replaceAll(/\p{L}[\p{L}’']*/gu, (word, at: number) =>
    at > 0 && small.has(word.toLowerCase()) ? word : upperFirst(word),
  );
}

/** “coldbrew” of “cold brew”; nothing of what no platform takes as a tag. */
export function asTag(text: string): string {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  const tag = words.map((word) => (words.length > 1 ? upperFirst(word.toLowerCase()) : word.toLowerCase()));
  return tag.join("");
}

const small = new Set("a an and as at but by for from in into of on or so than the to with your".split(" "));

const verbs = new Set(
  "answer ask avoid bring build buy change choose compare cook create cut design do draw find fix get give grow handle improve keep learn make manage measure move organise organize pick plan prepare read reduce run save sell set ship simplify start stop store take teach test think track train try turn understand use win work write".split(
    " ",
  ),
);
const doubling = new Set("cut get plan run set ship stop win".split(" "));

function gerund(verb: string): string {
  if (doubling.has(verb) || /^[^aeiou]*[aeiou][bdgmnpt]$/.test(verb)) return `${verb}${verb.at(-1)}ing`;
  return /[^aeiou]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}
