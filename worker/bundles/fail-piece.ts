import { and, eq, inArray, sql } from "drizzle-orm";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import { ProviderError } from "../kernel/ports";
import { orElse, write } from "../kernel/write";
import { releaseSteps } from "../plans";
import { isBundle } from "./queries";
import { useKey, type WriteOrder } from "./uses";

/** For good, until somebody tries it again: with a reason that a person can read, and nothing charged. */
export async function failPiece(
  ctx: Context,
  { bundleId, pieceId, run }: Pick<WriteOrder, "bundleId" | "pieceId" | "run">,
  error: unknown,
): Promise<void> {
  const { code, message } = reasonOf(error);
  const now = ctx.now();
  const steps = [
    ctx.db
      .update(contentPieces)
      .set({ status: "failed", errorCode: code, errorMessage: message, updatedAt: now })
      .where(
        and(
          eq(contentPieces.organizationId, ctx.organization.id),
          eq(contentPieces.id, pieceId),
          eq(contentPieces.run, run),
          eq(contentPieces.versionNumber, 0),
          inArray(contentPieces.status, ["queued", "generating"]),
        ),
      ),
    orElse(settled),
    ctx.db
      .update(contentBundles)
      .set({ failedCount: sql`${contentBundles.failedCount} + 1`, updatedAt: now })
      .where(isBundle(ctx, bundleId)),
    ...releaseSteps(ctx, useKey(pieceId, run)),
  ];
  const data = { bundleId, run, reason: message, code };
  await write(ctx, steps, { facts: [{ type: "piece.failed", subjectId: pieceId, data }] }).catch(
    (refused: unknown) => {
      if (refused !== settled) throw refused;
    },
  );
}

const settled = new Conflict("piece_settled", "Nobody waits for this piece any more.");

/** Its job was given up while none of its own code ran. */
export const writerStopped = new DomainError(
  "unavailable",
  "Writing stopped in the middle. Nothing was charged; try again.",
  { reason: "writing_stopped" },
);

function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof DomainError) return { code: error.reason, message: error.message };
  if (error instanceof ProviderError) return { code: error.code, message: error.message };
  return { code: "unexpected", message: "An unexpected error stopped this." };
}
