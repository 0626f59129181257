import { withoutMarks } from "./compose-blog";
import { type Draft, draftOf } from "./draft";
import { clipSentences, clipWords } from "./material";
import type { Teller } from "./teller";
import { evidence, wishes } from "./words/blog";
import { type Beat, beats, farewells, greetings, orders } from "./words/email";

const day = 24 * 60;
const delays = [0, 2 * day, 2 * day, 3 * day, 3 * day, 4 * day, 7 * day];

/** Mails that build on each other: welcome, problem, way, example, doubt, offer. */
export function composeSequence(teller: Teller, count: number): Draft {
  const emails = Array.from({ length: count }, (_, place) => composeEmail(teller, place, count));
  const { title, description, audience } = teller.brief;
  const about =
    description || `A series of ${count} mails${audience ? ` for ${audience}` : ""}, one idea each.`;
  return draftOf({
    "title name headline": title,
    "description summary": clipSentences(about, 300),
    "emails mails messages": emails,
    totalEmails: count,
  });
}

/** One mail of a sequence of so many, of which the first has the place 0. */
export function composeEmail(teller: Teller, place: number, total: number): Draft {
  const order = orders[total] ?? beats.map((_, index) => index);
  return emailOf(teller, beats[order[place] ?? place % beats.length], place);
}

function emailOf(teller: Teller, beat: Beat | undefined, position: number): Draft {
  const used = beat ?? beats[0];
  const subject = clipWords(teller.say(used?.subjects ?? []) || teller.brief.title, 60);
  const paragraphs = [
    teller.say(greetings),
    teller.say(used?.openings ?? []),
    position % 2 === 1 ? teller.say(evidence) : "",
    teller.say(used?.bodies ?? []),
    position % 2 === 0 ? teller.say(evidence) || teller.say(wishes) : "",
    invitation(teller, used),
    `${teller.say(farewells)}\n${teller.brief.business || "Your team"}`,
  ];
  const body = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  return draftOf({
    "title name": used?.aim ?? subject,
    "subject subjectLine headline": subject,
    "preheader preview previewText": teller.say(used?.preheaders ?? []),
    "body content markdown text": body,
    "summary description purpose goal": used?.aim ?? "",
    delayMinutes: delays[position] ?? 7 * day,
    delayHours: (delays[position] ?? 7 * day) / 60,
    "delayDays delay": (delays[position] ?? 7 * day) / day,
    "position order number": position + 1,
    "ctaText cta": teller.brief.cta || "Read more",
    ...(teller.brief.ctaUrl ? { ctaurl: teller.brief.ctaUrl } : {}),
    excerpt: clipSentences(withoutMarks(body.split("\n\n")[1] ?? body), 200),
  });
}

/** A link where there is one to give, in the mails that are meant to lead on. */
function invitation(teller: Teller, beat: Beat | undefined): string {
  const { cta, ctaUrl } = teller.brief;
  if (!cta || beat === beats[1]) return "";
  return ctaUrl ? `[${cta}](${ctaUrl})` : `**${cta}**`;
}
