import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { contentPieces } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { findPiece, type Piece } from "../pieces";
import type { WriteOrder } from "./uses";

/** One try at one piece. Whoever begins after it has a higher number, and then nothing of this one is kept. */
export type Turn = { piece: Piece; attempt: number };

const notOurs = new Conflict("piece_taken", "Somebody else writes this piece, or nobody wants it any more.");

/** Null where there is nothing to do: written, failed, cancelled, or ordered again since. */
export async function beginTurn(ctx: Context, { pieceId, run }: WriteOrder): Promise<Turn | null> {
  const piece = await findPiece(ctx, pieceId);
  if (piece?.run !== run || !isWaiting(piece)) return null;
  const attempt = piece.attempts + 1;
  const begin = ctx.db
    .update(contentPieces)
    .set({ status: "generating", attempts: attempt, updatedAt: ctx.now() })
    .where(
      and(
        eq(contentPieces.organizationId, ctx.organization.id),
        eq(contentPieces.id, pieceId),
        eq(contentPieces.run, run),
        eq(contentPieces.attempts, piece.attempts),
        eq(contentPieces.versionNumber, 0),
        inArray(contentPieces.status, ["queued", "generating"]),
        isNull(contentPieces.archivedAt),
      ),
    );
  try {
    await write(ctx, [begin, orElse(notOurs)]);
  } catch (error) {
    if (error === notOurs) return null;
    throw error;
  }
  return { piece, attempt };
}

function isWaiting({ status, versionNumber, archivedAt }: Piece): boolean {
  return versionNumber === 0 && archivedAt === null && (status === "queued" || status === "generating");
}

export async function isStillOurs(ctx: Context, { piece, attempt }: Turn): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: contentPieces.id })
    .from(contentPieces)
    .where(and(isTurn(ctx, piece, attempt), eq(contentPieces.status, "generating")));
  return row !== undefined;
}

/** Waits again: a later try begins afresh. */
export async function putBack(ctx: Context, { piece, attempt }: Turn): Promise<void> {
  await write(ctx, [
    ctx.db
      .update(contentPieces)
      .set({ status: "queued", updatedAt: ctx.now() })
      .where(and(isTurn(ctx, piece, attempt), eq(contentPieces.status, "generating"))),
  ]);
}

/** Stands after the new words in their batch: they are the first ones, of this very try, in a bundle that still wants them. */
export function refuseUnlessOurs(ctx: Context, { piece, attempt }: Turn): Step {
  return refuseWhen(
    sql`not exists (select 1 from content_pieces where ${isTurn(ctx, piece, attempt)} and version_number = 1)
      or not exists (select 1 from content_bundles where organization_id = ${ctx.organization.id}
        and id = ${piece.bundleId} and status = 'generating')`,
    notOurs,
  );
}

function isTurn(ctx: Context, { id, run }: Piece, attempt: number) {
  return and(
    eq(contentPieces.organizationId, ctx.organization.id),
    eq(contentPieces.id, id),
    eq(contentPieces.run, run),
    eq(contentPieces.attempts, attempt),
  );
}
