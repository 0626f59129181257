import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { Conflict, DomainError, Invalid } from "../kernel/errors";
import type { JobDraft } from "../kernel/drafts";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import { getPiece, isBeingWritten, type Piece, pieceToWire } from "../pieces";

const minute = 60_000;
/** Further ahead than anybody plans, and near enough that a wrong year is noticed. */
const farthest = 3 * 366 * 86_400_000;

/** A place is a minute of a channel of a business. Of any number who want it at once, one gets it. */
export async function schedulePiece(
  ctx: Context,
  id: Id<"piece">,
  { at: wished, revision }: { at: number; revision?: number | undefined },
): Promise<Piece> {
  authorize(ctx, "content:publish");
  const at = Math.floor(wished / minute) * minute;
  const piece = await getPiece(ctx, id);
  assertReachable(ctx, at);
  assertSchedulable(piece);
  if (revision !== undefined && revision !== piece.revision) throw changedMeanwhile(piece);
  if (piece.scheduledFor === at && piece.status === "scheduled") return piece;
  const steps = [
    place(ctx, piece, { scheduledFor: at, status: "scheduled" }),
    orElse(changedMeanwhile(piece)),
  ];
  try {
    await write(ctx, steps, { ...spineOf(piece, "piece.scheduled", at), jobs: [dueJob(id, at)] });
  } catch (error) {
    throw isTaken(error, "scheduled_for") ? slotTaken : error;
  }
  return await getPiece(ctx, id);
}

/** It stays approved; its place is free again, and the job that would have published it finds nothing to do. */
export async function unschedulePiece(ctx: Context, id: Id<"piece">): Promise<Piece> {
  authorize(ctx, "content:publish");
  const piece = await getPiece(ctx, id);
  if (piece.scheduledFor === null) return piece;
  if (piece.publishedAt !== null) throw isPublished;
  const status = piece.status === "scheduled" ? "approved" : piece.status;
  const steps = [place(ctx, piece, { scheduledFor: null, status }), orElse(changedMeanwhile(piece))];
  await write(ctx, steps, spineOf(piece, "piece.unscheduled", null));
  return await getPiece(ctx, id);
}

/** Moved back and forth, a piece has one job a time, whatever the number of moves. */
export function dueJob(pieceId: Id<"piece">, at: number): JobDraft {
  const dedupeKey = `publishing.due:${pieceId}:${at}`;
  return { queue: "delivery", type: "publishing.due", payload: { pieceId, at }, runAt: at, dedupeKey };
}

export const slotTaken = new Conflict(
  "slot_taken",
  "Another piece of this channel goes out at that minute. Choose another time.",
);
const isPublished = new Conflict("published", "This piece is published already.");

function assertReachable(ctx: Context, at: number): void {
  if (at <= ctx.now()) throw Invalid.field("/at", "past", "This time has passed. Choose a later one.");
  if (at > ctx.now() + farthest)
    throw Invalid.field("/at", "too_far", "That is more than three years ahead. Choose an earlier time.");
}

function assertSchedulable(piece: Piece): void {
  if (piece.kind === "email")
    throw Invalid.field("/at", "email_of_sequence", "An email goes out with its sequence, after its delay.");
  if (piece.archivedAt !== null)
    throw new Conflict("piece_archived", "This piece is archived. Restore it first.");
  if (isBeingWritten(piece))
    throw new Conflict("being_written", "This piece is being written at the moment.");
  if (piece.publishedAt !== null) throw isPublished;
  if (piece.approvedAt === null)
    throw new Conflict("not_approved", "Somebody has to approve this piece before it has a date.");
}

type Placing = { scheduledFor: number | null; status: Piece["status"] };

/** As it was read, or not at all. */
function place(ctx: Context, piece: Piece, placing: Placing): Step & object {
  const { id, organizationId, revision, status, archivedAt, publishedAt } = contentPieces;
  const from = piece.status === "approved" ? (["approved", "scheduled"] as const) : [piece.status];
  return ctx.db
    .update(contentPieces)
    .set({ ...placing, updatedAt: ctx.now() })
    .where(
      and(
        eq(id, piece.id),
        eq(organizationId, ctx.organization.id),
        eq(revision, piece.revision),
        inArray(status, [...from]),
        isNull(archivedAt),
        isNull(publishedAt),
      ),
    );
}

function changedMeanwhile(newer: Piece): DomainError {
  return new DomainError("conflict", "Somebody changed this piece meanwhile. Look at it first.", {
    reason: "changed_meanwhile",
    current: pieceToWire(newer),
  });
}

function spineOf(
  { id, bundleId, businessId, channel, scheduledFor }: Piece,
  action: string,
  at: number | null,
) {
  const say = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  const data = { bundleId, businessId, channel, at: say(at), before: say(scheduledFor) };
  const changes = { before: { scheduledFor: say(scheduledFor) }, after: { scheduledFor: say(at) } };
  return {
    facts: [{ type: action, subjectId: id, data }],
    audit: [{ action, resourceType: "piece", resourceId: id, changes }],
  };
}
