import * as z from "zod";
import { defineJob } from "../kernel/jobs";
import { tellSpending } from "./alerts";
import { mailSpending, spendingNews } from "./tell-by-mail";

const tellJob = defineJob(
  "ai.tell_spending",
  { queue: "delivery", payload: z.strictObject({ period: z.enum(["day", "month"]) }) },
  (ctx, { period }) => tellSpending(ctx, period),
);

const mailJob = defineJob(
  "ai.mail_spending",
  { queue: "delivery", payload: spendingNews },
  (ctx, news, job) => mailSpending(ctx, news, job.id),
);

export const aiJobs = [tellJob, mailJob];
