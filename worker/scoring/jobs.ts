import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { leadScores, leadScoreStates } from "../../db/schema/cell/scoring";
import { jobs } from "../../db/schema/cell/spine";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { write } from "../kernel/write";
import { keepScores } from "./keep-scores";
import { scoringOf } from "./rules";

const ofLead = z.strictObject({ leadId: idOf("lead") });

/** Waiting, it stands for all that happens to its lead meanwhile; begun, it lets the next one be asked for before it reads. */
const scoreLeadJob = defineJob(
  "scoring.lead",
  { queue: "events", payload: ofLead },
  async (ctx, { leadId }, job) => {
    await ctx.db.update(jobs).set({ dedupeKey: null }).where(eq(jobs.id, job.id));
    await rescore(ctx, [leadId]);
  },
);

const lotJob = defineJob(
  "scoring.lot",
  { queue: "events", payload: z.strictObject({ leadIds: z.array(idOf("lead")).max(200) }) },
  (ctx, { leadIds }) => rescore(ctx, leadIds),
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

export async function rescore(ctx: Context, leadIds: readonly Id<"lead">[]): Promise<void> {
  const { steps, scored } = await keepScores(ctx, leadIds, await scoringOf(ctx));
  if (steps.length > 0) await write(ctx, steps, { facts: scored });
}

export const scoringJobs = [scoreLeadJob, lotJob, forgetJob];
