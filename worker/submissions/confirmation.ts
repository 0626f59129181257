import { and, isNull } from "drizzle-orm";
import * as z from "zod";
import { type Id, isId } from "../../db/ids";
import { formSubmissions } from "../../db/schema/cell/submissions";
import { type Answers, getForm, mapAnswers, type PublishedForm } from "../forms";
import type { Base, Context } from "../kernel/context";
import { signToken, verifyToken } from "../kernel/secrets";
import { write } from "../kernel/write";
import { captureLead } from "../leads";
import { captureOf } from "./lead-of";
import { sendLetter } from "./letters";
import { findSubmission, isSubmission, type Submission } from "./queries";

const purpose = "confirm-submission";
const goodForMs = 14 * 86_400_000;
const shape = z.object({ submissionId: z.string().refine((id) => isId("submission", id)) });

/** To the address that was typed in, in words that nobody typed in (MAIL-03). */
export async function sendConfirmation(
  ctx: Context,
  submissionId: Id<"submission">,
  jobId: string,
): Promise<void> {
  const submission = await findSubmission(ctx, submissionId);
  if (submission?.state !== "kept" || !submission.awaitsConfirmation || submission.confirmedAt !== null)
    return;
  const form = await getForm(ctx, submission.formId);
  // safe: only checked answers are ever written
  const { email } = mapAnswers(form.definition, submission.answers as Answers);
  if (!email) return;
  const url = new URL(`/f/${form.id}/confirmation`, ctx.settings.APP_URL);
  url.searchParams.set("token", await confirmationToken(ctx, submissionId));
  await sendLetter(ctx, {
    id: jobId,
    to: email,
    subject: `Please confirm: ${ctx.organization.name}`,
    content: {
      brand: ctx.organization.name,
      heading: "Please confirm your address",
      paragraphs: [
        `Somebody, probably you, sent this address to ${ctx.organization.name} with a form. Confirm it, and they may write to you.`,
        "If this was not you, you need do nothing: without your word nothing is sent to you.",
      ],
      action: { label: "Confirm my address", url: url.href },
      footer: `${ctx.organization.name} · This is the only mail about it.`,
    },
  });
}

export function confirmationToken(base: Base, submissionId: Id<"submission">): Promise<string> {
  const claims = { purpose, data: { submissionId }, expiresAt: base.now() + goodForMs };
  return signToken(claims, base.settings.AUTH_SECRET);
}

export type Confirmable = "waiting" | "confirmed" | "expired" | "unknown";

/** What the link of a mail stands for. Looking changes nothing: machines look at every link (MAIL-02). */
export async function readConfirmation(
  ctx: Context,
  form: PublishedForm,
  token: string,
): Promise<{ state: Confirmable; submission?: Submission }> {
  const read = await verifyToken(token, purpose, ctx.settings.AUTH_SECRET, ctx.now());
  if (read.state === "invalid") return { state: "unknown" };
  if (read.state === "expired") return { state: "expired" };
  // safe: the shape has checked that it is one
  const id = shape.parse(read.data).submissionId as Id<"submission">;
  const submission = await findSubmission(ctx, id);
  if (submission?.formId !== form.id) return { state: "unknown" };
  return { state: submission.confirmedAt === null ? "waiting" : "confirmed", submission };
}

/** From now on the consent counts. Twice is once. */
export async function confirmSubmission(
  ctx: Context,
  form: PublishedForm,
  token: string,
): Promise<Confirmable> {
  const { state, submission } = await readConfirmation(ctx, form, token);
  if (state !== "waiting" || !submission) return state;
  const said = {
    ...submission,
    formName: form.name,
    definition: form.definition,
    answers: submission.answers as Answers, // safe: only checked answers are ever written
    awaitsConfirmation: false,
    at: ctx.now(),
  };
  const confirm = ctx.db
    .update(formSubmissions)
    .set({ confirmedAt: ctx.now(), awaitsConfirmation: false })
    .where(and(isSubmission(ctx, submission.id), isNull(formSubmissions.confirmedAt)));
  const { formId, leadId } = submission;
  const facts = [{ type: "submission.confirmed", subjectId: submission.id, data: { formId, leadId } }];
  if (submission.state === "spam") await write(ctx, [confirm], { facts });
  else
    await captureLead(ctx, captureOf(said), async ({ steps, jobs }) => {
      await write(ctx, [...steps, confirm], { facts, jobs });
    });
  return "confirmed";
}
