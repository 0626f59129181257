import { and, eq, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { orElse, type Step, write } from "../kernel/write";
import { personBehind } from "./actor";
import { unapproveSequence } from "./edit";
import { assertEditable, assertRevision, changedMeanwhile, isEditable } from "./guards";
import { emailsOf, getPiece, type Piece } from "./queries";

/** A person answers for the words as they stand, named by their revision; a sequence is approved with its emails. */
export async function approvePiece(ctx: Context, id: Id<"piece">, revision?: number): Promise<Piece> {
  authorize(ctx, "content:approve");
  const piece = await getPiece(ctx, id);
  assertEditable(piece);
  assertRevision(piece, revision);
  if (piece.approvedAt !== null) return piece;
  if (piece.versionNumber === 0)
    throw new Conflict("nothing_to_approve", "There are no words to approve yet.");
  const emails = await writtenEmails(ctx, piece);
  const steps = [
    approval(ctx, piece),
    orElse(changedMeanwhile(piece)),
    ...(emails.length > 0 ? [approveEmails(ctx, emails)] : []),
  ];
  await write(
    ctx,
    steps,
    spineOf(piece, "piece.approved", { revision: piece.revision, emails: emails.length }),
  );
  return await getPiece(ctx, id);
}

/** Taken back, it goes out nowhere; its place in the calendar is held for when somebody approves it again. */
export async function withdrawApproval(ctx: Context, id: Id<"piece">): Promise<Piece> {
  authorize(ctx, "content:approve");
  const piece = await getPiece(ctx, id);
  assertEditable(piece);
  if (piece.approvedAt === null) return piece;
  if (piece.publishedAt !== null)
    throw new Conflict("published", "This piece is published. Withdraw it where it stands first.");
  const steps = [
    ctx.db
      .update(contentPieces)
      .set({ approvedAt: null, approvedBy: null, status: "ready", updatedAt: ctx.now() })
      .where(isEditable(ctx, piece)),
    orElse(changedMeanwhile(piece)),
    ...unapproveSequence(ctx, piece),
  ];
  await write(ctx, steps, spineOf(piece, "piece.approval_withdrawn", {}));
  return await getPiece(ctx, id);
}

function approval(ctx: Context, piece: Piece): Step & object {
  const isDue = piece.scheduledFor !== null && piece.scheduledFor <= ctx.now();
  return ctx.db
    .update(contentPieces)
    .set({
      ...approved(ctx),
      status: stateAfter(piece, isDue),
      // What was held for a time that has passed is free again.
      ...(isDue && piece.publishedAt === null ? { scheduledFor: null } : {}),
    })
    .where(and(isEditable(ctx, piece), eq(contentPieces.revision, piece.revision)));
}

function stateAfter({ publishedAt, scheduledFor }: Piece, isDue: boolean) {
  if (publishedAt !== null) return "published" as const;
  return scheduledFor !== null && !isDue ? ("scheduled" as const) : ("approved" as const);
}

function approved(ctx: Context) {
  return { approvedAt: ctx.now(), approvedBy: personBehind(ctx), updatedAt: ctx.now() };
}

function approveEmails(ctx: Context, ids: Id<"piece">[]): Step {
  return ctx.db
    .update(contentPieces)
    .set({ ...approved(ctx), status: "approved" })
    .where(
      and(
        eq(contentPieces.organizationId, ctx.organization.id),
        inArray(contentPieces.id, idsIn(ids)),
        eq(contentPieces.status, "ready"),
      ),
    );
}

async function writtenEmails(ctx: Context, piece: Piece): Promise<Id<"piece">[]> {
  if (piece.kind !== "email_sequence") return [];
  const emails = (await emailsOf(ctx, piece.id)).filter(({ archivedAt }) => archivedAt === null);
  const unwritten = emails.filter(
    ({ versionNumber, status }) => versionNumber === 0 || status === "generating",
  );
  if (emails.length === 0) throw new Conflict("no_emails", "This sequence has no emails yet.");
  if (unwritten.length > 0) {
    const detail = `${unwritten.length} of its ${emails.length} emails are not written yet.`;
    throw new Conflict("emails_missing", detail);
  }
  return emails.map(({ id }) => id);
}

function spineOf({ id, bundleId }: Piece, action: string, after: Record<string, unknown>) {
  return {
    facts: [{ type: action, subjectId: id, data: { bundleId } }],
    audit: [{ action, resourceType: "piece", resourceId: id, changes: { after } }],
  };
}
