import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { leadScoringSettings } from "../../db/schema/cell/scoring";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import type { JobDraft } from "../kernel/drafts";
import { orElse, type Step, write } from "../kernel/write";
import { keepScores } from "./keep-scores";
import { scoringOf, type Settings } from "./rules";

export const lotSize = 100;
export type Run = { revision: number; after: string; done: number };

/** For the batch of a change that moves scores: the rules have a new revision, and all leads will follow it. */
export function applySteps(ctx: Context, { revision }: Settings): { steps: Step[]; job: JobDraft } {
  const total = sql<number>`coalesce((select sum(lead_count) from lead_stage_totals
    where organization_id = ${ctx.organization.id}), 0)`;
  const next = {
    revision: revision + 1,
    runTotal: total,
    runDone: 0,
    runChanged: 0,
    runStartedAt: ctx.now(),
    runFinishedAt: null,
    updatedAt: ctx.now(),
  };
  const steps = [
    ctx.db
      .update(leadScoringSettings)
      .set(next)
      .where(and(isOurs(ctx), eq(leadScoringSettings.revision, revision))),
    orElse(changedMeanwhile),
  ];
  return { steps, job: runJob({ revision: revision + 1, after: "", done: 0 }) };
}

export const changedMeanwhile = new Conflict(
  "changed_meanwhile",
  "Somebody has just changed the scoring. Look at it again.",
);

function runJob(payload: Run): JobDraft {
  return { queue: "events", type: "scoring.run", payload };
}

/** One lot, then the next by a job of its own. Where the rules have changed again, their own run goes on instead. */
export async function runLot(ctx: Context, { revision, after, done }: Run): Promise<void> {
  const scoring = await scoringOf(ctx);
  if (scoring.settings.revision !== revision) return;
  const ids = await idsAfter(ctx, after);
  const { steps, scored, changed } = await keepScores(ctx, ids, scoring);
  const isLast = ids.length < lotSize;
  const progress = { total: scoring.settings.runTotal, done: done + ids.length, isLast };
  const claim = ctx.db
    .update(leadScoringSettings)
    .set({
      runDone: progress.done,
      runChanged: sql`run_changed + ${changed}`,
      runFinishedAt: isLast ? ctx.now() : null,
    })
    .where(and(isOurs(ctx), eq(leadScoringSettings.revision, revision), sql`run_done = ${done}`));
  const next = runJob({ revision, after: ids.at(-1) ?? after, done: progress.done });
  try {
    await write(ctx, [claim, orElse(lotTaken), ...steps], {
      // Of a run, only who changes its band is told one by one.
      facts: [
        ...scored.filter(({ data }) => data?.["wasBand"] && data["band"] !== data["wasBand"]),
        { type: "scoring_rule.applied", subjectId: ctx.organization.id, data: progress },
      ],
      jobs: isLast ? [] : [next],
    });
  } catch (error) {
    if (error !== lotTaken) throw error;
  }
}

const lotTaken = new Conflict("lot_taken", "This part has been done, or the rules have changed since.");

async function idsAfter(ctx: Context, after: string): Promise<Id<"lead">[]> {
  const rows = await ctx.db
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(eq(leads.organizationId, ctx.organization.id), sql`leads.id > ${after}`, sql`leads.is_listed = 1`),
    )
    .orderBy(leads.id)
    .limit(lotSize);
  return rows.map(({ id }) => id);
}

export function isOurs(ctx: Context) {
  return eq(leadScoringSettings.organizationId, ctx.organization.id);
}
