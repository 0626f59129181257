import * as z from "zod";
import { defineJob } from "../kernel/jobs";
import { makeForecasts } from "./make";
import { expectForecasts } from "./order";

const makeJob = defineJob("forecasts.make", { queue: "delivery", payload: z.strictObject({}) }, (ctx) =>
  makeForecasts(ctx),
);

const expectJob = defineJob("forecasts.expect", { queue: "delivery", payload: z.strictObject({}) }, (ctx) =>
  expectForecasts(ctx),
);

export const forecastJobs = [makeJob, expectJob];
