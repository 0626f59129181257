import { and, eq } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { contentPieces } from "../../../db/schema/cell/content";
import type { Context } from "../../kernel/context";
import { Conflict, DomainError } from "../../kernel/errors";
import { ProviderError } from "../../kernel/ports";
import { orElse, write } from "../../kernel/write";
import { bundleCountSteps } from "../bundle-counts";
import { findPiece, isPiece } from "../queries";
import { restingState } from "../resting";

/** Nobody goes on writing: a piece with words stands where it stood, one without has failed, and both say why. */
export async function failGeneration(ctx: Context, id: Id<"piece">, error: unknown): Promise<void> {
  const piece = await findPiece(ctx, id);
  if (piece?.status !== "generating") return;
  const { code, message } = reasonOf(error);
  const isNewFailure = piece.versionNumber === 0 && piece.errorCode === null;
  const change = { errorCode: code, errorMessage: message };
  const steps = [
    ctx.db
      .update(contentPieces)
      .set({ ...change, status: restingState({ ...piece, ...change }), updatedAt: ctx.now() })
      .where(and(isPiece(ctx, id), eq(contentPieces.status, "generating"))),
    orElse(settled),
    ...bundleCountSteps(ctx, piece.bundleId, { failed: isNewFailure ? 1 : 0 }),
  ];
  const facts = [{ type: "piece.failed", subjectId: id, data: { bundleId: piece.bundleId, reason: code } }];
  await write(ctx, steps, { facts }).catch((refused: unknown) => {
    if (refused !== settled) throw refused;
  });
}

const settled = new Conflict("piece_changed", "This piece is not being written any more.");

function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof DomainError) return { code: error.reason, message: error.message };
  if (error instanceof ProviderError) return { code: error.code, message: error.message };
  return { code: "unexpected", message: "An unexpected error stopped this." };
}
