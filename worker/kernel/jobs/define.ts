import type { z } from "zod";
import type { Context } from "../context";
import type { QueueName } from "../drafts";
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
  /** When a job was given up outside its own run: its worker died on the last try, or no consumer could claim it. At least once. */
  onGivenUp?: ((ctx: Context, payload: unknown, job: StoredJob) => Promise<void>) | undefined;
};

export function defineJob<T extends z.ZodType>(
  type: string,
  {
    queue,
    payload,
    leaseSeconds = 120,
    evenDeleted = false,
    onGivenUp,
  }: {
    queue: QueueName;
    payload: T;
    leaseSeconds?: number;
    evenDeleted?: boolean;
    onGivenUp?: (ctx: Context, payload: z.output<T>, job: StoredJob) => Promise<void>;
  },
  run: (ctx: Context, payload: z.output<T>, job: StoredJob) => Promise<void>,
): JobDefinition {
  return {
    type,
    queue,
    payload,
    leaseSeconds,
    evenDeleted,
    // safe: whoever calls either of these has parsed the payload by this very schema
    run: run as JobDefinition["run"],
    onGivenUp: onGivenUp as JobDefinition["onGivenUp"],
  };
}
