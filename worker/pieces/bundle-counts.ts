import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import type { PieceRow } from "./queries";

type Counts = { pieces?: number; ready?: number; failed?: number };

/** A bundle counts its pieces in the batch that changes one, so that its own page never counts them. */
export function bundleCountSteps(ctx: Context, bundleId: Id<"bundle"> | null, counts: Counts): Step[] {
  const { pieces = 0, ready = 0, failed = 0 } = counts;
  if (bundleId === null || (pieces === 0 && ready === 0 && failed === 0)) return [];
  const { pieceCount, readyCount, failedCount, status } = contentBundles;
  return [
    ctx.db
      .update(contentBundles)
      .set({
        pieceCount: sql`max(0, ${pieceCount} + ${pieces})`,
        readyCount: sql`max(0, ${readyCount} + ${ready})`,
        failedCount: sql`max(0, ${failedCount} + ${failed})`,
        // What was missing when it ended may be mended one by one; with the last of it the bundle is whole.
        status: sql`case when ${status} in ('partial', 'failed', 'cancelled') and ${readyCount} + ${ready} > 0
          and ${readyCount} + ${ready} >= ${pieceCount} + ${pieces} then 'ready' else ${status} end`,
        updatedAt: ctx.now(),
      })
      .where(and(eq(contentBundles.id, bundleId), eq(contentBundles.organizationId, ctx.organization.id))),
  ];
}

/** Its first words make a piece ready, and a failed one is failed no longer. */
export function firstWordsCounts({
  versionNumber,
  errorCode,
}: Pick<PieceRow, "versionNumber" | "errorCode">): Counts {
  return versionNumber > 0 ? {} : { ready: 1, failed: errorCode === null ? 0 : -1 };
}

/** As this piece is counted now; a sign turns it. */
export function countsOf({ versionNumber, errorCode }: PieceRow, sign: 1 | -1): Counts {
  const isReady = versionNumber > 0;
  return { pieces: sign, ready: isReady ? sign : 0, failed: !isReady && errorCode !== null ? sign : 0 };
}
