import { type Lexicon, lexicons, unreadable } from "../words/reading";
import { wordsOf } from "./pattern";

/** Which languages a word is usual in; of those that nobody reads here, as one without a name. */
const speakers = new Map<string, Set<string>>();
for (const { code, common } of [...lexicons, { code: "", common: unreadable }])
  for (const word of common.split(" "))
    speakers.set(word, (speakers.get(word) ?? new Set<string>()).add(code));

const mostWords = 400;
const sample = 2000;

/** The language of a plain text by its usual words; null where it is none of ours, or may be either of two. */
export function languageOf(plain: string): Lexicon | null {
  const words =
    plain
      .slice(0, 10_000)
      .match(/\p{L}{1,30}/gu)
      ?.slice(0, mostWords) ?? [];
  const points = new Map<string, number>();
  for (const word of words) {
    const codes = speakers.get(word) ?? new Set();
    for (const code of codes) points.set(code, (points.get(code) ?? 0) + (codes.size === 1 ? 2 : 1));
  }
  const code = clearest(points, words.length);
  if (code !== null) return lexicons.find((one) => one.code === code) ?? null;
  // Short messages between neighbours: what they are about tells them apart.
  for (const lexicon of lexicons) {
    const known = points.get(lexicon.code) ?? 0;
    points.set(lexicon.code, known + 2 * topicsIn(plain.slice(0, sample), lexicon));
  }
  const told = clearest(points, words.length);
  return lexicons.find((one) => one.code === told) ?? null;
}

function clearest(points: Map<string, number>, length: number): string | null {
  const [[best, most] = ["", 0], [, next] = ["", 0]] = [...points].toSorted(
    ([, one], [, other]) => other - one,
  );
  return most >= 2 && most >= next + 1 && most >= next * 1.15 && most >= length * 0.3 ? best : null;
}

function topicsIn(plain: string, { months, pleased, displeased, subjects, wishes }: Lexicon): number {
  const said = [months, pleased, displeased, ...Object.values(subjects), ...Object.values(wishes)];
  return said.filter((words) => plain.search(wordsOf(words)) >= 0).length;
}

/** Whether a word is one of those that every sentence of a language has: no name, then. */
export function isUsual(word: string): boolean {
  return speakers.has(word);
}
