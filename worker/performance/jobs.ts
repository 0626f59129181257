import * as z from "zod";
import { defineJob } from "../kernel/jobs";
import { countPerformance } from "./count";

export const performanceJobs = [
  defineJob(
    "performance.count",
    {
      queue: "delivery",
      payload: z.strictObject({
        month: z
          .string()
          .regex(/^\d{4}-\d\d$/)
          .nullable()
          .default(null),
      }),
      leaseSeconds: 300,
    },
    (ctx, { month }) => countPerformance(ctx, month),
  ),
];
