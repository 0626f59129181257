import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { aiInsights } from "../../db/schema/cell/insights";
import { jobs } from "../../db/schema/cell/spine";
import { idOf } from "../kernel/contract";
import { defineJob, type JobDefinition } from "../kernel/jobs";
import { refreshAtNight } from "./night";
import { nightType } from "./night-job";
import { refreshInsights } from "./refresh";

const ofLead = z.strictObject({ leadId: idOf("lead") });

export const insightJobs: JobDefinition[] = [
  /** Waiting, it stands for all that happens to its lead meanwhile; begun, it lets the next one be asked for. */
  defineJob("insights.lead", { queue: "events", payload: ofLead }, async (ctx, { leadId }, job) => {
    await ctx.db.update(jobs).set({ dedupeKey: null }).where(eq(jobs.id, job.id));
    await refreshInsights(ctx, [leadId]);
  }),
  defineJob(
    nightType,
    { queue: "delivery", payload: z.strictObject({ after: idOf("lead").nullable().default(null) }) },
    (ctx, { after }) => refreshAtNight(ctx, after),
  ),
  defineJob("insights.forget_lead", { queue: "delivery", payload: ofLead }, async (ctx, { leadId }) => {
    const { organizationId } = aiInsights;
    await ctx.db
      .delete(aiInsights)
      .where(and(eq(organizationId, ctx.organization.id), eq(aiInsights.leadId, leadId)));
  }),
];
