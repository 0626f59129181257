import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { formSubmissions } from "../../../db/schema/cell/submissions";
import { type Answers, getForm } from "../../forms";
import { authorize, type Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { orElse, type Step, write } from "../../kernel/write";
import { captureLead } from "../../leads";
import { captureOf, type Said } from "../lead-of";
import { getSubmission, isSubmission, lastNumber, type Submission } from "../queries";

/** Not spam after all: it takes its place and becomes the lead that it would have been (SPAM-01). Twice is once. */
export async function releaseSubmission(ctx: Context, id: Id<"submission">): Promise<Submission> {
  authorize(ctx, "submissions:write");
  const row = await getSubmission(ctx, id);
  if (row.state === "kept") return row;
  const form = await getForm(ctx, row.formId);
  if (row.leadId) await writeReleased(ctx, row, row.leadId, [], null);
  else
    await captureLead(ctx, captureOf(saidIn(row, form)), (lead) =>
      writeReleased(ctx, row, lead.leadId, lead.steps, lead.jobs[0]?.payload ?? null),
    );
  return await getSubmission(ctx, id);
}

function saidIn(row: Submission, { name, definition }: Awaited<ReturnType<typeof getForm>>): Said {
  // safe: only checked answers are ever written
  return { ...row, formName: name, definition, answers: row.answers as Answers, at: row.createdAt };
}

async function writeReleased(
  ctx: Context,
  { id, formId, businessId }: Submission,
  leadId: Id<"lead">,
  steps: Step[],
  settling: Record<string, unknown> | null,
): Promise<void> {
  const change = {
    state: "kept" as const,
    spamReason: null,
    leadId,
    number: sql<number>`${lastNumber(ctx, formId)} + 1`,
  };
  await write(
    ctx,
    [
      ...steps,
      ctx.db
        .update(formSubmissions)
        .set(change)
        .where(and(isSubmission(ctx, id), eq(formSubmissions.state, "spam"))),
      orElse(new Conflict("decided_meanwhile", "Somebody else has just decided about this.")),
    ],
    {
      facts: [
        {
          type: "submission.received",
          subjectId: id,
          data: { formId, businessId, leadId, leadCreated: settling?.["created"] === true, isReleased: true },
        },
      ],
      audit: [{ action: "submission.released", resourceType: "submission", resourceId: id }],
      jobs: [
        {
          queue: "delivery",
          type: "submissions.follow_up",
          payload: { submissionId: id, formId, draftId: null, settling, isReleased: true },
        },
      ],
    },
  );
}

/** Taken out of the inbox and no longer counted. The lead stays: it may have become one by other ways, too. */
export async function markAsSpam(ctx: Context, id: Id<"submission">): Promise<Submission> {
  authorize(ctx, "submissions:write");
  const row = await getSubmission(ctx, id);
  if (row.state === "spam") return row;
  await write(
    ctx,
    [
      ctx.db
        .update(formSubmissions)
        .set({ state: "spam", spamReason: "marked", number: null })
        .where(and(isSubmission(ctx, id), eq(formSubmissions.state, "kept"))),
      orElse(new Conflict("decided_meanwhile", "Somebody else has just decided about this.")),
    ],
    {
      facts: [{ type: "submission.marked", subjectId: id, data: { formId: row.formId, leadId: row.leadId } }],
      audit: [{ action: "submission.marked_as_spam", resourceType: "submission", resourceId: id }],
    },
  );
  return await getSubmission(ctx, id);
}
