import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { forgetEnrichments, runEnrichment } from "./enrich";

export const enrichmentJobs = [
  defineJob(
    "enrichment.run",
    {
      queue: "generation",
      payload: z.strictObject({ enrichmentId: idOf("enrichment"), afresh: z.boolean() }),
    },
    (ctx, { enrichmentId, afresh }) => runEnrichment(ctx, enrichmentId, afresh),
  ),
  defineJob(
    "enrichment.forget_lead",
    { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
    (ctx, { leadId }) => forgetEnrichments(ctx, leadId),
  ),
];
