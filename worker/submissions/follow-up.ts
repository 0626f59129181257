import { and, eq } from "drizzle-orm";
import * as z from "zod";
import type { Id } from "../../db/ids";
import { formDrafts } from "../../db/schema/cell/submissions";
import { getForm, responseCountStep } from "../forms";
import type { Context } from "../kernel/context";
import { idOf } from "../kernel/contract";
import type { StoredJob } from "../kernel/jobs";
import type { JobDraft } from "../kernel/drafts";
import { type Step, write } from "../kernel/write";
import { settleLead, settlingShape } from "../leads";
import { stitchSteps } from "../visitors";
import { noticeJobs } from "./notices";
import { findSubmission, lastNumber, type Submission } from "./queries";

export const followUpShape = z.strictObject({
  submissionId: idOf("submission"),
  formId: idOf("form"),
  draftId: idOf("formDraft").nullable(),
  settling: settlingShape.nullable(),
  isReleased: z.boolean().default(false),
});

/**
 * What a visitor need not wait for: the lead's places and words, the form's count, the visitor's story, the mails. One job
 * for all of it, because every row counts; done twice, it is the same.
 */
export async function followUp(
  ctx: Context,
  { submissionId, formId, draftId, settling, isReleased }: z.output<typeof followUpShape>,
  job: StoredJob,
): Promise<void> {
  if (settling) await settleLead(ctx, settling, job.id);
  const submission = await findSubmission(ctx, submissionId);
  if (!submission) return;
  const steps = [
    responseCountStep(ctx, formId, lastNumber(ctx, formId)),
    ...stitches(ctx, submission),
    ...(draftId ? [emptyDraft(ctx, draftId)] : []),
  ];
  await write(ctx, steps, { jobs: await mailsAbout(ctx, submission, isReleased) });
}

function stitches(ctx: Context, { id, leadId, origin }: Submission): Step[] {
  // safe: read from a mark that we signed
  const visitorId = origin.visitorId as Id<"visitor"> | undefined;
  if (!visitorId || !leadId) return [];
  return stitchSteps(ctx, { visitorId, kind: "kept", leadId, how: "form", evidenceId: id });
}

/** What is sent need not be kept twice; that it was sent is what the drop-off is counted by. */
function emptyDraft(ctx: Context, id: Id<"formDraft">): Step {
  return ctx.db
    .update(formDrafts)
    .set({ sentAt: ctx.now(), answers: {} })
    .where(and(eq(formDrafts.id, id), eq(formDrafts.organizationId, ctx.organization.id)));
}

async function mailsAbout(ctx: Context, submission: Submission, isReleased: boolean): Promise<JobDraft[]> {
  const { id, awaitsConfirmation } = submission;
  const confirmation: JobDraft[] = awaitsConfirmation
    ? [
        {
          queue: "delivery",
          type: "submissions.confirmation_mail",
          payload: { submissionId: id },
          dedupeKey: `confirmation:${id}`,
        },
      ]
    : [];
  // Whoever released it knows of it.
  if (isReleased) return confirmation;
  const { settings } = await getForm(ctx, submission.formId);
  return [...confirmation, ...(await noticeJobs(ctx, submission, settings))];
}
