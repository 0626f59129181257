import type { z } from "zod";
import type { Context, QueueName } from "../context";
import type { StoredJob } from "./store";

/** A kind of work: what its payload looks like, and the verb that does it. */
export type JobDefinition = {
  type: string;
  queue: QueueName;
  payload: z.ZodType;
  /** How long one try may hold the job before somebody else may take it. */
  leaseSeconds: number;
  /** Also for an organization in its days of grace, where all other work has stopped (TEN-13). */
  evenDeleted: boolean;
  run(ctx: Context, payload: unknown, job: StoredJob): Promise<void>;
};

export function defineJob<T extends z.ZodType>(
  type: string,
  {
    queue,
    payload,
    leaseSeconds = 120,
    evenDeleted = false,
  }: { queue: QueueName; payload: T; leaseSeconds?: number; evenDeleted?: boolean },
  run: (ctx: Context, payload: z.output<T>, job: StoredJob) => Promise<void>,
): JobDefinition {
  // safe: runJob parses the payload by this very schema before it calls run
  return { type, queue, payload, leaseSeconds, evenDeleted, run: run as JobDefinition["run"] };
}
