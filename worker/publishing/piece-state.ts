import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { refuseWhen, type Step } from "../kernel/write";
import type { Piece } from "../pieces";

/**
 * Nothing is ever published that nobody approved (AI-01), and nothing but the very words that were read here: an edit
 * in between ends the batch.
 */
export function refuseUnlessApproved(ctx: Context, piece: Piece): Step[] {
  const here = sql`select 1 from ${contentPieces} where id = ${piece.id} and organization_id = ${ctx.organization.id}`;
  return [
    refuseWhen(sql`not exists (${here} and archived_at is null)`, archived),
    refuseWhen(
      sql`not exists (${here} and approved_at is not null and status in ('approved', 'scheduled', 'published'))`,
      notApproved,
    ),
    refuseWhen(sql`not exists (${here} and revision = ${piece.revision})`, changed),
  ];
}

const archived = new Conflict("piece_archived", "This piece is archived. Restore it first.");
const notApproved = new Conflict(
  "not_approved",
  "Only an approved piece can be published. Approve it first.",
);
const changed = new Conflict(
  "changed_meanwhile",
  "The piece was changed a moment ago. Look at it again, then publish.",
);

/** After a publication has become true. A place in the calendar that is still to come is given back. */
export function becomePublishedStep(ctx: Context, pieceId: Id<"piece">): Step {
  const now = ctx.now();
  return ctx.db
    .update(contentPieces)
    .set({
      status: "published",
      publishedAt: sql`coalesce(${contentPieces.publishedAt}, ${now})`,
      scheduledFor: sql`case when ${contentPieces.scheduledFor} > ${now} then null else ${contentPieces.scheduledFor} end`,
      errorCode: null,
      errorMessage: null,
      updatedAt: now,
    })
    .where(isOurs(ctx, pieceId));
}

/** After the last publication is gone: the piece is what it was before, approved or not. */
export function becomeUnpublishedStep(ctx: Context, pieceId: Id<"piece">): Step {
  const isElsewhere = sql`exists (select 1 from publications where organization_id = ${ctx.organization.id}
    and piece_id = ${pieceId} and state in ('published', 'publishing', 'unconfirmed'))`;
  return ctx.db
    .update(contentPieces)
    .set({
      status: sql`case when ${contentPieces.approvedAt} is null then 'ready' else 'approved' end`,
      publishedAt: null,
      scheduledFor: null,
      updatedAt: ctx.now(),
    })
    .where(and(isOurs(ctx, pieceId), eq(contentPieces.status, "published"), sql`not ${isElsewhere}`));
}

/** What went wrong at its time stays on the piece, where the calendar and the lists show it. */
export function noteFailureStep(ctx: Context, pieceId: Id<"piece">, code: string, message: string): Step {
  return ctx.db
    .update(contentPieces)
    .set({ errorCode: code, errorMessage: message, updatedAt: ctx.now() })
    .where(and(isOurs(ctx, pieceId), isNull(contentPieces.publishedAt), isNotNull(contentPieces.approvedAt)));
}

function isOurs(ctx: Context, pieceId: Id<"piece">) {
  return and(eq(contentPieces.id, pieceId), eq(contentPieces.organizationId, ctx.organization.id));
}
