import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { contentPieces, emails } from "../../../db/schema/cell/content";
import { factsOf } from "../../analyses";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { refuseWhen, type Step, write } from "../../kernel/write";
import { changedContent, type ContentChange } from "../change";
import { bundleCountSteps } from "../bundle-counts";
import { hasWords, textOf } from "../content";
import { emptyContent, fillSteps } from "../create";
import { draftPieceSteps, type PieceDraft } from "../draft";
import { countEmailsSteps } from "./email-count";
import { assertEditable, changedMeanwhile } from "../guards";
import { emailsOf, type EmailInSequence, getPiece, getPieceOf, type Piece } from "../queries";
import { sourceSteps } from "../sources/sources";

const most = 50;

export async function listEmails(ctx: Context, sequenceId: Id<"piece">): Promise<EmailInSequence[]> {
  await getPieceOf(ctx, sequenceId, "email_sequence");
  return (await emailsOf(ctx, sequenceId)).filter(({ archivedAt }) => archivedAt === null);
}

/** At the end of its sequence, and in the same bundle. */
export async function addEmail(ctx: Context, sequenceId: Id<"piece">, words: ContentChange): Promise<Piece> {
  authorize(ctx, "content:write");
  const sequence = await getPieceOf(ctx, sequenceId, "email_sequence");
  assertEditable(sequence);
  const others = await emailsOf(ctx, sequenceId);
  const { businessId, bundleId, strategyId, topicId, conversionGoal, ctaText, ctaUrl } = sequence;
  const draft = {
    businessId,
    bundleId,
    strategyId,
    topicId,
    conversionGoal,
    ctaText,
    ctaUrl,
    sequenceId,
    id: ctx.newId("piece", ctx.organization.cell),
    kind: "email",
    title: nameOf(words),
    emailPosition: (others.at(-1)?.emailPosition ?? -1) + 1,
  } satisfies PieceDraft;
  const content = changedContent(emptyContent(draft), { ...words, title: draft.title });
  const steps = [
    refuseWhen(
      isFull(ctx, sequenceId),
      new Conflict("sequence_full", `A sequence has at most ${most} emails.`),
    ),
    ...draftPieceSteps(ctx, [draft]),
    ...fillSteps(ctx, draft, content),
    ...(await sourceSteps(ctx, draft.id, textOf(content), () => factsOf(ctx, businessId))),
    ...countEmailsSteps(ctx, sequenceId),
    ...unapprove(ctx, sequenceId),
    ...bundleCountSteps(ctx, bundleId, { pieces: 1, ready: hasWords(content) ? 1 : 0 }),
  ];
  await write(ctx, steps, spineOf(sequence, "piece.email_added", { emailId: draft.id }));
  return await getPiece(ctx, draft.id);
}

function nameOf({ title, subjectLine }: ContentChange): string {
  return (
    [title, subjectLine].find((text): text is string => typeof text === "string" && text !== "") ?? "Email"
  );
}

/** All of its emails, each once, in the order they are to be sent. */
export async function orderEmails(
  ctx: Context,
  sequenceId: Id<"piece">,
  emailIds: Id<"piece">[],
): Promise<EmailInSequence[]> {
  authorize(ctx, "content:write");
  const sequence = await getPieceOf(ctx, sequenceId, "email_sequence");
  assertEditable(sequence);
  const before = await listEmails(ctx, sequenceId);
  const wanted = new Set(emailIds);
  if (
    wanted.size !== emailIds.length ||
    before.length !== wanted.size ||
    !before.every(({ id }) => wanted.has(id))
  )
    throw Invalid.field("/emailIds", "not_all", "Name each email of this sequence once.");
  if (before.every(({ id }, index) => emailIds[index] === id)) return before;
  const order = JSON.stringify(emailIds);
  const place = sql`(select key from json_each(${order}) where value = ${emails.id})`;
  const steps = [
    ctx.db
      .update(emails)
      .set({ position: place })
      .where(
        and(
          eq(emails.organizationId, ctx.organization.id),
          eq(emails.sequenceId, sequenceId),
          sql`${emails.id} in (select value from json_each(${order}))`,
        ),
      ),
    refuseWhen(sql`changes() <> ${emailIds.length}`, changedMeanwhile(sequence)),
    ...unapprove(ctx, sequenceId),
  ];
  await write(ctx, steps, spineOf(sequence, "piece.emails_ordered", { emailIds }));
  return await listEmails(ctx, sequenceId);
}

function isFull(ctx: Context, sequenceId: Id<"piece">) {
  return sql`(select count(*) from emails where organization_id = ${ctx.organization.id}
    and sequence_id = ${sequenceId}) >= ${most}`;
}

/** Who approved the sequence had read another one. */
function unapprove(ctx: Context, sequenceId: Id<"piece">): Step[] {
  const { id, organizationId, revision } = contentPieces;
  return [
    ctx.db
      .update(contentPieces)
      .set({
        approvedAt: null,
        approvedBy: null,
        status: sql`case when status in ('approved', 'scheduled') then 'ready' else status end`,
        revision: sql`${revision} + 1`,
        updatedAt: ctx.now(),
      })
      .where(and(eq(id, sequenceId), eq(organizationId, ctx.organization.id))),
  ];
}

function spineOf({ id, bundleId }: Piece, action: string, after: Record<string, unknown>) {
  return {
    facts: [{ type: action, subjectId: id, data: { bundleId, ...after } }],
    audit: [{ action, resourceType: "piece", resourceId: id, changes: { after } }],
  };
}
