import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type ConsentGiven, formSubmissions, type SubmissionOrigin } from "../../db/schema/cell/submissions";
import { type Answers, type PublishedForm, responseLimitOf } from "../forms";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { captureLead, type Captured } from "../leads";
import { orElse, type Step, write } from "../kernel/write";
import { claimSteps } from "./files/keep";
import { captureOf, type Said } from "./lead-of";
import { isKnownSubmission } from "./queries";
import type { Verdict } from "./spam/rates";

export type NewSubmission = {
  id: Id<"submission">;
  at: number;
  form: PublishedForm;
  answers: Answers;
  consents: ConsentGiven[];
  origin: SubmissionOrigin;
  awaitsConfirmation: boolean;
  /** The files it brings, by the question that asked for them. */
  files: Map<string, string[]>;
  /** The secret of the draft that it was until now. */
  draftId: Id<"formDraft"> | null;
};

/**
 * One batch: the submission, whose lead it is, what happened and what must follow. When this returns, all of it is kept;
 * the same submission again changes nothing (IDEM-04). Whose lead it is and whether it is spam are asked at once, because a
 * visitor waits for both.
 */
export async function writeSubmission(
  ctx: Context,
  submission: NewSubmission,
  judging: Promise<Verdict>,
): Promise<Verdict> {
  try {
    return await captureLead(ctx, captureOf(saidIn(submission)), async (lead) => {
      const verdict = await judging;
      if (verdict.reason) await writeSpam(ctx, submission, verdict);
      else await writeKept(ctx, submission, verdict, lead);
      return verdict;
    });
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    if (await isKnownSubmission(ctx, submission.id)) return await judging;
    throw new DomainError("gone", "This form takes no more answers.", { reason: "form_full" });
  }
}

class NotWritten extends DomainError {
  constructor() {
    super("gone", "It is there already, or there is no room.");
  }
}

/** Kept apart, and nobody is told (SPAM-01). */
async function writeSpam(ctx: Context, submission: NewSubmission, verdict: Verdict): Promise<void> {
  await write(ctx, [
    insertStep(ctx, submission, verdict, null),
    orElse(new NotWritten()),
    ...claims(ctx, submission),
  ]);
}

async function writeKept(
  ctx: Context,
  submission: NewSubmission,
  verdict: Verdict,
  lead: Captured,
): Promise<void> {
  const { id, form, draftId } = submission;
  await write(
    ctx,
    [
      ...lead.steps,
      insertStep(ctx, submission, verdict, lead.leadId),
      orElse(new NotWritten()),
      ...claims(ctx, submission),
    ],
    {
      facts: [receivedFact(submission, lead)],
      jobs: [
        {
          queue: "delivery",
          type: "submissions.follow_up",
          payload: { submissionId: id, formId: form.id, draftId, settling: lead.jobs[0]?.payload },
        },
      ],
    },
  );
}

function saidIn({ form, ...said }: NewSubmission): Said {
  const { id: formId, name: formName, versionNumber: formVersion, definition, business } = form;
  return { ...said, formId, formName, formVersion, definition, businessId: business.id };
}

function receivedFact({ id, form }: NewSubmission, { leadId, created }: Captured) {
  return {
    type: "submission.received",
    subjectId: id,
    data: { formId: form.id, businessId: form.business.id, leadId, leadCreated: created },
  };
}

/**
 * In the order of the table's columns. The number is judged where it is given: with a limit of ten there is no eleventh,
 * however many come at once.
 */
function insertStep(
  ctx: Context,
  submission: NewSubmission,
  { flags, reason }: Verdict,
  leadId: Id<"lead"> | null,
): Step {
  const { id, form, answers, consents, origin } = submission;
  const organizationId = ctx.organization.id;
  const last = sql`(select coalesce(max(number), 0) from form_submissions
    where organization_id = ${organizationId} and form_id = ${form.id} and number is not null)`;
  const limit = responseLimitOf(ctx, form.id);
  const isSpam = reason !== null;
  return ctx.db
    .insert(formSubmissions)
    .select(
      sql`select ${id}, ${organizationId}, ${submission.at}, ${form.id}, ${form.versionNumber}, ${form.business.id},
        ${isSpam ? "spam" : "kept"}, ${isSpam ? sql`null` : sql`${last} + 1`}, ${leadId},
        ${JSON.stringify(answers)}, ${JSON.stringify(consents)}, ${JSON.stringify(origin)}, ${JSON.stringify(flags)},
        ${reason}, null, ${submission.awaitsConfirmation ? 1 : 0}, ${submission.files.size > 0 ? 1 : 0}
        where ${isSpam ? sql`true` : sql`${limit} is null or ${last} < ${limit}`}`,
    )
    .onConflictDoNothing();
}

function claims(ctx: Context, { id, form, files: byKey }: NewSubmission): Step[] {
  return claimSteps(ctx, { id, formId: form.id, byKey });
}
