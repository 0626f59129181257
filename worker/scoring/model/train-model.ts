import { sql } from "drizzle-orm";
import { scoringModels } from "../../../db/schema/cell/scoring-models";
import { authorize, type Context } from "../../kernel/context";
import type { JobDraft } from "../../kernel/drafts";
import { write } from "../../kernel/write";
import { applyJob } from "./apply-model";
import { isVersion, latestModel, type ScoringModel } from "./models";
import { readLessons, usualCurrency } from "./read-samples";
import { type Lesson, type Training, train } from "./train";

const type = "scoring.train_model";
const minute = 60_000;
const day = 86_400_000;

/** At once, however often it is asked for within a minute. */
export async function orderTraining(ctx: Context): Promise<void> {
  authorize(ctx, "leads:configure");
  const dedupeKey = `model:now:${Math.floor(ctx.now() / minute)}`;
  await write(ctx, [], {
    jobs: [{ queue: "delivery", type, payload: {}, dedupeKey }],
    audit: [{ action: "scoring_model.training_requested", resourceType: "scoring_model" }],
  });
}

/** Learns anew where more leads have been decided since, tells all open leads, and orders the next night first. */
export async function trainModel(ctx: Context): Promise<void> {
  await write(ctx, [], { jobs: [nextTraining(ctx)] });
  const [currency, before] = await Promise.all([usualCurrency(ctx), latestModel(ctx)]);
  const lessons = await readLessons(ctx, currency);
  const won = lessons.filter((lesson) => lesson.won).length;
  const version = (before?.version ?? 0) + 1;
  if (before && before.won === won && before.lost === lessons.length - won) {
    await write(ctx, [], { jobs: [applyJob(before.version, null)] });
    return;
  }
  const row = rowOf(ctx, lessons, train(lessons), version);
  const data = { version, state: row.state, reason: row.reason };
  await write(
    ctx,
    [ctx.db.insert(scoringModels).values(row), replaceBefore(ctx, version), forget(ctx, version)],
    {
      facts: [{ type: "scoring_model.trained", subjectId: row.id, data }],
      jobs: [applyJob(version, null)],
    },
  );
}

function rowOf(ctx: Context, lessons: readonly Lesson[], { reason, learned }: Training, version: number) {
  const won = lessons.filter((lesson) => lesson.won).length;
  return {
    id: ctx.newId("scoringModel", ctx.organization.cell),
    organizationId: ctx.organization.id,
    createdAt: ctx.now(),
    version,
    state: reason === null ? ("in_use" as const) : ("refused" as const),
    reason,
    won,
    lost: lessons.length - won,
    intercept: learned?.intercept ?? 0,
    features: learned?.features ?? [],
    calibration: learned?.calibration ?? null,
    metrics: learned?.metrics ?? null,
  } satisfies Partial<ScoringModel>;
}

function replaceBefore(ctx: Context, version: number) {
  return ctx.db
    .update(scoringModels)
    .set({ state: "replaced" })
    .where(isVersion(ctx, version - 1));
}

const keptVersions = 30;

function forget(ctx: Context, version: number) {
  return ctx.db
    .delete(scoringModels)
    .where(sql`organization_id = ${ctx.organization.id} and version <= ${version - keptVersions}`);
}

/** In the coming night, once, each organization at a minute of its own. */
function nextTraining(ctx: Context): JobDraft {
  const own = ctx.organization.id.codePointAt(21) ?? 0;
  const runAt = Math.floor(ctx.now() / day + 1) * day + (60 + own) * minute;
  return { queue: "delivery", type, payload: {}, runAt, dedupeKey: `model:${Math.floor(runAt / day)}` };
}
