export type Evidence = { quote: string; start: number; end: number };

const longest = 400;

/** Where these words stand in the content, however its lines are broken; null where they do not. */
export function findWords(content: string, words: string): Evidence | null {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0 || words.length > longest) return null;
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const found = new RegExp(pattern, "u").exec(content);
  if (!found) return null;
  return { quote: found[0], start: found.index, end: found.index + found[0].length };
}

/** Of what is said to show something only what is there, each place once. */
export function findAll(content: string, quotes: readonly string[]): Evidence[] {
  const found = quotes.flatMap((quote) => findWords(content, quote) ?? []);
  return found.filter(({ start }, index) => found.findIndex((one) => one.start === start) === index);
}
