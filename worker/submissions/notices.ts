import type { Id } from "../../db/ids";
import { type Answers, type Field, getForm, notifiedPeople } from "../forms";
import type { Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import { holdersOf } from "../members";
import { sendLetter } from "./letters";
import { findSubmission, newestNumber, type Submission } from "./queries";
import { sayAnswer } from "./say-answer";

const hourMs = 3_600_000;
/** So many mails tell of one answer each; what comes beyond is told together, once an hour (SPAM-03). */
const single = [
  { name: "hour", quota: 5, windowSeconds: 3600 },
  { name: "day", quota: 20, windowSeconds: 86_400 },
];

export async function noticeJobs(
  ctx: Context,
  { id, formId, number }: Submission,
  { notifyMemberIds }: { notifyMemberIds: readonly string[] },
): Promise<JobDraft[]> {
  if (notifyMemberIds.length === 0 || number === null) return [];
  const isSingle = await ctx
    .charge(`notices:${formId}`, single)
    .then(({ allowed }) => allowed)
    .catch(() => false);
  return [isSingle ? noticeOf(id) : digestOf(ctx, formId, number)];
}

function noticeOf(id: Id<"submission">): JobDraft {
  return {
    queue: "delivery",
    type: "submissions.notice",
    payload: { submissionId: id },
    dedupeKey: `notice:${id}`,
  };
}

/** The first one of an hour asks for it; it tells how many there were when it goes out. */
function digestOf(ctx: Context, formId: Id<"form">, fromNumber: number): JobDraft {
  const hour = Math.floor(ctx.now() / hourMs);
  return {
    queue: "delivery",
    type: "submissions.digest",
    payload: { formId, fromNumber },
    runAt: (hour + 1) * hourMs,
    dedupeKey: `digest:${formId}:${hour}`,
  };
}

/** Tells of one answer whoever is named in the form and may read it today. */
export async function sendNotice(ctx: Context, submissionId: Id<"submission">, jobId: string): Promise<void> {
  const submission = await findSubmission(ctx, submissionId);
  if (submission?.state !== "kept") return;
  const form = await getForm(ctx, submission.formId);
  const lines = linesOf(form.definition.fields, submission.answers as Answers); // safe: only checked answers are written
  await sendToReaders(ctx, form, jobId, {
    subject: `New answer: ${form.name}`,
    heading: `A new answer to “${form.name}”`,
    paragraphs: lines,
    url: inboxUrl(ctx, form.id),
  });
}

export async function sendDigest(
  ctx: Context,
  { formId, fromNumber }: { formId: Id<"form">; fromNumber: number },
  jobId: string,
): Promise<void> {
  const form = await getForm(ctx, formId);
  const count = Math.max(1, (await newestNumber(ctx, formId)) - fromNumber + 1);
  await sendToReaders(ctx, form, jobId, {
    subject: `${count} more ${count === 1 ? "answer" : "answers"}: ${form.name}`,
    heading: `${count} more ${count === 1 ? "answer" : "answers"} to “${form.name}”`,
    paragraphs: ["They came faster than one mail each would be of use. All of them are in the form’s inbox."],
    url: inboxUrl(ctx, formId),
  });
}

type Notice = { subject: string; heading: string; paragraphs: string[]; url: string };

async function sendToReaders(
  ctx: Context,
  { settings }: Pick<Awaited<ReturnType<typeof getForm>>, "settings">,
  jobId: string,
  { url, ...notice }: Notice,
): Promise<void> {
  const [named, readers, ofContact] = await Promise.all([
    notifiedPeople(ctx, settings),
    holdersOf(ctx, "submissions:read"),
    holdersOf(ctx, "leads:contact"),
  ]);
  const may = (holders: typeof readers, userId: string) => holders.some((holder) => holder.userId === userId);
  const told = named.filter(({ userId }) => may(readers, userId));
  for (const { userId, email } of told) {
    const paragraphs = may(ofContact, userId) ? notice.paragraphs : ["You find it in the form’s inbox."];
    await sendLetter(ctx, {
      id: `${jobId}-${userId}`,
      to: email,
      subject: notice.subject,
      content: {
        heading: notice.heading,
        paragraphs,
        action: { label: "Open the inbox", url },
        footer: "Tributary · You get this mail because the form names you under “Notify”.",
      },
    });
  }
}

function inboxUrl({ settings, organization }: Context, formId: Id<"form">): string {
  return new URL(`/o/${organization.slug}/forms/${formId}/submissions`, settings.APP_URL).href;
}

const mostLines = 25;
const longestLine = 600;

function linesOf(fields: Field[], answers: Answers): string[] {
  const lines = fields.flatMap((field) => {
    const answer = answers[field.key];
    if (answer === undefined || field.type === "file" || field.type === "hidden") return [];
    return [`${field.label}: ${sayAnswer(field, answer)}`.slice(0, longestLine)];
  });
  return lines.length > mostLines ? [...lines.slice(0, mostLines), "…"] : lines;
}
