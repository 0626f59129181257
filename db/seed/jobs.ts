import type { Id } from "../ids";
import { jobs } from "../schema/cell/spine";
import { insertMany } from "./insert-many";
import { type Ground, newId } from "./people";

/** What is derived is not made up here: the product itself computes it, as soon as it runs. */
const atOnce: Record<string, Record<string, unknown>> = {
  "scoring.run": { revision: 1, after: "", done: 0 },
  "forecasts.make": {},
  "scoring.train_model": {},
  "performance.count": {},
  "insights.night": {},
};

export async function seedJobs(ground: Ground, organizationId: Id<"organization">): Promise<void> {
  const rows = Object.entries(atOnce).map(([type, payload]) => ({
    id: newId(ground, "job"),
    organizationId,
    queue: "delivery" as const,
    type,
    payload,
    maxAttempts: 5,
    runAt: ground.now,
    requestId: "seed",
    createdAt: ground.now,
  }));
  await insertMany(ground.control, jobs, rows);
}
