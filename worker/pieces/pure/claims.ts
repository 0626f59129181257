import { sentencesOf } from "./plain-text";

export type ClaimKind = "number" | "superlative" | "promise";
export type Claim = { sentence: string; kind: ClaimKind };
export type Backing = { statement: string; sentence: string };

const mostClaims = 30;
const longest = 500;

const things =
  "customers?|clients?|companies|businesses|teams?|people|users?|members?|readers?|subscribers?|orders?|cups?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|countries|cities|stars?|reviews?|times|awards?|employees|offices?|shops?|stores?|locations|projects|products|students|patients|guests|downloads|partners|farms?|farmers|lots|points|tonnes";
const number = new RegExp(
  String.raw`\d[\d.,]*\s?(?:%|percent\b|‰|x\b|×)|[$€£¥]\s?\d|\d[\d.,]*\s?(?:€|\$|£|dollars?\b|euros?\b|pounds?\b|million\b|billion\b|k\b)|\b\d[\d.,]*\+?\s(?:\p{L}+\s)?(?:${things})\b|\b(?!(?:19|20)\d\d\b)\d{3,}\b|\b\d{1,3}(?:[.,]\d{3})+\b`,
  "iu",
);
const superlative =
  /\b(?:best(?! (?:practices?|regards|wishes|before))|worst|(?:fast|cheap|easi|larg|bigg|strong|high|low|saf|smart|fin|fresh|quick|tasti)est|leading|number one|no\. ?1|the only|unmatched|unrivall?ed|unbeatable|award-winning|world-class|world's|the most (?!important|people|of)\w+)\b|#1(?!\d)/iu;
const promise =
  /\b(?:guarantee(?:d|s)?|we promise|never (?:fails?|lose|miss|again|worry)|always (?:works?|delivers?|fresh|free)|risk-free|no risk|money[- ]back|will (?:double|triple|save|increase|boost|cut|reduce|improve|grow)|within \d+ (?:minutes|hours|days|weeks)|free (?:shipping|delivery|trial|returns?)|for (?:ever|life)|100 ?%)(?!\w)/iu;

/** Sentences that say what somebody may hold the business to. A question claims nothing. */
export function findClaims(text: string): Claim[] {
  const claims = new Map<string, Claim>();
  for (const raw of sentencesOf(text)) {
    const sentence = raw.replace(/\s+/g, " ").slice(0, longest);
    const kind = kindOf(sentence);
    if (kind && !claims.has(sentence)) claims.set(sentence, { sentence, kind });
    if (claims.size === mostClaims) break;
  }
  return [...claims.values()];
}

function kindOf(sentence: string): ClaimKind | null {
  if (/\?["”’)]?$/.test(sentence)) return null;
  if (promise.test(sentence)) return "promise";
  if (superlative.test(sentence)) return "superlative";
  return number.test(withoutLabels(sentence)) ? "number" : null;
}

/** Step 3 of 5, 09:00 and 80 grams are no figures that anybody has to answer for. */
function withoutLabels(sentence: string): string {
  return sentence
    .replace(/\b(?:step|tip|day|chapter|part|week|point|no\.|number)\s\d+(?:\s(?:of|to|–|-)\s\d+)?/giu, "")
    .replace(/\b\d{1,2}:\d\d\b/g, "")
    .replace(/\b\d[\d.,]*\s?(?:g|grams?|ml|millilit(?:er|re)s?|°[CF]|cm|mm|px|words|characters)\b/giu, "");
}

/** The fact that says the same: every number of the claim stands in it, and enough of its words. */
export function backingOf<F extends Backing>(claim: Claim, facts: readonly F[]): F | null {
  const wanted = stemsOf(claim.sentence);
  const numbers = numbersIn(claim.sentence);
  const strong = (
    claim.sentence.match(superlative)?.[0] ??
    claim.sentence.match(promise)?.[0] ??
    ""
  ).toLowerCase();
  let best: { fact: F; share: number } | null = null;
  for (const fact of facts) {
    const text = `${fact.statement} ${fact.sentence}`;
    const share = shareOf(wanted, stemsOf(text));
    const saysNumbers = isWithin(numbers, numbersIn(text));
    const saysWord = claim.kind === "number" || strong === "" || text.toLowerCase().includes(strong);
    const isEnough = share.count >= (numbers.size > 0 ? 1 : 2) && share.ratio >= 0.3;
    if (saysNumbers && saysWord && isEnough && share.ratio > (best?.share ?? 0))
      best = { fact, share: share.ratio };
  }
  return best?.fact ?? null;
}

function numbersIn(text: string): Set<string> {
  const numbers = text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return new Set(numbers.map((one) => one.replace(/[.,](?=\d{3}\b)/g, "")));
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];
  return new Set(
    words.filter((word) => !empty.has(word)).map((word) => word.replace(/(?:ing|ed|es|s|ly)$/, "")),
  );
}

const empty = new Set(
  "this that with from your have will they them their than then when what which were been more most very just only also into over about every each our ours".split(
    " ",
  ),
);

function shareOf(wanted: ReadonlySet<string>, said: ReadonlySet<string>): { count: number; ratio: number } {
  const count = [...wanted].filter((word) => said.has(word)).length;
  return { count, ratio: count / Math.max(1, Math.min(wanted.size, 8)) };
}
