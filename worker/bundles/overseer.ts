import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import { write } from "../kernel/write";
import { failPiece, writerStopped } from "./fail-piece";
import { finish } from "./finish";
import { getBundle } from "./queries";
import { unwritten, writeType } from "./uses";

export const watchType = "bundles.watch";
const lookEveryMs = 5 * 60_000;
const perLook = 100;

/** Comes back every few minutes while a bundle is written. */
export function watchJob(ctx: Context, bundleId: Id<"bundle">, run: number): JobDraft {
  return {
    queue: "generation",
    type: watchType,
    payload: { bundleId, run },
    runAt: ctx.now() + lookEveryMs,
  };
}

/** Whatever became of its jobs, a bundle comes to a true end: a piece that nobody will write any more has failed. */
export async function watchBundle(
  ctx: Context,
  { bundleId, run }: { bundleId: Id<"bundle">; run: number },
): Promise<void> {
  const bundle = await getBundle(ctx, bundleId);
  if (bundle.status !== "generating" || bundle.run !== run) return;
  for (const piece of await findForgotten(ctx, bundleId))
    await failPiece(ctx, { bundleId, pieceId: piece.id, run: piece.run }, writerStopped);
  await finish(
    ctx,
    await getBundle(ctx, bundleId),
    sql`not exists (select 1 from ${contentPieces} where ${unwritten(ctx, bundleId)})`,
  );
  const { status } = await getBundle(ctx, bundleId);
  if (status === "generating") await write(ctx, [], { jobs: [watchJob(ctx, bundleId, run)] });
}

/** Waiting, with no job left that would come for them. */
async function findForgotten(ctx: Context, bundleId: Id<"bundle">) {
  const { id, run, organizationId } = contentPieces;
  return await ctx.db
    .select({ id, run })
    .from(contentPieces)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        unwritten(ctx, bundleId),
        sql`not exists (select 1 from jobs where jobs.organization_id = ${ctx.organization.id}
          and jobs.dedupe_key = ${`${writeType}:`} || ${id} || ':' || ${run}
          and jobs.status in ('pending', 'processing', 'retrying'))`,
      ),
    )
    .limit(perLook);
}
