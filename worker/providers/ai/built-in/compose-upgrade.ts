import { type Draft, draftOf } from "./draft";
import { clipSentences, clipWords } from "./material";
import { asClause, titleCase } from "./phrases";
import type { Teller } from "./teller";
import { checks, evidence, mistakes, steps, thoughts } from "./words/blog";

/** Something to keep and use: lines to tick, blanks to fill, or a short guide. */
export function composeUpgrade(teller: Teller, type: string): Draft {
  const { brief } = teller;
  const body = [
    `This ${nameOf(type)} is about ${asClause(brief.title)}. Print it or keep it open while you work.`,
    ...(parts[type] ?? guide)(teller),
    brief.cta && brief.ctaUrl ? `When you want to go further: [${brief.cta}](${brief.ctaUrl}).` : "",
  ].filter((part) => part !== "");
  const description = `A ${nameOf(type)} on ${asClause(brief.title)}${brief.audience ? `, for ${brief.audience}` : ""}. Short enough to use the same day.`;
  return draftOf({
    "title name headline": clipWords(brief.title, 90),
    "description summary excerpt": clipSentences(brief.description || description, 300),
    "body content markdown text": body.join("\n\n"),
    "upgradeType type": type || "guide",
    "keywords tags": brief.keywords.slice(0, 6),
    "metaTitle seoTitle": clipWords(titleCase(brief.title), 60),
    metaDescription: clipSentences(description, 155),
    "ctaText cta": brief.cta || "Download",
    "fileName filename": "",
  });
}

type Parts = (teller: Teller) => string[];

const checklist: Parts = (teller) => {
  const [before, during, after] = [steps.slice(0, 3), steps.slice(3, 6), steps.slice(6)];
  const lines = (list: readonly (readonly [string, string])[]) =>
    list.map(([heading]) => `- [ ] ${heading}`).join("\n");
  const own = teller.chance
    .shuffled(checks)
    .slice(0, 4)
    .map((check) => `- [ ] ${teller.fill(check)}`);
  return [
    "## Before you start",
    `${lines(before)}\n${own.slice(0, 2).join("\n")}`,
    "## While you are at it",
    `${lines(during)}\n${own.slice(2).join("\n")}`,
    "## Afterwards",
    lines(after),
    "## Good to know",
    teller.say(evidence) || teller.say(thoughts),
  ];
};

const worksheet: Parts = (teller) => [
  "## Where you are",
  "1. What happens today, step by step?\n\n   ____________________________________________\n\n2. Which step would nobody miss?\n\n   ____________________________________________",
  "## Where you want to be",
  teller.fill(
    "3. How would you recognise a good result?\n\n   ____________________________________________\n\n4. What would change first about {key}?\n\n   ____________________________________________",
  ),
  "## What you do next",
  "5. The one change you try this week:\n\n   ____________________________________________\n\n6. When you look at it again:\n\n   ____________________________________________",
  "## A hint",
  teller.say(thoughts),
];

const template: Parts = (teller) => [
  "Copy the text below and fill in what stands in brackets.",
  "## The goal",
  "We want [result]. We will know that it worked when [sign]. We look at it again on [date].",
  "## What happens today",
  "1. [First step]\n2. [Second step]\n3. [Third step]",
  "## What we change",
  teller.fill(
    "We change [one thing] about {key}, because [reason]. [Name] tries it on [a real, small case] until [date].",
  ),
  "## What we learned",
  "What stayed: [ ]\n\nWhat slipped back: [ ]\n\nWhat turned out not to matter: [ ]",
];

const swipeFile: Parts = (teller) => [
  "Sentences to borrow. Change the words until they sound like you.",
  "## To begin a conversation",
  teller.fill(
    "- “What would a good result look like to you?”\n- “How do you deal with {key} today?”\n- “What have you tried already, and what did you learn from it?”",
  ),
  "## To explain",
  teller.fill(
    "- “Think of {key} like this: [picture].”\n- “Most of it comes down to one decision, and that is [decision].”\n- “You can ignore [detail] for now.”",
  ),
  "## To end well",
  "- “Here is the one thing I would do first.”\n- “Let us look at it again on [date].”\n- “Tell me if I got something wrong.”",
];

const guide: Parts = (teller) => [
  ...steps
    .slice(0, 5)
    .flatMap(([heading, text], index) => [
      `## ${index + 1}. ${heading}`,
      teller.fill(text),
      index % 2 === 1 ? teller.say(evidence) : "",
    ]),
  "## Three things to avoid",
  teller.chance
    .shuffled(mistakes)
    .slice(0, 3)
    .map(([heading, text]) => `**${heading}.** ${teller.fill(text)}`)
    .join("\n\n"),
];

const parts: Readonly<Record<string, Parts>> = {
  checklist,
  worksheet,
  template,
  guide,
  swipe_file: swipeFile,
};

function nameOf(type: string): string {
  return (type || "guide").replaceAll("_", " ");
}
