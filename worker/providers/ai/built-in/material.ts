/** What there is to write from, in the shape that composers use. */
export type Material = {
  title: string;
  audience: string;
  /** Whole sentences, each once, in the order of the material. */
  sentences: string[];
  keywords: string[];
  links: string[];
  /** Short values by their name in lower-case letters alone, such as `calltoaction`. */
  values: ReadonlyMap<string, unknown>;
};

const deepest = 6;
const titleNames = ["title", "topic", "subject", "headline", "name", "business"];
const audienceNames = ["audience", "targetaudience", "readers", "persona"];
const keywordNames = ["keywords", "seokeywords", "tags", "hashtags"];

export function readMaterial(raw: Record<string, unknown> | undefined): Material {
  const found: Found = { sentences: new Set(), links: new Set(), values: new Map() };
  collect(raw ?? {}, "", 0, found);
  const sentences = [...found.sentences];
  const title = firstText(found.values, titleNames) || headlineOf(sentences[0] ?? "");
  return {
    title,
    audience: firstText(found.values, audienceNames),
    sentences,
    keywords: keywordsOf(found.values, `${title} ${sentences.join(" ")}`),
    links: [...found.links],
    values: found.values,
  };
}

export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The beginning of a sentence as a heading: up to its first pause, at most seventy characters. */
export function headlineOf(sentence: string): string {
  const clause = sentence.split(/[,;:–—(]|\.\s/)[0] ?? "";
  return clipWords(clause.length >= 12 ? clause : sentence, 70).replace(/[\s.!?…,;:]+$/u, "");
}

/** At most so many characters, cut between words where there are any. */
export function clipWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const space = cut.lastIndexOf(" ");
  return (space > length / 2 ? cut.slice(0, space) : text.slice(0, length)).toWellFormed().trimEnd();
}

/** At most so many characters, in whole sentences where they make up a good part of it. */
export function clipSentences(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = /^.*[.!?…。！？؟]["”’)]?(?=\s)/su.exec(text.slice(0, length + 1))?.[0].trimEnd() ?? "";
  return whole.length > length * 0.4 ? whole : clipWords(text, length);
}

type Found = { sentences: Set<string>; links: Set<string>; values: Map<string, unknown> };

/** The first value of a name wins, and the outer one before one within. */
function collect(value: unknown, name: string, depth: number, found: Found): void {
  if (depth > deepest || value === null || value === undefined) return;
  if (typeof value === "string") return collectText(value, found);
  if (Array.isArray(value)) return value.forEach((item) => collect(item, name, depth + 1, found));
  if (typeof value !== "object") return;
  const entries = Object.entries(value);
  for (const [key, item] of entries) keep(plainName(key), item, found.values);
  for (const [key, item] of entries) collect(item, key, depth + 1, found);
}

function keep(name: string, value: unknown, values: Map<string, unknown>): void {
  const isShort =
    typeof value !== "object" || (Array.isArray(value) && value.every((item) => typeof item !== "object"));
  if (isShort && value !== "" && value !== undefined && !values.has(name)) values.set(name, value);
}

function collectText(text: string, found: Found): void {
  if (/^https?:\/\/\S+$/.test(text)) {
    found.links.add(text);
    return;
  }
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)) {
    const sentence = segment.replace(/\s+/g, " ").trim();
    if (isSentence(sentence)) found.sentences.add(sentence);
  }
}

/** A label such as “Home roasters” is no sentence; a line that ends like one, or is as long as one, is. */
function isSentence(text: string): boolean {
  const isLong = text.length > 60 || text.split(" ").length > 8;
  return /[.!?…。！？؟]["”’)]?$/u.test(text) ? text.length > 3 : isLong;
}

function firstText(values: ReadonlyMap<string, unknown>, names: string[]): string {
  for (const name of names) {
    const value = values.get(name);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return "";
}

function keywordsOf(values: ReadonlyMap<string, unknown>, text: string): string[] {
  for (const name of keywordNames) {
    const value = values.get(name);
    if (!Array.isArray(value)) continue;
    const given = value.filter((item): item is string => typeof item === "string" && item !== "");
    if (given.length > 0) return given;
  }
  return frequentWords(text);
}

const common = new Set(
  "about after again also because been before being between could every first from have into just like made make more most much only other over same should some such than that their them then there these they this those through under until very want well were what when where which while will with without would your yours".split(
    " ",
  ),
);

function frequentWords(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]{3,}/gu)) {
    if (!common.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  return ranked.slice(0, 12).map(([word]) => word);
}
