import * as z from "zod";
import { defineJob } from "../kernel/jobs";
import { makeForecasts } from "./make";

const makeJob = defineJob("forecasts.make", { queue: "delivery", payload: z.strictObject({}) }, (ctx) =>
  makeForecasts(ctx),
);

export const forecastJobs = [makeJob];
