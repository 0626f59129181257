import type { Id } from "../../db/ids";
import type { Business } from "../businesses";
import type { Topic } from "../strategies";

export type Subject = { title: string; topicId: Id<"topic"> | null };

/** What a bundle is about: the topics that were chosen, else what the profile of the business is full of. */
export function subjectsOf(topics: readonly Topic[], business: Business): [Subject, ...Subject[]] {
  const { primaryTopics, audiencePainPoints, audienceDesiredOutcomes, brandKeywords } = business;
  const told = [...primaryTopics, ...audiencePainPoints, ...audienceDesiredOutcomes, ...brandKeywords];
  const subjects: Subject[] =
    topics.length > 0
      ? topics.map(({ id, title }) => ({ title, topicId: id }))
      : [...new Set(told)].map((title) => ({ title: title.slice(0, 150), topicId: null }));
  const [first, ...rest] = subjects;
  return [first ?? { title: business.primaryProduct || business.name, topicId: null }, ...rest];
}

const articleAngles = [
  "where to begin",
  "the mistake most people make",
  "step by step",
  "what it costs and what it saves",
  "questions people ask",
  "two ways compared",
  "an example from practice",
  "a checklist",
  "what has changed",
  "when it is not worth it",
  "how to tell good from bad",
  "what to do first thing tomorrow",
] as const;

const postAngles = [
  "the one sentence",
  "a question to readers",
  "a common mistake",
  "a small tip",
  "before and after",
  "a number worth knowing",
  "behind the scenes",
  "a myth",
  "three steps",
  "what beginners ask",
  "what experts overlook",
  "an invitation",
] as const;

/** The same subject comes back from another side each time. */
export function articleTitle(subject: string, round: number): string {
  return round === 0 ? subject : titled(subject, articleAngles, round - 1);
}

export function postTitle(subject: string, round: number): string {
  return titled(subject, postAngles, round);
}

function titled(subject: string, angles: readonly string[], round: number): string {
  const again = Math.floor(round / angles.length);
  const angle = angles[round % angles.length] ?? "";
  return `${subject}: ${angle}${again > 0 ? ` (${again + 1})` : ""}`;
}
