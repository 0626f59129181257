import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { failImport, runImport } from "./run";
import { forgetLead, tidyImport } from "./tidy";

const runJob = defineJob(
  "imports.run",
  {
    queue: "delivery",
    payload: z.strictObject({ importId: idOf("leadImport"), asker: idOf("user").nullable() }),
    onGivenUp: (ctx, { importId }) =>
      failImport(ctx, importId, "This could not be finished. Import the rest again."),
  },
  (ctx, { importId, asker }) => runImport(ctx, importId, asker),
);

const tidyJob = defineJob(
  "imports.tidy",
  { queue: "delivery", payload: z.strictObject({ importId: idOf("leadImport") }) },
  (ctx, { importId }) => tidyImport(ctx, importId),
);

const forgetJob = defineJob(
  "imports.forget_lead",
  { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
  (ctx, { leadId }) => forgetLead(ctx, leadId),
);

export const importJobs = [runJob, tidyJob, forgetJob];
