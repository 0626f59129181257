import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { forgetMerges } from "./forget";
import { lookForDuplicates } from "./look";
import { scanLot, startScanUnlessRunning } from "./scan";

const ofLead = { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) } as const;

export const duplicateJobs = [
  defineJob("duplicates.look", ofLead, (ctx, { leadId }) => lookForDuplicates(ctx, leadId)),
  defineJob("duplicates.forget_lead", ofLead, (ctx, { leadId }) => forgetMerges(ctx, leadId)),
  defineJob("duplicates.start_scan", { queue: "delivery", payload: z.strictObject({}) }, (ctx) =>
    startScanUnlessRunning(ctx),
  ),
  defineJob(
    "duplicates.scan",
    { queue: "delivery", payload: z.strictObject({ startedAt: z.number() }) },
    (ctx, { startedAt }) => scanLot(ctx, startedAt),
  ),
];
