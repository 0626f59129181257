import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { leadScores, leadScoreStates } from "../../db/schema/cell/scoring";
import { jobs } from "../../db/schema/cell/spine";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { runPreview } from "./preview";
import { rescore, rescoreBulk, rescoreSince } from "./rescore";
import { runLot } from "./run";

const ofLead = z.strictObject({ leadId: idOf("lead") });
const queue = "events";

/** Waiting, it stands for all that happens to its lead meanwhile; begun, it lets the next one be asked for before it reads. */
const leadJob = defineJob("scoring.lead", { queue, payload: ofLead }, async (ctx, { leadId }, job) => {
  await ctx.db.update(jobs).set({ dedupeKey: null }).where(eq(jobs.id, job.id));
  await rescore(ctx, [leadId]);
});

const lotJob = defineJob(
  "scoring.lot",
  { queue, payload: z.strictObject({ leadIds: z.array(idOf("lead")).max(200) }) },
  (ctx, { leadIds }) => rescore(ctx, leadIds),
);

const after = z.string().max(64);

const bulkJob = defineJob(
  "scoring.bulk",
  { queue, payload: z.strictObject({ bulkActionId: idOf("bulkAction"), after }) },
  rescoreBulk,
);

const sinceJob = defineJob(
  "scoring.since",
  { queue, payload: z.strictObject({ at: z.int(), after }) },
  rescoreSince,
);

const runJob = defineJob(
  "scoring.run",
  { queue, payload: z.strictObject({ revision: z.int(), after, done: z.int() }) },
  runLot,
);

const previewJob = defineJob(
  "scoring.preview",
  { queue, payload: z.strictObject({ previewId: idOf("scoringPreview") }) },
  (ctx, { previewId }) => runPreview(ctx, previewId),
);

const forgetJob = defineJob(
  "scoring.forget_lead",
  { queue: "delivery", payload: ofLead },
  async (ctx, { leadId }) => {
    const { id } = ctx.organization;
    await ctx.db.batch([
      ctx.db.delete(leadScores).where(and(eq(leadScores.organizationId, id), eq(leadScores.leadId, leadId))),
      ctx.db
        .delete(leadScoreStates)
        .where(and(eq(leadScoreStates.organizationId, id), eq(leadScoreStates.leadId, leadId))),
    ]);
  },
);

export const scoringJobs = [leadJob, lotJob, bulkJob, sinceJob, runJob, previewJob, forgetJob];
