import { asSentence } from "./phrases";

export type Said = { sentence: string; url: string };

const deepest = 8;
const longest = 400;

/** Every sentence of pages that were read, with the address of the page that says it. */
export function sentencesWithPages(raw: Record<string, unknown>): Said[] {
  const found = new Map<string, Said>();
  walk(raw, firstUrl(raw), 0, found);
  return [...found.values()];
}

function walk(value: unknown, url: string, depth: number, found: Map<string, Said>): void {
  if (depth > deepest) return;
  if (typeof value === "string") return collect(value, url, found);
  if (Array.isArray(value)) return value.forEach((item) => walk(item, url, depth + 1, found));
  if (typeof value !== "object" || value === null) return;
  const own = "url" in value && typeof value.url === "string" ? value.url : url;
  for (const item of Object.values(value)) walk(item, own, depth + 1, found);
}

function collect(text: string, url: string, found: Map<string, Said>): void {
  if (/^https?:\/\/\S+$/.test(text)) return;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)) {
    const sentence = segment.replaceAll(/\s+/g, " ").trim();
    const isSaid = sentence.split(" ").length >= 4 && sentence.length <= longest && /\p{L}/u.test(sentence);
    if (isSaid && !found.has(sentence)) found.set(sentence, { sentence: asSentence(sentence), url });
  }
}

/** What pages keep coming back to: pairs of words that stand together more than once, then single ones. */
export function keyPhrases(said: Said[], most: number): string[] {
  const [pairs, singles] = [new Map<string, number>(), new Map<string, number>()];
  for (const { sentence } of said) {
    const words = sentence.match(/[\p{L}][\p{L}’'-]*|[^\s\p{L}]/gu) ?? [];
    words.forEach((word, index) => {
      // A capital begins a sentence, a name or a link of a menu.
      if (isIdle(word) || isCapital(word)) return;
      count(singles, word.toLowerCase());
      const next = words[index + 1] ?? "";
      if (!isIdle(next) && !isCapital(next)) count(pairs, `${word} ${next}`.toLowerCase());
    });
  }
  const often = (counts: Map<string, number>, least: number) =>
    [...counts].filter(([, times]) => times >= least).toSorted(([, one], [, other]) => other - one);
  const phrases = often(pairs, 2).map(([phrase]) => phrase);
  const words = often(singles, 3).map(([word]) => word);
  const alone = words.filter((word) => !phrases.some((phrase) => phrase.split(" ").includes(word)));
  return [...phrases, ...alone].slice(0, most);
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Says nothing of a business by itself: small words, numbers, days, and what every website says. */
function isIdle(word: string): boolean {
  return (
    word.length < 4 ||
    !/^\p{L}/u.test(word) ||
    idle.has(word.toLowerCase()) ||
    /(?:ly|ed|day|days|’s|'s)$/.test(word)
  );
}

const idle = new Set(
  "hello mail test cookies menu contact search login email website click welcome about after again also always answer around away back because been before begin being best better both bring came come comes could date days does done down each easy eight eleven even ever every everything find first five four free from full give goes good have help here home hour hours into just keep kept know last least less like list long look made make makes many minutes month more most much name need never next nine once one only open order other over page pages part people person read right same seven short should since site some start still take tell than that their them then there these they thing things this those three time times today twice under until used using very want week weeks well were what when where which while will with within without work works would write year years your yours".split(
    " ",
  ),
);

function firstUrl(raw: Record<string, unknown>): string {
  for (const name of ["url", "website"]) {
    const value = raw[name];
    if (typeof value === "string") return value;
  }
  return "";
}
