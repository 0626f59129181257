import {
  displeased,
  feelings,
  pleased,
  pressing,
  refused,
  signs,
  subjects,
  wishes,
} from "./words/conversation";

type Shown = { confidence: number; quotes: string[] };

/** What a message shows by its plain words, each with the very words. What has none is not said. */
export function composeConversation(content: string) {
  return {
    sentiment: moodOf(content),
    intent: wishOf(content),
    topics: subjects.flatMap(([name, words]) => shown(content, words).map((one) => ({ name, ...one }))),
    entities: namedIn(content),
    buyingSignals: signs.flatMap(([kind, words]) => shown(content, words).map((one) => ({ kind, ...one }))),
  };
}

function moodOf(content: string) {
  const all = [...content.matchAll(pleased)];
  const isRefused = ({ index }: RegExpExecArray) =>
    refused.test(content.slice(Math.max(0, index - 40), index));
  const good = all.filter((match) => !isRefused(match));
  const bad = [
    ...all.filter(isRefused),
    ...[...content.matchAll(displeased)].filter((match) => !isRefused(match)),
  ];
  const [more, fewer] = good.length >= bad.length ? [good, bad] : [bad, good];
  const isMixed = fewer.length > 0 && fewer.length * 2 >= more.length;
  const overall = more.length === 0 ? "neutral" : isMixed ? "mixed" : more === good ? "positive" : "negative";
  const telling = isMixed ? [...more.slice(0, 2), ...fewer.slice(0, 1)] : more.slice(0, 3);
  return {
    overall,
    emotions: feelings.flatMap(([name, words]) => (words.test(content) ? [name] : [])).slice(0, 3),
    confidence: surety(isMixed ? more.length + fewer.length : more.length - fewer.length),
    quotes: telling.map(({ index, 0: words }) => clauseAround(content, index, words.length)),
  };
}

function wishOf(content: string) {
  const found = wishes.map(([primary, words]) => ({ primary, matches: [...content.matchAll(words)] }));
  const most = Math.max(...found.map(({ matches }) => matches.length));
  const wish = found.find(({ matches }) => matches.length === most && most > 0);
  const urgency = pressing.find(([, words]) => words.test(content))?.[0] ?? "low";
  return {
    primary: wish?.primary ?? "other",
    urgency,
    confidence: surety(most),
    quotes: (wish?.matches ?? [])
      .slice(0, 2)
      .map(({ index, 0: words }) => clauseAround(content, index, words.length)),
  };
}

function shown(content: string, words: RegExp): Shown[] {
  const found = words.exec(content);
  if (!found) return [];
  const times = [...content.matchAll(new RegExp(words.source, "gi"))].length;
  return [{ confidence: surety(times), quotes: [clauseAround(content, found.index, found[0].length)] }];
}

/** One word says something, two say it again: never quite sure, for it is words that are counted here. */
function surety(times: number): number {
  return times <= 0 ? 0 : Math.min(0.5 + 0.15 * times, 0.9);
}

const longestClause = 140;

/** The part of the sentence that the words stand in, or the words alone where that is long. */
function clauseAround(content: string, index: number, length: number): string {
  const before = content.slice(0, index);
  const start = Math.max(...["\n", ". ", "! ", "? ", "; "].map((mark) => endOf(before, mark)));
  const rest = content.slice(index + length);
  const end = /[.!?;](?:\s|$)|\n/.exec(rest)?.index ?? rest.length;
  const clause = content.slice(start, index + length + end).trim();
  return clause.length <= longestClause ? clause : content.slice(index, index + length);
}

function endOf(text: string, mark: string): number {
  const at = text.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

const name = String.raw`\p{Lu}[\p{L}\p{N}&'’-]*(?:[ ]\p{Lu}[\p{L}\p{N}&'’-]*){0,3}`;

const kinds: readonly [string, RegExp, number][] = [
  ["email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 0.95],
  ["url", /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;!?]/g, 0.95],
  [
    "money",
    /(?:[$€£]\s?\d+(?:[.,]\d+)*(?:\s?(?:k|million)\b)?|\b\d+(?:[.,]\d+)*\s?(?:€|dollars?|euros?|usd|eur|gbp)\b)/gi,
    0.9,
  ],
  ["phone", /(?<![\w.])\+?\d[\d ()/-]{7,16}\d(?!\w)/g, 0.8],
  [
    "date",
    /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?\b)?(?:,? \d{4})?|(?:next |this )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b/g,
    0.8,
  ],
  [
    "competitor",
    new RegExp(
      String.raw`(?<=\b(?:also (?:talking|speaking) (?:to|with)|compar\w+ (?:you |it |this |them )?(?:to|with)|(?:quote|offer) from|currently (?:use|using|with|buy from)|switch(?:ing)? (?:away )?from|instead of)\s)${name}`,
      "gu",
    ),
    0.7,
  ],
  ["company", new RegExp(String.raw`${name} (?:Inc|GmbH|Ltd|LLC|AG|SARL|Corp|Co)\b\.?`, "gu"), 0.8],
  ["person", new RegExp(String.raw`(?<=^(?:Hi|Hello|Dear) )${name}(?=[,!\n])`, "gmu"), 0.7],
  [
    "person",
    new RegExp(String.raw`(?<=(?:[Rr]egards|[Tt]hanks|[Bb]est|[Cc]heers),?\n)${name}(?=\s*(?:\n|$))`, "gu"),
    0.7,
  ],
];

function namedIn(content: string) {
  return kinds
    .flatMap(([type, words, confidence]) =>
      [...content.matchAll(words)].slice(0, 5).map(([text]) => ({ type, text: text.trim(), confidence })),
    )
    .slice(0, 20);
}
