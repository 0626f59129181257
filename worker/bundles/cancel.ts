import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { type Bundle, getBundle, isBundle } from "./queries";
import { releaseUnwritten, unwritten } from "./uses";

/**
 * What is written stays; everything else is given back in the same batch and stops within a second or two, because
 * whoever writes looks again and again whether it is still wanted.
 */
export async function cancelBundle(ctx: Context, id: Id<"bundle">): Promise<Bundle> {
  authorize(ctx, "content:write");
  const { name, readyCount, pieceCount } = await getBundle(ctx, id);
  const now = ctx.now();
  const steps = [
    ctx.db
      .update(contentBundles)
      .set({ status: "cancelled", completedAt: now, updatedAt: now })
      .where(and(isBundle(ctx, id), eq(contentBundles.status, "generating"))),
    orElse(new Conflict("bundle_not_generating", "This bundle is not being written.")),
    ...releaseUnwritten(ctx, id),
    ctx.db
      .update(contentPieces)
      .set({ status: "draft", updatedAt: now })
      .where(sql`${unwritten(ctx, id)}`),
  ];
  const data = { bundleId: id, name, ready: readyCount, total: pieceCount };
  await write(ctx, steps, {
    facts: [{ type: "bundle.cancelled", subjectId: id, data }],
    audit: [{ action: "bundle.cancelled", resourceType: "bundle", resourceId: id }],
  });
  return await getBundle(ctx, id);
}
