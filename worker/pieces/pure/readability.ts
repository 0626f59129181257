import { sentencesOf, wordsOf } from "./plain-text";

export type Readability = {
  sentences: number;
  words: number;
  wordsPerSentence: number;
  /** Flesch reading ease from 0 to 100, for English alone. */
  ease: number | null;
};

export function readabilityOf(text: string, language: string): Readability {
  const words = wordsOf(text);
  const sentences = Math.max(1, sentencesOf(text).length);
  const wordsPerSentence = words.length / sentences;
  const isEnglish = /^en\b/i.test(language) && words.length > 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const ease = 206.835 - 1.015 * wordsPerSentence - (84.6 * syllables) / Math.max(1, words.length);
  return {
    sentences,
    words: words.length,
    wordsPerSentence: Math.round(wordsPerSentence * 10) / 10,
    ease: isEnglish ? Math.round(Math.min(100, Math.max(0, ease))) : null,
  };
}

/** Groups of vowels, without the silent e: near enough for an average. */
function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  if (plain.length <= 3) return 1;
  const groups = plain
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "")
    .replace(/^y/, "")
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}
