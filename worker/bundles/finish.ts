import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { tellRoom } from "./live-text";
import { type Bundle, isBundle } from "./queries";
import type { WriteOrder } from "./uses";

/** After each piece: how far it is, and the end where that was the last one. */
export async function finishIfDone(
  ctx: Context,
  { bundleId, ordered }: Pick<WriteOrder, "bundleId" | "ordered">,
): Promise<void> {
  const [bundle] = await ctx.db.select().from(contentBundles).where(isBundle(ctx, bundleId));
  if (bundle?.status !== "generating") return;
  tellRoom(ctx, bundleId, "bundle.progress", progressOf(ctx, bundle, ordered), true);
  const { pieceCount, readyCount, failedCount } = contentBundles;
  if (leftOf(bundle) <= 0) await finish(ctx, bundle, sql`${readyCount} + ${failedCount} >= ${pieceCount}`);
}

const notDone = new Conflict("bundle_not_done", "This bundle is still being written.");

/** Of those who see the last piece, one ends the bundle. */
export async function finish(ctx: Context, bundle: Bundle, isDone: SQL): Promise<void> {
  const { id, run, name, readyCount: ready, failedCount: failed, costMicros } = bundle;
  const now = ctx.now();
  const end = ctx.db
    .update(contentBundles)
    .set({ status: outcome, completedAt: now, updatedAt: now })
    .where(
      and(isBundle(ctx, id), eq(contentBundles.status, "generating"), eq(contentBundles.run, run), isDone),
    );
  const data = { bundleId: id, name, run, ready, failed, total: bundle.pieceCount, costMicros };
  const spine = {
    facts: [{ type: "bundle.finished", subjectId: id, data }],
    audit: [
      {
        action: "bundle.finished",
        resourceType: "bundle",
        resourceId: id,
        changes: { after: { run, ready, failed, costMicros } },
      },
    ],
  };
  await write(ctx, [end, orElse(notDone)], spine).catch((error: unknown) => {
    if (error !== notDone) throw error;
  });
}

const outcome = sql<Bundle["status"]>`case when ${contentBundles.failedCount} = 0 then 'ready'
  when ${contentBundles.readyCount} = 0 then 'failed' else 'partial' end`;

export function leftOf({ pieceCount, readyCount, failedCount }: Bundle): number {
  return pieceCount - readyCount - failedCount;
}

function progressOf(ctx: Context, bundle: Bundle, ordered: number) {
  const { readyCount: ready, failedCount: failed, pieceCount: total, costMicros, startedAt } = bundle;
  const left = leftOf(bundle);
  const done = ordered - left;
  const elapsed = ctx.now() - (startedAt ?? ctx.now());
  const etaSeconds = done > 0 ? Math.round(((elapsed / done) * left) / 1000) : null;
  return { bundleId: bundle.id as Id<"bundle">, ready, failed, total, costMicros, etaSeconds };
}
