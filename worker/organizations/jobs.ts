import * as z from "zod";
import { defineJob } from "../kernel/jobs";
import { eraseOrganization } from "./erase";

const eraseJob = defineJob(
  "organizations.erase",
  { queue: "delivery", payload: z.strictObject({}), leaseSeconds: 600, evenDeleted: true },
  (ctx, _payload, job) => eraseOrganization(ctx, job.id),
);

export const organizationJobs = [eraseJob];
