import { sentencesOf } from "./plain-text";

/** Sentences of a text that are in none of what a model wrote: a person's own. */
export function ownSentences(text: string, generated: string): string[] {
  const written = new Set(sentencesOf(generated).map(plain));
  return sentencesOf(text).filter((sentence) => !written.has(plain(sentence)) && plain(sentence) !== "");
}

/** Which of these a new text no longer has, whatever its spaces, signs and capitals are. */
export function lostSentences(sentences: readonly string[], text: string): string[] {
  const whole = plain(text);
  return sentences.filter((sentence) => !whole.includes(plain(sentence)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
