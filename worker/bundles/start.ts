import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import { assertGenerationAllowed } from "../ai";
import { assertNotArchived, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { linkSteps, plannedEdges } from "../journeys";
import { draftPieceSteps, type PieceDraft } from "../pieces";
import { defaultStrategy, getStrategy, getTopics, markTopicsUsedSteps } from "../strategies";
import { watchJob } from "./overseer";
import { planPieces } from "./plan";
import { type Bundle, getBundle, isBundle } from "./queries";
import { holdUses, writeJobs } from "./uses";

/**
 * The whole of a bundle begins in one batch: its pieces, what leads from one to the other, the uses they take and the
 * jobs that write them. Of any number of starts one gets through, and only where all of it fits (QUOTA-01).
 */
export async function startBundle(ctx: Context, id: Id<"bundle">): Promise<Bundle> {
  authorize(ctx, "content:write");
  const bundle = await getBundle(ctx, id);
  if (bundle.status === "draft")
    throw Invalid.field("/brief/counts", "nothing_ordered", "Order at least one piece first.");
  await assertGenerationAllowed(ctx);
  const run = bundle.run + 1;
  const about = await readAround(ctx, bundle);
  const pieces = planPieces(ctx, bundle, run, about);
  const ids = pieces.map((piece) => piece.id);
  const steps = [
    begin(ctx, bundle, pieces),
    orElse(notStartable),
    ...(await holdUses(ctx, ids, run)),
    ...draftPieceSteps(ctx, pieces),
    ...linkSteps(ctx, plannedEdges(pieces)),
    ...markTopicsUsedSteps(
      ctx,
      about.topics.map((topic) => topic.id),
    ),
  ];
  await write(ctx, steps, {
    facts: [
      {
        type: "bundle.started",
        subjectId: id,
        data: { bundleId: id, name: bundle.name, run, pieces: ids.length },
      },
    ],
    audit: [
      {
        action: "bundle.started",
        resourceType: "bundle",
        resourceId: id,
        changes: { after: { run, pieces: ids.length, estimatedCostMicros: bundle.estimatedCostMicros } },
      },
    ],
    jobs: [...writeJobs(ids, { bundleId: id, run, requestedBy: personBehind(ctx) }), watchJob(ctx, id, run)],
  });
  return await getBundle(ctx, id);
}

const notStartable = new Conflict(
  "bundle_started",
  "This bundle was started before. What is missing can be tried again.",
);

function begin(ctx: Context, { id, run }: Bundle, pieces: readonly PieceDraft[]): Step {
  const now = ctx.now();
  return ctx.db
    .update(contentBundles)
    .set({
      status: "generating",
      run: run + 1,
      pieceCount: sql`${contentBundles.pieceCount} + ${pieces.length}`,
      generationDate: new Date(now).toISOString().slice(0, 10),
      startedAt: now,
      completedAt: null,
      updatedAt: now,
    })
    .where(
      and(
        isBundle(ctx, id),
        sql`${contentBundles.run} = ${run}`,
        inArray(contentBundles.status, ["planned"]),
        isNull(contentBundles.archivedAt),
      ),
    );
}

async function readAround(ctx: Context, { businessId, strategyId, brief }: Bundle) {
  const [business, strategy, topics] = await Promise.all([
    getBusiness(ctx, businessId),
    strategyId ? getStrategy(ctx, strategyId) : defaultStrategy(ctx, businessId),
    getTopics(ctx, brief.topicIds as Id<"topic">[]), // safe: the order was parsed as such ids
  ]);
  assertNotArchived(business);
  return { business, strategy, topics };
}

/** A key acts for whoever made it. */
export function personBehind({ actor }: Context): Id<"user"> | null {
  if (actor.kind === "api_key") return actor.createdBy;
  return actor.kind === "user" ? actor.id : null;
}
