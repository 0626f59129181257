import * as z from "zod";
import { cellOf, type Id, isId } from "../../../db/ids";
import type { Base, Context } from "../context";
import type { JobMessage } from "../drafts";
import { DomainError } from "../errors";
import type { JobDefinition } from "./define";
import { restJob, wakeRestingJobs } from "./rest";
import { judgeFailure } from "./retry";
import { claimJob, completeJob, failJob, messageOf, retryJob, type StoredJob } from "./store";

export const jobMessageShape: z.ZodType<JobMessage> = z.strictObject({
  v: z.literal(1),
  type: z.string().max(100),
  organizationId: z.string().refine((value): value is Id<"organization"> => value.startsWith("org_")),
  jobId: z.string().refine((value): value is Id<"job"> => isId("job", value)),
  requestId: z.string().max(100),
});

export type JobsAtWork = {
  definitions: ReadonlyMap<string, JobDefinition>;
  /** The organization's own context, with the system as actor; in its days of grace it says when they end. */
  contextFor(
    base: Base,
    organizationId: Id<"organization">,
  ): Promise<(Context & { eraseAfter: number | null }) | null>;
};

/** One message, one claim, one try. Whatever happens, the row says so; the message itself is done with. */
export async function runJob(base: Base, message: JobMessage, atWork: JobsAtWork): Promise<void> {
  const database = base.openCell(cellOf(message.jobId));
  const definition = atWork.definitions.get(message.type);
  const job = await claimJob(database, message.jobId, base.now(), definition?.leaseSeconds ?? 60);
  if (!job) return;
  try {
    await tryJob(base, message, job, definition, atWork);
  } catch (error) {
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
  const ctx = await atWork.contextFor(base, job.organizationId);
  if (!ctx) throw gone;
  if (ctx.organization.status === "deleted" && !definition.evenDeleted)
    return await rest(base, job, ctx.eraseAfter, atWork);
  await definition.run(ctx, payload.data, job);
  await completeJob(base.openCell(cellOf(job.id)), job, base.now());
}

const gone = new DomainError("gone", "The organization of this job is no longer there.");

/** An organization's work waits for its owner to change their mind while that is possible (TEN-13). */
async function rest(base: Base, job: StoredJob, until: number | null, atWork: JobsAtWork): Promise<void> {
  if (until === null || until <= base.now()) throw gone;
  await restJob(base, job, until, "The organization is deleted. This goes on if it is restored.");
  // Restored between our look and our word, it has called its work already, without this job.
  const ctx = await atWork.contextFor(base, job.organizationId);
  if (ctx?.eraseAfter !== until)
    await wakeRestingJobs(base, base.openCell(cellOf(job.id)), job.organizationId, until);
}

async function settleFailure(base: Base, job: StoredJob, error: unknown): Promise<void> {
  const database = base.openCell(cellOf(job.id));
  const spread = (base.random(1)[0] ?? 0) / 255;
  const verdict = judgeFailure(error, job.attempts, job.maxAttempts, spread);
  const told = { jobId: job.id, type: job.type, attempts: job.attempts };
  if (verdict.kind === "fail") {
    base.log.error("job_failed", error, told);
    return await failJob(database, job, base.now(), verdict.reason, verdict.message);
  }
  // A try that is not the last is nobody's alarm: a busy model, a slow site.
  base.log.info(verdict.kind === "rest" ? "job_rests" : "job_retries", { ...told, why: verdict.message });
  if (verdict.kind === "rest") return await restJob(base, job, verdict.until, verdict.message);
  const runAt = base.now() + verdict.delayMs;
  await retryJob(database, job, runAt, verdict.message);
  base.carry(job.queue, [{ message: messageOf(job), runAt }]);
}
