import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import type { Step } from "../kernel/write";
import { releaseManySteps, reserveManySteps } from "../plans";
import { inBundle } from "./queries";

export const writeType = "bundles.write_piece";

export type WriteOrder = {
  bundleId: Id<"bundle">;
  pieceId: Id<"piece">;
  run: number;
  /** How many were ordered together: what the time that is left is told from. */
  ordered: number;
  requestedBy: Id<"user"> | null;
};

/** Longer than an emergency stop or a slow service may hold a bundle up; after this the plan has its uses back. */
const heldForMs = 7 * 86_400_000;

export function useKey(pieceId: string, run: number): string {
  return `piece:${pieceId}:${run}`;
}

/** A use a piece, all of them or none. */
export function holdUses(ctx: Context, pieceIds: readonly string[], run: number): Promise<Step[]> {
  const keys = pieceIds.map((id) => useKey(id, run));
  return reserveManySteps(ctx, { feature: "generations", keys, expiresInMs: heldForMs });
}

/** For a batch in which nothing of a bundle is waited for any more; before the pieces themselves are changed. */
export function releaseUnwritten(ctx: Context, bundleId: Id<"bundle">): Step[] {
  return releaseManySteps(
    ctx,
    sql`select 'piece:' || id || ':' || run from content_pieces where ${unwritten(ctx, bundleId)}`,
  );
}

/** Waiting for its first words, or getting them at this moment. */
export function unwritten(ctx: Context, bundleId: Id<"bundle">): SQL {
  return sql`${inBundle(ctx, bundleId)} and version_number = 0 and status in ('queued', 'generating')`;
}

/** A job a piece. The same piece in the same run has one, however often it is ordered. */
export function writeJobs(
  pieceIds: readonly Id<"piece">[],
  order: Omit<WriteOrder, "pieceId" | "ordered">,
): JobDraft[] {
  return pieceIds.map((pieceId) => ({
    queue: "generation",
    type: writeType,
    payload: { ...order, pieceId, ordered: pieceIds.length } satisfies WriteOrder,
    dedupeKey: jobKey(pieceId, order.run),
    maxAttempts: 8,
  }));
}

export function jobKey(pieceId: string, run: number): string {
  return `${writeType}:${pieceId}:${run}`;
}
