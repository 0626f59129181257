import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { followLead } from "./follow-lead";
import { forgetActivitiesOf } from "./forget";
import { remind } from "./reminder";

const remindJob = defineJob(
  "activities.remind",
  {
    queue: "delivery",
    payload: z.strictObject({ activityId: idOf("activity"), remindAt: z.number() }),
  },
  (ctx, payload, job) => remind(ctx, payload, job.id),
);

const forgetLeadJob = defineJob(
  "activities.forget_lead",
  { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
  (ctx, { leadId }) => forgetActivitiesOf(ctx, leadId),
);

const followLeadJob = defineJob(
  "activities.follow_lead",
  {
    queue: "delivery",
    payload: z.strictObject({ leadId: idOf("lead"), from: idOf("user"), to: idOf("user").nullable() }),
  },
  (ctx, payload) => followLead(ctx, payload),
);

export const activityJobs = [remindJob, forgetLeadJob, followLeadJob];
