import { hash } from "./chance";
import { headlineOf, type Material, plainName } from "./material";
import { asGroup, asSentence, lowerFirst, withoutEnd } from "./phrases";

export type Source = { sentence: string; url: string };

/** The material as somebody reads it who is about to write: who speaks, to whom, about what, with what to show for it. */
export type Brief = {
  title: string;
  description: string;
  /** As they were given; where none were, what the material keeps coming back to. */
  keywords: string[];
  business: string;
  offer: string;
  product: string;
  audience: string;
  pains: string[];
  outcomes: string[];
  subjects: string[];
  tone: string;
  cta: string;
  ctaUrl: string;
  industry: string;
  facts: Source[];
  goal: string;
  voice: string;
  template: string;
  length: string;
  platform: string;
  language: string;
  seed: string;
};

type Raw = Record<string, unknown>;

export function readBrief(raw: Raw | undefined, material: Material): Brief {
  const all = raw ?? {};
  const text = (...names: string[]) => firstText(all, names, material);
  const list = (...names: string[]) => firstList(all, names, material);
  const title = text("piece.title", "topic.title", "title", "topic") || material.title;
  const keywords = list("topic.keywords", "piece.keywords", "keywords").filter((one) => !isSearch(one));
  const subjects = [
    ...list("business.primaryTopics", "primaryTopics"),
    ...list("business.brandKeywords", "brandKeywords"),
  ];
  return {
    title: withoutEnd(title),
    description: text("topic.description", "piece.description", "topic.subheader", "subheader"),
    keywords: usable(keywords.length > 0 ? keywords : subjects.length > 0 ? subjects : frequent(material)),
    business: text("business.name", "profile.name", "businessName", "name"),
    offer: text("business.coreOfferDescription", "business.description", "coreOfferDescription"),
    product: lowerFirst(withoutEnd(text("business.primaryProduct", "primaryProduct"))),
    audience: asGroup(
      text("strategy.targetAudience", "business.targetAudience", "targetAudience", "audience"),
    ),
    pains: phrases(list("business.audiencePainPoints", "strategy.problems", "painPoints", "problems")),
    outcomes: phrases(list("business.audienceDesiredOutcomes", "desiredOutcomes", "outcomes")),
    subjects: usable(subjects),
    tone: text("business.toneOfVoice", "toneOfVoice", "tone"),
    cta: withoutEnd(text("piece.ctaText", "ctaText", "business.primaryCta", "primaryCta")),
    ctaUrl: text("piece.ctaUrl", "ctaUrl", "business.primaryCtaUrl", "primaryCtaUrl", "business.website"),
    industry: lowerFirst(text("business.industry", "industry")),
    facts: factsIn(all, material),
    goal: text("strategy.goal", "goal", "conversionGoal"),
    voice: text("strategy.voice", "voice"),
    template: text("strategy.template", "template"),
    length: lengthOf(text("feedback", "instruction"), text("strategy.length", "length")),
    platform: text("platform", "piece.platform", "channel", "piece.channel"),
    language: text("language", "business.language", "profile.language") || "en",
    seed: String(hash(JSON.stringify(all))),
  };
}

function firstText(raw: Raw, names: string[], { values }: Material): string {
  for (const name of names) {
    const value = at(raw, name) ?? (name.includes(".") ? undefined : values.get(plainName(name)));
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return "";
}

function firstList(raw: Raw, names: string[], { values }: Material): string[] {
  for (const name of names) {
    const value = at(raw, name) ?? (name.includes(".") ? undefined : values.get(plainName(name)));
    const given = Array.isArray(value) ? value.filter((item) => typeof item === "string" && item !== "") : [];
    if (given.length > 0) return given;
  }
  return [];
}

function at(raw: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    // safe: checked on the line above
    return isObject ? (value as Raw)[key] : undefined;
  }, raw);
}

/** A wish said with a new try: how long it should be is the one that can be kept without understanding more. */
function lengthOf(wish: string, given: string): string {
  if (/short|brief|concise|tight|cut|less/i.test(wish)) return "quick";
  if (/longer|more detail|deeper|expand|in depth/i.test(wish)) return "deep";
  return given;
}

const listedFacts = ["facts", "analysis.facts", "evidence", "sources"];

function factsIn(raw: Raw, material: Material): Source[] {
  const listed = listedFacts.map((name) => at(raw, name)).find((value) => Array.isArray(value)) ?? [];
  const facts = (Array.isArray(listed) ? listed : []).flatMap(factOf);
  if (facts.length > 0) return facts;
  const known = material.sentences.filter((sentence) => sentence.length < 220);
  return known.map((sentence) => ({ sentence: asSentence(sentence), url: "" }));
}

/** A price or a telephone number says how to buy, not how somebody works. */
const practical =
  /[$€£]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:dollars|euros?|usd|eur)\b|@|\bcall us\b|\d{3}[\s-]\d{2,}/i;
const practicalKinds = new Set<unknown>(["price", "contact", "place"]);

function factOf(item: unknown): Source[] {
  if (practicalKinds.has(at(item, "kind"))) return [];
  if (typeof item === "string") return [{ sentence: asSentence(item), url: "" }];
  const said = ["statement", "sentence", "text"].map((key) => at(item, key));
  const sentence = said.find((value) => typeof value === "string" && value.trim() !== "");
  const url = at(item, "url");
  if (typeof sentence !== "string" || sentence.length > 300 || practical.test(sentence)) return [];
  return [{ sentence: asSentence(sentence), url: typeof url === "string" ? url : "" }];
}

function phrases(items: string[]): string[] {
  return items.map((item) => withoutEnd(item)).filter((item) => item.length > 2 && item.length < 140);
}

/** Words that a text keeps coming back to, without those that only name a day, a number or a deed. */
function frequent({ keywords }: Material): string[] {
  const idle =
    /(?:ed|ing|ly|day|days)$|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|same|best|free|home)$/;
  return keywords.filter((word) => word.includes(" ") || !idle.test(word.toLowerCase()));
}

/** What somebody types into a search box is no name for a thing. */
function isSearch(words: string): boolean {
  return /^(?:how|what|why|is|are|can|which|when|where|best)\b|\b(?:vs|worth it|mistakes|checklist|for beginners)\b/i.test(
    words,
  );
}

function usable(items: string[]): string[] {
  const plain = items.map((item) => item.trim().replace(/^#/, "")).filter((item) => item.length < 60);
  return [...new Set(plain.filter((item) => item.length > 2))];
}

/** What a sentence is about, for a heading. */
export function headingOf(sentence: string): string {
  return headlineOf(sentence);
}
