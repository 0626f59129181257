const compiled = new Map<string, RegExp>();

/** The words of a lexicon as a pattern over plain text. Every repetition has a bound, so that no text takes long. */
export function wordsOf(words: string): RegExp {
  const known = compiled.get(words);
  if (known) return known;
  // Nothing is said in these words: they fit nowhere.
  const made = new RegExp(words === "" ? "(?!)" : `${startOfWord}(?:${spelled(words)})${endOfWord}`, "gu");
  compiled.set(words, made);
  return made;
}

/** One of these words right before the end, at most two others between. */
export function endsWith(words: string, text: string): boolean {
  return (
    words !== "" && patternOf(`${startOfWord}(?:${spelled(words)})${room}(?:${word}${room}){0,2}$`).test(text)
  );
}

/** One of these words right after the beginning, at most two others between. */
export function beginsWith(words: string, text: string): boolean {
  return (
    words !== "" && patternOf(`^(?:${room}${word}){0,2}${room}(?:${spelled(words)})${endOfWord}`).test(text)
  );
}

function patternOf(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, "u");
  compiled.set(source, known);
  return known;
}

const startOfWord = String.raw`(?<![\p{L}\p{N}])`;
const endOfWord = String.raw`(?![\p{L}\p{N}])`;
const room = String.raw`\s{1,9}`;
const word = String.raw`[\p{L}\p{N}'-]{1,30}`;
const between = String.raw`(?:\s{1,9}[^\s.!?;]{1,30}){0,8}?\s{1,9}`;

function spelled(words: string): string {
  return words
    .replaceAll(" ?", String.raw`\s?`)
    .replaceAll(" ", room)
    .replaceAll("~", String.raw`\p{L}{0,30}`)
    .replaceAll("…", between);
}
