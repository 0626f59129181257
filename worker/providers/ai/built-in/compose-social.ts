import { type Draft, draftOf } from "./draft";
import { clipSentences, clipWords } from "./material";
import type { Teller } from "./teller";
import * as words from "./words/social";

/** Room that a text has on each platform, a little less than is allowed so that a link fits behind it. */
const room: Readonly<Record<string, number>> = {
  x: 240,
  bluesky: 260,
  threads: 440,
  facebook: 800,
  instagram: 1200,
  linkedin: 1400,
};
const tagsOn: Readonly<Record<string, number>> = {
  x: 2,
  bluesky: 2,
  threads: 1,
  facebook: 2,
  instagram: 8,
  linkedin: 4,
};

/** A post in one of a few forms, so that a hundred of them do not look like one. */
export function composeSocial(teller: Teller): Draft {
  const { platform, cta, ctaUrl } = teller.brief;
  const most = room[platform] ?? 500;
  const forms = most < 300 ? shortForms : longForms;
  const form = forms[teller.chance.below(forms.length)] ?? shortForms[0];
  const content = fit(form?.(teller) ?? [], most);
  const tags = teller.tags(tagsOn[platform] ?? 3);
  return draftOf({
    "title name headline": clipWords(content.split("\n")[0] ?? "", 80),
    "content text body post caption copy": content,
    "hashtags tags": tags,
    "mediaPrompts imagePrompts": [teller.say(words.pictures)],
    altText: teller.say(words.pictures),
    "ctaText cta": cta,
    ...(ctaUrl ? { ctaurl: ctaUrl, link: ctaUrl } : {}),
    ...(platform ? { platform } : {}),
    "postType type": "single",
  });
}

type Form = (teller: Teller) => string[];

const shortForms: Form[] = [
  (teller) => [teller.say(words.hooks), teller.say(words.points)],
  (teller) => [teller.say(words.stories) || teller.say(words.points), teller.say(words.questions)],
  (teller) => [teller.say(words.troubles) || teller.say(words.hooks), teller.say(words.points)],
  (teller) => [teller.say(words.points), teller.say(words.questions), teller.say(words.stories)],
  (teller) => [teller.say(words.hooks), teller.say(words.stories) || teller.say(words.points)],
  (teller) => [teller.say(words.hooks), teller.say(words.points), teller.say(words.questions)],
  (teller) => [teller.say(words.wishes) || teller.say(words.hooks), teller.say(words.points)],
];

const longForms: Form[] = [
  (teller) => [
    teller.say(words.hooks),
    teller.say(words.points),
    teller.say(words.stories) || teller.say(words.points),
    teller.say(words.questions),
  ],
  (teller) => [
    teller.say(words.troubles) || teller.say(words.hooks),
    teller.say(words.points),
    teller.say(words.points),
    teller.say(words.wishes),
    teller.say(words.questions),
  ],
  (teller) => [teller.say(words.hooks), listOf(teller, 3), teller.say(words.questions)],
  (teller) => [
    teller.say(words.stories) || teller.say(words.hooks),
    teller.say(words.points),
    teller.say(words.questions),
  ],
  (teller) => [
    teller.say(words.hooks),
    listOf(teller, 4),
    teller.say(words.stories),
    teller.say(words.questions),
  ],
];

/** Some of the lines, in their own order. */
function listOf(teller: Teller, count: number): string {
  const kept = new Set(teller.chance.shuffled(words.lists).slice(0, count));
  return words.lists
    .filter((line) => kept.has(line))
    .map((line, index) => `${index + 1}. ${line}`)
    .join("\n");
}

/** Whole paragraphs as long as there is room; the first is cut where it alone is too long. */
function fit(parts: string[], most: number): string {
  const kept: string[] = [];
  for (const part of parts.filter((text) => text !== "")) {
    const next = [...kept, part].join("\n\n");
    if (next.length <= most) kept.push(part);
  }
  return kept.join("\n\n") || clipSentences(parts.find((text) => text !== "") ?? "", most);
}
