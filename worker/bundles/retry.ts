import { and, eq, gt, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces } from "../../db/schema/cell/content";
import { assertGenerationAllowed } from "../ai";
import { assertNotArchived, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { getPiece, type Piece } from "../pieces";
import { watchJob } from "./overseer";
import { type Bundle, getBundle, inBundle, isBundle } from "./queries";
import { personBehind } from "./start";
import { holdUses, writeJobs } from "./uses";

/** All that failed and all that a cancelling left unwritten. */
export async function retryBundle(ctx: Context, id: Id<"bundle">): Promise<Bundle> {
  authorize(ctx, "content:write");
  const bundle = await getBundle(ctx, id);
  const missing = await findMissing(ctx, id);
  if (missing.length === 0) throw nothingMissing;
  await again(ctx, bundle, missing);
  return await getBundle(ctx, id);
}

/** One alone; the rest of its bundle goes on or stays as it is. */
export async function retryPiece(ctx: Context, id: Id<"piece">): Promise<Piece> {
  authorize(ctx, "content:write");
  const { bundleId } = await getPiece(ctx, id);
  if (bundleId === null) throw new NotFound();
  const missing = await findMissing(ctx, bundleId, id);
  if (missing.length === 0) throw nothingMissing;
  await again(ctx, await getBundle(ctx, bundleId), missing);
  return await getPiece(ctx, id);
}

const nothingMissing = new Conflict("nothing_to_retry", "Nothing is missing that could be tried again.");
const changed = new Conflict(
  "changed_meanwhile",
  "Somebody changed this bundle meanwhile. Look at it again.",
);

type Missing = { id: Id<"piece">; status: string };

/** What a person added to the bundle by hand was never in a run, and is theirs to write. */
async function findMissing(ctx: Context, bundleId: Id<"bundle">, only?: Id<"piece">): Promise<Missing[]> {
  const { id, status, run, versionNumber, archivedAt } = contentPieces;
  return await ctx.db
    .select({ id, status })
    .from(contentPieces)
    .where(
      and(
        inBundle(ctx, bundleId),
        inArray(status, ["failed", "draft"]),
        eq(versionNumber, 0),
        gt(run, 0),
        isNull(archivedAt),
        only && eq(id, only),
      ),
    );
}

/** Under a new run, so that nothing of an earlier one can reach these pieces any more. */
async function again(ctx: Context, bundle: Bundle, missing: Missing[]): Promise<void> {
  assertNotArchived(await getBusiness(ctx, bundle.businessId));
  await assertGenerationAllowed(ctx);
  const run = bundle.run + 1;
  const ids = missing.map(({ id }) => id);
  const failed = missing.filter(({ status }) => status === "failed").length;
  const steps = [
    reopen(ctx, bundle, failed),
    orElse(changed),
    queueAgain(ctx, ids, run),
    refuseWhen(
      sql`(select count(*) from content_pieces where organization_id = ${ctx.organization.id}
        and id in ${idsIn(ids)} and run = ${run} and status = 'queued') < ${ids.length}`,
      changed,
    ),
    ...(await holdUses(ctx, ids, run)),
  ];
  const data = { bundleId: bundle.id, name: bundle.name, run, pieces: ids.length };
  await write(ctx, steps, {
    facts: [{ type: "bundle.started", subjectId: bundle.id, data }],
    audit: [
      {
        action: "bundle.retried",
        resourceType: "bundle",
        resourceId: bundle.id,
        changes: { after: { run, pieces: ids.length } },
      },
    ],
    jobs: [
      ...writeJobs(ids, { bundleId: bundle.id, run, requestedBy: personBehind(ctx) }),
      watchJob(ctx, bundle.id, run),
    ],
  });
}

/** One that is still being written keeps its beginning: the new pieces join the rest. */
function reopen(ctx: Context, bundle: Bundle, failed: number): Step & object {
  const isGoing = bundle.status === "generating";
  return ctx.db
    .update(contentBundles)
    .set({
      status: "generating",
      run: bundle.run + 1,
      failedCount: sql`max(0, ${contentBundles.failedCount} - ${failed})`,
      ...(isGoing ? {} : { startedAt: ctx.now() }),
      completedAt: null,
      updatedAt: ctx.now(),
    })
    .where(
      and(
        isBundle(ctx, bundle.id),
        eq(contentBundles.run, bundle.run),
        eq(contentBundles.status, bundle.status),
        notInArray(contentBundles.status, ["draft", "planned"]),
        isNull(contentBundles.archivedAt),
      ),
    );
}

function queueAgain(ctx: Context, ids: string[], run: number): Step {
  return ctx.db
    .update(contentPieces)
    .set({ status: "queued", run, errorCode: null, errorMessage: null, updatedAt: ctx.now() })
    .where(
      and(
        eq(contentPieces.organizationId, ctx.organization.id),
        inArray(contentPieces.id, idsIn(ids)),
        inArray(contentPieces.status, ["failed", "draft"]),
        eq(contentPieces.versionNumber, 0),
        isNull(contentPieces.archivedAt),
      ),
    );
}
