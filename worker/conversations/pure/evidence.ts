export type Evidence = { quote: string; start: number; end: number };

const longest = 400;

/**
 * Where these words stand in the content, however its lines are broken and its accents are made up; null where they do
 * not. Whole words are meant before parts of others: “May” is not in “Maya”.
 */
export function findWords(content: string, words: string): Evidence | null {
  const parts = words.normalize("NFC").trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0 || words.length > longest) return null;
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const whole = String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`;
  const found = placeOf(content, whole) ?? placeOf(content, pattern) ?? placeSeen(content, pattern);
  return found && { quote: content.slice(found.start, found.end), ...found };
}

type Place = { start: number; end: number };

function placeOf(content: string, pattern: string): Place | null {
  const found = new RegExp(pattern, "u").exec(content);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** As an eye sees it: letters with their accents in one, without what takes no room, such as what colours an emoji. */
function placeSeen(content: string, pattern: string): Place | null {
  let seen = "";
  const places: Place[] = [];
  for (const { 0: letter, index } of content.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const shown = letter.normalize("NFC").replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
    seen += shown;
    for (let unit = 0; unit < shown.length; unit++) places.push({ start: index, end: index + letter.length });
  }
  const found = placeOf(seen, pattern);
  const [first, last] = [places[found?.start ?? -1], places[(found?.end ?? 0) - 1]];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Of what is said to show something only what is there, each place once. */
export function findAll(content: string, quotes: readonly string[]): Evidence[] {
  const found = quotes.flatMap((quote) => findWords(content, quote) ?? []);
  return found.filter(({ start }, index) => found.findIndex((one) => one.start === start) === index);
}
