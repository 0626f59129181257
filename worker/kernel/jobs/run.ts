import { z } from "zod";
import { cellOf, type Id, isId } from "../../../db/ids";
import type { Base, Context, JobMessage } from "../context";
import { DomainError } from "../errors";
import type { JobDefinition } from "./define";
import { judgeFailure } from "./retry";
import { claimJob, completeJob, failJob, retryJob, type StoredJob } from "./store";

export const jobMessageShape: z.ZodType<JobMessage> = z.strictObject({
  v: z.literal(1),
  type: z.string().max(100),
  organizationId: z.string().refine((value): value is Id<"organization"> => value.startsWith("org_")),
  jobId: z.string().refine((value): value is Id<"job"> => isId("job", value)),
  requestId: z.string().max(100),
});

export type JobsAtWork = {
  definitions: ReadonlyMap<string, JobDefinition>;
  /** The organization's own context, with the system as actor. */
  contextFor(base: Base, organizationId: Id<"organization">, evenDeleted: boolean): Promise<Context | null>;
};

/** One message, one claim, one try. Whatever happens, the row says so; the message itself is done with. */
export async function runJob(base: Base, message: JobMessage, atWork: JobsAtWork): Promise<void> {
  const database = base.openCell(cellOf(message.jobId));
  const definition = atWork.definitions.get(message.type);
  const job = await claimJob(database, message.jobId, base.now(), definition?.leaseSeconds ?? 60);
  if (!job) return;
  try {
    await tryJob(base, message, job, definition, atWork);
    await completeJob(database, job, base.now());
  } catch (error) {
    base.log.error("job_failed", error, { jobId: job.id, type: job.type, attempts: job.attempts });
    await settleFailure(base, job, error);
  }
}

async function tryJob(
  base: Base,
  message: JobMessage,
  job: StoredJob,
  definition: JobDefinition | undefined,
  atWork: JobsAtWork,
): Promise<void> {
  if (!definition || job.type !== message.type) {
    throw new DomainError("bad_request", `Nothing here does jobs of the type “${message.type}”.`);
  }
  if (job.organizationId !== message.organizationId) {
    throw new DomainError("bad_request", "The message names another organization than the job belongs to.");
  }
  const payload = definition.payload.safeParse(job.payload);
  if (!payload.success)
    throw new DomainError("bad_request", "The job's payload has another shape than expected.");
  const ctx = await atWork.contextFor(base, job.organizationId, definition.evenDeleted);
  if (!ctx) throw new DomainError("gone", "The organization of this job is no longer there.");
  await definition.run(ctx, payload.data, job);
}

async function settleFailure(base: Base, job: StoredJob, error: unknown): Promise<void> {
  const database = base.openCell(cellOf(job.id));
  const spread = (base.random(1)[0] ?? 0) / 255;
  const verdict = judgeFailure(error, job.attempts, job.maxAttempts, spread);
  if (verdict.kind === "fail")
    return await failJob(database, job, base.now(), verdict.reason, verdict.message);
  const runAt = base.now() + verdict.delayMs;
  await retryJob(database, job, runAt, verdict.message);
  base.carry(job.queue, [{ message: messageOf(job), runAt }]);
}

export function messageOf(job: StoredJob): JobMessage {
  return {
    v: 1,
    type: job.type,
    organizationId: job.organizationId,
    jobId: job.id,
    requestId: job.requestId,
  };
}
