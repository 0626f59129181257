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

function firstUrl(raw: Record<string, unknown>): string {
  for (const name of ["url", "website"]) {
    const value = raw[name];
    if (typeof value === "string") return value;
  }
  return "";
}
