import * as z from "zod";
import { strategyGoals } from "../../db/schema/cell/business";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { suggestStrategy } from "./suggest-strategy";
import { suggestTopics } from "./suggest-topics";
import { giveUp } from "./suggest";

const run = {
  businessId: idOf("business"),
  key: z.string().min(1).max(200),
  requestedBy: idOf("user").nullable(),
};
const stopped = "The writing stopped in the middle.";

const topicsJob = defineJob(
  "strategies.suggest_topics",
  {
    queue: "generation",
    payload: z.strictObject({ ...run, count: z.number().int().min(1).max(20) }),
    leaseSeconds: 300,
    onGivenUp: (ctx, payload) => giveUp(ctx, { noun: "topic", ...payload }, stopped),
  },
  suggestTopics,
);

const strategyJob = defineJob(
  "strategies.suggest_strategy",
  {
    queue: "generation",
    payload: z.strictObject({ ...run, goal: z.enum(strategyGoals).nullable() }),
    leaseSeconds: 300,
    onGivenUp: (ctx, payload) => giveUp(ctx, { noun: "strategy", ...payload }, stopped),
  },
  suggestStrategy,
);

export const strategyJobs = [topicsJob, strategyJob];
