import type { Brief } from "./brief";
import { voiceOf } from "./compose-plan";
import { type Draft, draftOf } from "./draft";
import { keyPhrases } from "./key-phrases";
import { clipSentences, clipWords, headlineOf, type Material } from "./material";
import { asGroup, upperFirst, withoutEnd } from "./phrases";
import { type Said, sentencesWithPages } from "./pages";

const kinds: readonly (readonly [kind: string, sign: RegExp, confidence: number])[] = [
  [
    "price",
    /[$€£]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:dollars|euros?|usd|eur)\b|\bper (?:month|year|person|kilo)\b|\bfree (?:trial|shipping|delivery)\b/i,
    0.9,
  ],
  ["contact", /@[\w-]+\.\w|\+?\d[\d\s()-]{7,}\d|\bcall us\b|\bwrite to us\b|\bopening hours\b/i, 0.9],
  [
    "proof",
    /\b(?:since|founded in|established) (?:19|20)\d\d\b|\b\d[\d,.]*\+? (?:customers|clients|years|reviews|farms|companies|members|people)\b|\baward|\bcertified\b|\bguarantee/i,
    0.8,
  ],
  [
    "problem",
    /\b(?:tired of|struggl|frustrat|problem|waste|difficult|hard to|stale|too (?:late|slow|expensive))/i,
    0.6,
  ],
  [
    "outcome",
    /\bso (?:that )?you\b|\byou (?:get|can|will|save|taste|know)\b|\bhelps? you\b|\bwithout (?:the|any)\b/i,
    0.6,
  ],
  [
    "audience",
    /\bfor (?:people|teams?|home|small|busy|those|everyone|anyone|offices?|caf[eé]s|restaurants|families|businesses|beginners)\b|\bdesigned for\b/i,
    0.7,
  ],
  [
    "place",
    /\b(?:based|located|find us|visit us|workshop|shop|office|roastery|studio) (?:is )?(?:in|at|on)\b/i,
    0.7,
  ],
  [
    "offer",
    /\b(?:we|our team) (?:make|sell|offer|build|roast|bake|design|deliver|provide|teach|run|ship|create|brew|grow|repair|help)\b|\bour (?:products?|services?|range|shop|beans|courses?)\b/i,
    0.75,
  ],
];

/** What pages say of a business, each fact with the sentence and address it comes from; the rest is read off those. */
export function composeAnalysis(
  brief: Brief,
  material: Material,
  raw: Record<string, unknown> | undefined,
): Draft {
  const said = sentencesWithPages(raw ?? {});
  const facts = factsOf(said);
  const ofKind = (kind: string) =>
    facts
      .filter((fact) => fact["kind"] === kind)
      .flatMap(({ statement }) => (typeof statement === "string" ? [statement] : []));
  const { name, tagline } = titleParts(material, raw);
  const description =
    text(raw, "description") || tagline || ofKind("offer")[0] || material.sentences[0] || "";
  const audience = text(raw, "targetAudience") || audienceIn(ofKind("audience"));
  const offers = ofKind("offer");
  const phrases = keyPhrases(said, 10);
  return draftOf({
    "name businessName title": brief.business || name,
    "description summary overview": clipSentences(description, 500),
    "coreOfferDescription offer": clipSentences(offers.slice(0, 2).join(" ") || description, 600),
    "primaryProduct product": clipWords(productIn(offers) || phrases[0] || headlineOf(description), 120),
    "businessType type": clipWords(kindIn(description) || kindIn(tagline), 120),
    industry: "",
    "targetAudience audience": audience,
    "audienceJobRole jobRole": "",
    "audiencePainPoints painPoints problems": ofKind("problem").map(withoutEnd).slice(0, 6),
    "audienceDesiredOutcomes desiredOutcomes outcomes": ofKind("outcome").map(withoutEnd).slice(0, 6),
    "contentFocus focus": upperFirst(phrases.slice(0, 4).join(", ")),
    "primaryTopics topics": phrases.slice(0, 6),
    "brandKeywords keywords": phrases,
    "toneOfVoice tone voice": toneOf(said),
    competitors: [],
    "primaryCta cta": brief.cta,
    "primaryCtaUrl ctaUrl": brief.ctaUrl,
    "facts findings": facts,
  });
}

const most = 40;

function factsOf(said: Said[]): Draft[] {
  const facts = said.flatMap(({ sentence, url }) => {
    const found = kinds.find(([, sign]) => sign.test(sentence));
    if (!found || sentence.split(" ").length < 5) return [];
    const [kind, , confidence] = found;
    return [
      draftOf({
        kind,
        "statement fact text": clipSentences(sentence, 280),
        "sentence source quote": sentence,
        "url page": url,
        confidence,
      }),
    ];
  });
  return facts.slice(0, most);
}

function text(raw: Record<string, unknown> | undefined, name: string): string {
  const extract = raw?.["extract"] ?? raw?.["site"] ?? raw;
  const value: unknown =
    typeof extract === "object" && extract !== null && name in extract ? Reflect.get(extract, name) : "";
  return typeof value === "string" ? value.trim() : "";
}

/** A page's title is mostly “what it is – who it is of”, in either order; the name is the shorter part. */
function titleParts(material: Material, raw: Record<string, unknown> | undefined) {
  const title = text(raw, "title") || material.title;
  const parts = title
    .split(/\s+[|·–—•-]\s+|:\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [name = title, ...rest] = parts.toSorted(
    (one, other) => one.split(" ").length - other.split(" ").length,
  );
  return { name, tagline: upperFirst(rest.at(-1) ?? "") };
}

/** “A small roastery in Bergen that …” is a small roastery in Bergen. */
function kindIn(text: string): string {
  const kind = /^(?:.{0,40}\b(?:is|are) )?an? ([^.,;:–—]{4,80}?)(?= that | which | who |[.,;:–—]|$)/i.exec(
    text,
  );
  return upperFirst(kind?.[1] ?? "");
}

/** What follows “we make”, where that is a thing and not a time or a place. */
function productIn(offers: string[]): string {
  for (const offer of offers) {
    const found =
      /\b(?:make|sell|offer|build|roast|bake|design|provide|teach|brew|grow)s? (?!(?:it|them|in|on|at|to|for|twice|once|every|and)\b)([^.,;:–—]{4,60})/i.exec(
        offer,
      )?.[1];
    if (found) return upperFirst(withoutEnd(found));
  }
  return "";
}

function audienceIn(sentences: string[]): string {
  for (const sentence of sentences) {
    const group =
      /\b(?:designed |made |built )?for ((?:people|teams?|home|small|busy|those|everyone|anyone|offices?|caf[eé]s|restaurants|families|businesses|beginners)[^.,;:!?]{0,60})/i.exec(
        sentence,
      )?.[1];
    if (group) return upperFirst(asGroup(group) || group.trim());
  }
  return "";
}

const tones = {
  expert: "Factual and precise",
  friendly: "Friendly and plain",
  insider: "Direct, from the inside",
  storyteller: "Personal, told in stories",
};

function toneOf(said: Said[]): string {
  const all = said.map(({ sentence }) => sentence).join(" ");
  const words = Math.max(all.split(" ").length, 1);
  const personal = (all.match(/\b(?:we|our|you|your)\b/gi)?.length ?? 0) / words;
  return tones[personal > 0.03 ? "friendly" : voiceOf("precise")];
}
