import { sequenceTypes, upgradeTypes } from "../../db/schema/cell/content";
import type { Business } from "../businesses";
import type { Context } from "../kernel/context";
import type { PieceDraft } from "../pieces";
import type { Strategy, Topic } from "../strategies";
import type { Bundle } from "./queries";
import { articleTitle, postTitle, type Subject, subjectsOf } from "./subjects";

type Plan = {
  ctx: Context;
  bundle: Bundle;
  run: number;
  strategy: Strategy | null;
  subjects: [Subject, ...Subject[]];
};
type Shared = Pick<
  PieceDraft,
  "id" | "businessId" | "bundleId" | "strategyId" | "topicId" | "title" | "status" | "run"
>;

/** Everything that was ordered, each with its subject, in the order in which it is shown. */
export function planPieces(
  ctx: Context,
  bundle: Bundle,
  run: number,
  about: { business: Business; strategy: Strategy | null; topics: readonly Topic[] },
): PieceDraft[] {
  const { strategy, topics, business } = about;
  const plan = { ctx, bundle, run, strategy, subjects: subjectsOf(topics, business) };
  const { counts } = bundle.brief;
  const pieces = [
    ...times(counts.blogPosts, (index) => blogPost(plan, index)),
    ...times(counts.contentUpgrades, (index) => upgrade(plan, index)),
    ...times(counts.emailSequences, (index) => sequence(plan, index)).flat(),
    ...times(counts.socialPosts, (index) => socialPost(plan, index)),
  ];
  return pieces.map((piece, position) => ({ ...piece, position }));
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function blogPost(plan: Plan, index: number): PieceDraft {
  const { subject, round } = inTurn(plan, index);
  return { ...shared(plan, subject, articleTitle(subject.title, round)), kind: "blog_post" };
}

/** Every subject goes to every platform before the next side of it begins. */
function socialPost(plan: Plan, index: number): PieceDraft {
  const { platforms } = plan.bundle.brief;
  const platform = platforms[index % platforms.length] ?? "linkedin";
  const { subject, round } = inTurn(plan, Math.floor(index / Math.max(platforms.length, 1)));
  return { ...shared(plan, subject, postTitle(subject.title, round)), kind: "social_post", platform };
}

function upgrade(plan: Plan, index: number): PieceDraft {
  const { subject } = inTurn(plan, index);
  const upgradeType = upgradeTypes[index % upgradeTypes.length] ?? "guide";
  const title = `${subject.title}: ${upgradeType.replace("_", " ")}`;
  return { ...shared(plan, subject, title), kind: "content_upgrade", upgradeType };
}

const betweenEmailsMinutes = 3 * 24 * 60;

function sequence(plan: Plan, index: number): PieceDraft[] {
  const { emailsPerSequence } = plan.bundle.brief;
  const { subject } = inTurn(plan, index);
  const sequenceType = sequenceTypes[index % sequenceTypes.length] ?? "nurture";
  const title = `${subject.title}: ${sequenceType} emails`;
  const whole: PieceDraft = {
    ...shared(plan, subject, title),
    kind: "email_sequence",
    sequenceType,
    totalEmails: emailsPerSequence,
  };
  const emails = times(emailsPerSequence, (place): PieceDraft => ({
    ...shared(plan, subject, `${title}, ${place + 1} of ${emailsPerSequence}`),
    kind: "email",
    sequenceId: whole.id,
    emailPosition: place,
    delayMinutes: place === 0 ? 0 : betweenEmailsMinutes,
  }));
  return [whole, ...emails];
}

function inTurn({ subjects }: Plan, index: number): { subject: Subject; round: number } {
  const subject = subjects[index % subjects.length] ?? subjects[0];
  return { subject, round: Math.floor(index / subjects.length) };
}

function shared({ ctx, bundle, run, strategy }: Plan, { topicId }: Subject, title: string): Shared {
  return {
    id: ctx.newId("piece", ctx.organization.cell),
    businessId: bundle.businessId,
    bundleId: bundle.id,
    strategyId: strategy?.id ?? null,
    topicId,
    title: title.slice(0, 300),
    status: "queued",
    run,
  };
}
