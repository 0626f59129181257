import { type Draft, draftOf } from "./draft";
import { clipSentences, clipWords } from "./material";
import { asClause, titleCase, withoutEnd } from "./phrases";
import type { Teller } from "./teller";
import * as words from "./words/blog";

const sectionsByLength: Readonly<Record<string, number>> = { quick: 3, standard: 4, deep: 6 };

/** An article with a beginning, parts under headings, something to do and an end. */
export function composeBlog(teller: Teller): Draft {
  const { brief } = teller;
  const count = sectionsByLength[brief.length] ?? 4;
  const opening = teller.say(words.openings);
  const parts = [opening, teller.say(words.promises), ...sectionsOf(teller, count), ...ending(teller)].filter(
    (part) => part !== "",
  );
  const body = parts.join("\n\n");
  const excerpt = clipSentences(withoutMarks(brief.description || opening), 240);
  return draftOf({
    "title headline name": brief.title,
    "subtitle subheader": withoutEnd(
      clipWords(withoutMarks(brief.description || teller.say(words.promises)), 140),
    ),
    "body content markdown text article": body,
    "excerpt summary intro introduction description": excerpt,
    "metaTitle seoTitle": clipWords(titleCase(brief.title), 60),
    "metaDescription seoDescription": clipSentences(excerpt, 155),
    ...(brief.keywords.length > 0 ? { keywords: brief.keywords.slice(0, 8) } : {}),
    "imageAlt altText": `A picture that goes with an article on ${asClause(brief.title)}`,
    "ctaText cta": brief.cta || "Read more",
    ...(brief.ctaUrl ? { ctaurl: brief.ctaUrl } : {}),
  });
}

/** Each template has its own bones; whatever is known of the business is spread over them. */
function sectionsOf(teller: Teller, count: number): string[] {
  switch (teller.brief.template) {
    case "listicle":
      return numbered(teller, teller.chance.shuffled(words.mistakes).slice(0, count + 1), (n) => `${n}. `);
    case "problem-solution":
      return problemParts(teller, count);
    case "comprehensive":
    case "case-study":
      return freeParts(teller, count);
    default:
      return numbered(teller, stepsFor(teller, count), (n) => `Step ${n}: `);
  }
}

/** Some of the steps, never in another order: a different way for each article, and each way makes sense. */
function stepsFor(teller: Teller, count: number) {
  const kept = new Set(teller.chance.shuffled(words.steps).slice(0, Math.max(count, 3)));
  return words.steps.filter((step) => kept.has(step));
}

function numbered(
  teller: Teller,
  parts: readonly (readonly [string, string])[],
  mark: (n: number) => string,
): string[] {
  return parts.flatMap(([heading, text], index) => [
    `## ${mark(index + 1)}${heading}`,
    teller.fill(text),
    supporting(teller, index),
  ]);
}

function problemParts(teller: Teller, count: number): string[] {
  return [
    "## What goes wrong",
    teller.say(words.troubles) || teller.say(words.thoughts),
    teller.say(words.thoughts),
    "## Why it keeps coming back",
    ...some(count - 2, () => teller.say(words.thoughts)),
    "## What helps",
    teller.say(words.wishes),
    teller.say(words.evidence),
    ...stepsFor(teller, 3).map(([heading, text]) => `**${heading}.** ${teller.fill(text)}`),
  ];
}

const freeHeadings = [
  "What it is really about",
  "What matters most",
  "Where people get stuck",
  "What is worth the effort",
  "How to tell that it works",
  "What can wait",
  "How we do it",
];

function freeParts(teller: Teller, count: number): string[] {
  return teller.chance
    .shuffled(freeHeadings.slice(0, count + 1))
    .slice(0, count)
    .flatMap((heading, index) => [
      `## ${heading}`,
      teller.say(words.thoughts),
      supporting(teller, index),
      index % 2 === 0 ? teller.say(words.thoughts) : "",
    ]);
}

/** A second paragraph that differs from part to part: what we do, what people suffer from, what they wish for. */
function supporting(teller: Teller, index: number): string {
  const pools = [words.evidence, words.troubles, words.thoughts, words.wishes];
  for (let tries = 0; tries < pools.length; tries++) {
    const said = teller.say(pools[(index + tries) % pools.length] ?? words.thoughts);
    if (said !== "") return said;
  }
  return "";
}

function ending(teller: Teller): string[] {
  const { cta, ctaUrl } = teller.brief;
  const list = teller.chance
    .shuffled(words.checks)
    .slice(0, 5)
    .map((check) => `- ${teller.fill(check)}`);
  return [
    "## A short list to keep",
    "The whole thing in five lines:",
    list.join("\n"),
    "## In the end",
    teller.say(words.closings),
    cta && ctaUrl
      ? teller.say(words.invitations).replace(`**${cta}**`, `[${cta}](${ctaUrl})`)
      : teller.say(words.invitations),
  ];
}

export function withoutMarks(text: string): string {
  return text
    .replaceAll(/[*_#`]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function some(count: number, make: () => string): string[] {
  return Array.from({ length: Math.max(count, 1) }, make);
}
