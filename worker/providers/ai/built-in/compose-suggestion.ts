import type { Brief } from "./brief";
import { type Draft, draftOf } from "./draft";
import { asSentence, lowerFirst, upperFirst } from "./phrases";
import { Teller } from "./teller";
import { thoughts } from "./words/blog";
import { hooks } from "./words/social";

type Rule = { wish: RegExp; apply: (text: string, brief: Brief) => string };

/** What can be done to a passage by rule; anything else is answered with the passage tightened. */
const rules: Rule[] = [
  { wish: /short|brief|concise|tight|cut/i, apply: shorten },
  { wish: /long|expand|more detail|elaborate/i, apply: lengthen },
  {
    wish: /list|bullet/i,
    apply: (text) =>
      sentencesOf(text)
        .map((one) => `- ${one}`)
        .join("\n"),
  },
  { wish: /simpl|plain|easier|clear/i, apply: simplify },
  {
    wish: /question/i,
    apply: (text, brief) => `${tighten(text)} What would you do about ${subjectOf(brief)}?`,
  },
  {
    wish: /hook|opening|catch|attention/i,
    apply: (text, brief) => `${new Teller(brief, "hook").say(hooks)} ${tighten(text)}`,
  },
];

export function composeSuggestion(brief: Brief, selection: string, instruction: string): Draft {
  const rule = rules.find(({ wish }) => wish.test(instruction));
  const text = rule ? rule.apply(selection, brief) : tighten(selection);
  return draftOf({ "text suggestion replacement content result body": text.trim() || selection });
}

function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text);
  return [...segments].map(({ segment }) => tighten(segment)).filter((one) => one !== "");
}

/** The first sentence says what it is about; of the rest the shorter half is kept, in its order. */
function shorten(text: string): string {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return asSentence(tighten(text).split(/[,;:–—]\s/)[0] ?? text);
  const [first = "", ...rest] = sentences;
  const kept = new Set(
    rest.toSorted((one, other) => one.length - other.length).slice(0, Math.floor(rest.length / 2)),
  );
  return [first, ...rest.filter((one) => kept.has(one))].join(" ");
}

function lengthen(text: string, brief: Brief): string {
  return `${tighten(text)} ${new Teller(brief, "longer").say(thoughts)}`;
}

/** One thought a sentence, and the usual word for the fine one. */
function simplify(text: string): string {
  const split = sentencesOf(text).flatMap((one) =>
    one.length < 110
      ? [one]
      : one
          .split(/;\s|,\s(?=(?:and|but|so)\s)/)
          .map((part) => upperFirst(asSentence(part.replace(/^(?:and|so)\s/i, "")))),
  );
  return split
    .join(" ")
    .replaceAll(fineWords, (word) => likeCase(word, usual.get(word.toLowerCase()) ?? word));
}

const usual = new Map(
  Object.entries({
    utilize: "use",
    utilise: "use",
    leverage: "use",
    facilitate: "help",
    commence: "begin",
    purchase: "buy",
    assistance: "help",
    additional: "more",
    numerous: "many",
    approximately: "about",
    subsequently: "then",
    therefore: "so",
    obtain: "get",
    require: "need",
    demonstrate: "show",
  }),
);
const fineWords = new RegExp(`\\b(?:${[...usual.keys()].join("|")})\\b`, "gi");

function likeCase(example: string, word: string): string {
  return /^\p{Lu}/u.test(example) ? upperFirst(word) : lowerFirst(word);
}

/** Takes out what a sentence says nothing by. */
function tighten(text: string): string {
  return text
    .replaceAll(/\b(?:very|really|basically|actually|quite|simply|just|literally)\s+/gi, "")
    .replaceAll(/\bin order to\b/gi, "to")
    .replaceAll(/\bdue to the fact that\b/gi, "because")
    .replaceAll(/\bat this point in time\b/gi, "now")
    .replaceAll(/\s+([,.;:!?])/g, "$1")
    .replaceAll(/[^\S\n]+/g, " ")
    .trim()
    .replace(/^\p{Ll}/u, (letter) => (/^\p{Lu}/u.test(text.trim()) ? letter.toUpperCase() : letter));
}

function subjectOf({ keywords, title }: Brief): string {
  return lowerFirst(keywords[0] ?? title);
}
