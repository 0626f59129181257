import * as z from "zod";
import { idOf } from "../kernel/contract";
import { DomainError } from "../kernel/errors";
import { defineJob } from "../kernel/jobs";
import { failAnalysis } from "./fail";
import { runAnalysis } from "./run";

const runJob = defineJob(
  "analyses.run",
  {
    queue: "generation",
    payload: z.strictObject({ analysisId: idOf("analysis"), requestedBy: idOf("user").nullable() }),
    leaseSeconds: 300,
    onGivenUp: (ctx, { analysisId }) => failAnalysis(ctx, analysisId, stopped),
  },
  runAnalysis,
);

const stopped = new DomainError("unavailable", "Reading stopped in the middle. Nothing was charged.", {
  reason: "analysis_stopped",
});

export const analysisJobs = [runJob];
