import * as z from "zod";
import { idempotencyKeys } from "../../db/schema/cell/spine";
import { defineJob } from "../kernel/jobs";
import { isTaken, write } from "../kernel/write";

const facts = z.array(
  z.object({
    type: z.string(),
    subjectId: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
);

/**
 * What happened in the control plane becomes a fact of the organization's own cell. The two cannot share a batch,
 * so the cell remembers which relays it has seen.
 */
const relayFacts = defineJob(
  "spine.relay",
  { queue: "delivery", payload: z.object({ facts }) },
  async (ctx, payload, job) => {
    const seen = {
      owner: ctx.organization.id,
      key: `relay:${job.id}`,
      fingerprint: "",
      createdAt: ctx.now(),
    };
    try {
      await write(ctx, [ctx.db.insert(idempotencyKeys).values(seen)], payload);
    } catch (error) {
      if (!isTaken(error, "idempotency_keys")) throw error;
    }
  },
);

export const operationsJobs = [relayFacts];
