import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob, type JobDefinition } from "../kernel/jobs";
import { analyzeConversation, giveUpAnalysis } from "./analyze";
import { forgetLead } from "./delete";

export const conversationJobs: JobDefinition[] = [
  defineJob(
    "conversations.analyze",
    {
      queue: "generation",
      payload: z.strictObject({
        conversationId: idOf("conversation"),
        requestedBy: idOf("user").nullable(),
      }),
      leaseSeconds: 300,
      onGivenUp: giveUpAnalysis,
    },
    analyzeConversation,
  ),
  defineJob(
    "conversations.forget_lead",
    { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
    (ctx, { leadId }) => forgetLead(ctx, leadId),
  ),
];
