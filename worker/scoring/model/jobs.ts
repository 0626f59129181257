import * as z from "zod";
import { idOf } from "../../kernel/contract";
import { defineJob } from "../../kernel/jobs";
import { applyModel } from "./apply-model";
import { trainModel } from "./train-model";

const trainJob = defineJob("scoring.train_model", { queue: "delivery", payload: z.strictObject({}) }, (ctx) =>
  trainModel(ctx),
);

const applyModelJob = defineJob(
  "scoring.apply_model",
  { queue: "events", payload: z.strictObject({ version: z.int(), after: idOf("lead").nullable() }) },
  applyModel,
);

export const modelJobs = [trainJob, applyModelJob];
