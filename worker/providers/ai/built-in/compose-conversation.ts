import { languageOf } from "./reading/language-of";
import { namedIn } from "./reading/named-in";
import { beginsWith, endsWith, wordsOf } from "./reading/pattern";
import { plainOf } from "./reading/plain";
import type { Lexicon } from "./words/reading";

/** What was written, the same without accents at the same places, and the words of its language. */
type Text = { content: string; plain: string; words: Lexicon };
type Place = { index: number; length: number };
type Shown = { confidence: number; quotes: string[] };

/** What a message shows by its plain words, each with the very words. What has none is not said. */
export function composeConversation(written: string) {
  const content = written.normalize("NFC");
  const plain = plainOf(content);
  const words = languageOf(plain);
  const entities = namedIn(content, plain, words);
  if (!words) return { language: null, ...nothing, entities };
  const text = { content, plain, words };
  return {
    language: words.code,
    sentiment: moodOf(text),
    intent: wishOf(text),
    topics: shown(text, words.subjects, false).map(({ key: name, ...rest }) => ({ name, ...rest })),
    entities,
    buyingSignals: shown(text, words.signs, true).map(({ key: kind, ...rest }) => ({ kind, ...rest })),
  };
}

/** Of a language that is not known, nothing is guessed. */
const nothing = {
  sentiment: { overall: "neutral", emotions: [], confidence: 0, quotes: [] },
  intent: { primary: "other", urgency: "low", confidence: 0, quotes: [] },
  topics: [],
  buyingSignals: [],
};

function moodOf({ words, content, ...text }: Text) {
  // Manners and mockery are taken out, so that they neither count nor turn what stands beside them.
  const plain = text.plain.replaceAll(wordsOf(words.empty), (all) => ".".repeat(all.length));
  const heard = { content, plain, words };
  const [kind, harsh] = [placesOf(plain, words.pleased), placesOf(plain, words.displeased)];
  const good = kind.filter((place) => !isTurned(heard, place));
  const bad = [
    ...kind.filter((place) => isTurned(heard, place)),
    ...harsh.filter((place) => !isTurned(heard, place) && !kind.some((one) => holds(one, place))),
  ];
  const [more, fewer] = good.length >= bad.length ? [good, bad] : [bad, good];
  const isMixed = fewer.length > 0 && fewer.length * 2 >= more.length;
  const overall = more.length === 0 ? "neutral" : isMixed ? "mixed" : more === good ? "positive" : "negative";
  const telling = isMixed ? [...more.slice(0, 2), ...fewer.slice(0, 1)] : more.slice(0, 3);
  return {
    overall,
    emotions: overall === "neutral" ? [] : feelingsIn(plain, words),
    confidence: surety(isMixed ? more.length + fewer.length : more.length - fewer.length),
    quotes: telling.map((place) => clauseAround(content, place)),
  };
}

function feelingsIn(plain: string, { feelings }: Lexicon): string[] {
  return Object.entries(feelings)
    .filter(([, said]) => placesOf(plain, said).length > 0)
    .map(([name]) => name)
    .slice(0, 3);
}

/** Of these even a “not” is said to somebody's face. */
const plainSpoken = new Set(["decline", "complain", "object", "ask_support"]);

function wishOf(text: Text) {
  const { content, plain, words } = text;
  const found = Object.entries(words.wishes).map(([primary, said]) => ({
    primary,
    places: placesOf(plain, said).filter((place) => plainSpoken.has(primary) || !isTurned(text, place)),
  }));
  const most = Math.max(...found.map(({ places }) => places.length));
  const wish = found.find(({ places }) => places.length === most && most > 0);
  const urgency = Object.entries(words.pressing).find(([, said]) => placesOf(plain, said).length > 0)?.[0];
  return {
    primary: wish?.primary ?? "other",
    urgency: urgency ?? "low",
    confidence: surety(most),
    quotes: (wish?.places ?? []).slice(0, 2).map((place) => clauseAround(content, place)),
  };
}

function shown(text: Text, said: Record<string, string>, canTurn: boolean): (Shown & { key: string })[] {
  return Object.entries(said).flatMap(([key, ways]) => {
    const places = placesOf(text.plain, ways).filter((place) => !canTurn || !isTurned(text, place));
    const [first] = places;
    return first
      ? [{ key, confidence: surety(places.length), quotes: [clauseAround(text.content, first)] }]
      : [];
  });
}

const mostPlaces = 200;

function placesOf(plain: string, said: string): Place[] {
  const found: Place[] = [];
  for (const { index, 0: words } of plain.matchAll(wordsOf(said))) {
    found.push({ index, length: words.length });
    if (found.length === mostPlaces) break;
  }
  return found;
}

function holds(one: Place, other: Place): boolean {
  return other.index >= one.index && other.index + other.length <= one.index + one.length;
}

const reach = 40;

/** “Not” before it, or after it where a language says it there. */
function isTurned({ plain, words }: Text, { index, length }: Place): boolean {
  return (
    endsWith(words.not, plain.slice(Math.max(0, index - reach), index)) ||
    beginsWith(words.notAfter, plain.slice(index + length, index + length + reach))
  );
}

/** One word says something, two say it again: never quite sure, for it is words that are counted here. */
function surety(times: number): number {
  return times <= 0 ? 0 : Math.min(0.5 + 0.15 * times, 0.9);
}

const longestClause = 140;

/** The part of the sentence that the words stand in, or the words alone where that is long. */
function clauseAround(content: string, { index, length }: Place): string {
  const before = content.slice(Math.max(0, index - longestClause), index);
  const start = Math.max(...["\n", ". ", "! ", "? ", "; "].map((mark) => endOf(before, mark)));
  const rest = content.slice(index + length, index + length + longestClause);
  const end = /[.!?;](?:\s|$)|\n/.exec(rest)?.index ?? rest.length;
  const clause = `${before.slice(start)}${content.slice(index, index + length)}${rest.slice(0, end)}`.trim();
  return clause.length < longestClause ? clause : content.slice(index, index + length);
}

function endOf(text: string, mark: string): number {
  const at = text.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}
