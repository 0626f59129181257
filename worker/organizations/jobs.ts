import * as z from "zod";
import { defineJob, wakeRestingJobs } from "../kernel/jobs";
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

/** What fell due while the organization was deleted goes on; its work is kept in both planes. */
const resumeJob = defineJob(
  "organizations.resume",
  { queue: "delivery", payload: z.strictObject({ restedUntil: z.number().int() }) },
  async (ctx, { restedUntil }) => {
    for (const database of new Set([ctx.db, ctx.control]))
      await wakeRestingJobs(ctx, database, ctx.organization.id, restedUntil);
  },
);

export const organizationJobs = [eraseJob, deletionMailJob, resumeJob];
