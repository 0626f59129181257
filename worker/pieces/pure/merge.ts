/** What an email may say about whoever gets it; there are no others (TPL-01). */
export const mergeNames = [
  "lead.first_name",
  "lead.last_name",
  "lead.name",
  "lead.email",
  "lead.company",
  "business.name",
  "business.website",
  "sender.name",
] as const;
export type MergeName = (typeof mergeNames)[number];
export type MergeValues = Partial<Record<MergeName, string>>;
export type MergePart = { text: string } | { name: MergeName; fallback: string };

export const mostMergeTags = 50;
export const longestFallback = 100;

const known = new Set<string>(mergeNames);
const tag = /\{\{ ?([a-z]+\.[a-z_]+) ?(?:\| ?([^{}|\n]{0,100}?) ?)?\}\}/g;

export function isMergeName(name: unknown): name is MergeName {
  return typeof name === "string" && known.has(name);
}

/** One pass: a tag that is not on the list stays the text it is, and what a tag brings is never read again. */
export function mergeParts(text: string): MergePart[] {
  const parts: MergePart[] = [];
  let done = 0;
  for (const match of text.matchAll(tag)) {
    const [whole, name, fallback = ""] = match;
    if (!isMergeName(name)) continue;
    if (match.index > done) parts.push({ text: text.slice(done, match.index) });
    parts.push({ name, fallback });
    done = match.index + whole.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

export function mergeTagText(name: string, fallback: string): string {
  return fallback === "" ? `{{${name}}}` : `{{${name}|${fallback}}}`;
}

export function cleanFallback(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .replace(/[{}|\s]+/g, " ")
    .trim()
    .slice(0, longestFallback)
    .trim();
}

/** A value stands in one line, whatever was kept under its name: a line break would begin another header. */
export function mergeValue(values: MergeValues, name: MergeName, fallback: string): string {
  // oxlint-disable-next-line no-control-regex
  const value = (values[name] ?? "").replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
  return value === "" ? fallback : value;
}

/** For subjects: plain text, one line. */
export function mergeText(text: string, values: MergeValues): string {
  return mergeParts(text)
    .map((part) => ("text" in part ? part.text : mergeValue(values, part.name, part.fallback)))
    .join("");
}

/** Tags as they would look, for counters and previews. */
export function unknownTags(text: string): string[] {
  const tags = text.match(/\{\{[^{}]{0,120}\}\}/g) ?? [];
  return [...new Set(tags.filter((one) => mergeParts(one).every((part) => "text" in part)))];
}
