import { and, eq, lt, notInArray, or } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { contentPieces } from "../../../db/schema/cell/content";
import { assertGenerationAllowed } from "../../ai";
import { assertNotArchived, getBusiness } from "../../businesses";
import { authorize, type Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { orElse, write } from "../../kernel/write";
import { personBehind } from "../actor";
import { assertRevision } from "../guards";
import { getPiece, isPiece, type Piece } from "../queries";

export type Wish = { feedback: string; keepEdits: boolean; revision?: number | undefined };

/** Whoever writes longer than this is gone; then somebody may ask again. */
const longestMs = 30 * 60_000;

/** Asks for other words. They are written by a job; until then nobody else changes the piece. */
export async function requestGeneration(ctx: Context, id: Id<"piece">, wish: Wish): Promise<Piece> {
  authorize(ctx, "content:write");
  const piece = await getPiece(ctx, id);
  if (piece.archivedAt !== null)
    throw new Conflict("piece_archived", "This piece is archived. Restore it first.");
  assertRevision(piece, wish.revision);
  assertNotArchived(await getBusiness(ctx, piece.businessId));
  await assertGenerationAllowed(ctx);
  const { feedback, keepEdits } = wish;
  const payload = { pieceId: id, feedback, keepEdits, requestedBy: personBehind(ctx) };
  await write(ctx, [begin(ctx, piece), orElse(beingWritten)], {
    facts: [{ type: "piece.generating", subjectId: id, data: { bundleId: piece.bundleId } }],
    audit: [
      {
        action: "piece.generation_requested",
        resourceType: "piece",
        resourceId: id,
        changes: { after: { feedback, keepEdits } },
      },
    ],
    jobs: [{ queue: "generation", type: "pieces.generate", payload }],
  });
  return await getPiece(ctx, id);
}

const beingWritten = new Conflict("being_written", "This piece is being written at the moment.");

function begin(ctx: Context, piece: Piece) {
  const { status, updatedAt, revision, attempts } = contentPieces;
  const isFree = or(notInArray(status, ["queued", "generating"]), lt(updatedAt, ctx.now() - longestMs));
  return ctx.db
    .update(contentPieces)
    .set({ status: "generating", attempts: piece.attempts + 1, updatedAt: ctx.now() })
    .where(and(isPiece(ctx, piece.id), eq(revision, piece.revision), eq(attempts, piece.attempts), isFree));
}
