import * as z from "zod";
import { defineJob } from "../kernel/jobs";
import { sendDeletionMail } from "./deletion-mail";
import { eraseOrganization } from "./erase";

const eraseJob = defineJob(
  "organizations.erase",
  { queue: "delivery", payload: z.strictObject({}), leaseSeconds: 600, evenDeleted: true },
  (ctx, _payload, job) => eraseOrganization(ctx, job.id),
);

const deletionMailJob = defineJob(
  "organizations.deletion_mail",
  { queue: "delivery", payload: z.strictObject({}), evenDeleted: true },
  (ctx, _payload, job) => sendDeletionMail(ctx, job.id),
);

export const organizationJobs = [eraseJob, deletionMailJob];
