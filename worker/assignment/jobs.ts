import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { handOut } from "./hand-out";
import { handOver, sweep } from "./sweep";
import { forgetLead } from "./write-assignment";

export const assignmentJobs = [
  defineJob(
    "assignment.hand_out",
    { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
    (ctx, { leadId }) => handOut(ctx, leadId, { cause: "created", from: null }),
  ),
  defineJob(
    "assignment.hand_over",
    { queue: "delivery", payload: z.strictObject({ userId: idOf("user") }) },
    (ctx, { userId }) => handOver(ctx, userId),
  ),
  defineJob(
    "assignment.forget_lead",
    { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
    (ctx, { leadId }) => forgetLead(ctx, leadId),
  ),
  defineJob(
    "assignment.sweep",
    {
      queue: "delivery",
      payload: z.strictObject({ after: z.string().max(64).nullable(), waiting: z.boolean() }),
    },
    sweep,
  ),
];
