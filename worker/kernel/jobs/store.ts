import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import type { Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import type { JobMessage } from "../drafts";
import { Conflict } from "../errors";
import { orElse, type Step } from "../write";

export type StoredJob = typeof jobs.$inferSelect;

/** Compare-and-set: of any number of consumers with the same message, one gets the row. */
export async function claimJob(
  database: Database,
  id: Id<"job">,
  now: number,
  leaseSeconds: number,
): Promise<StoredJob | undefined> {
  const [job] = await database
    .update(jobs)
    .set({
      status: "processing",
      attempts: sql`${jobs.attempts} + 1`,
      startedAt: now,
      // While a job runs, run_at says until when; the sweeper's one index serves both questions.
      runAt: now + leaseSeconds * 1000,
    })
    .where(and(eq(jobs.id, id), inArray(jobs.status, ["pending", "retrying"]), lte(jobs.runAt, now + 1000)))
    .returning();
  return job;
}

/** For a batch that must happen once: the work and its completion stand or fall together. */
export function completionSteps(database: Database, job: StoredJob, now: number): Step[] {
  return [
    database.update(jobs).set({ status: "completed", completedAt: now, errorMessage: null }).where(held(job)),
    orElse(new Conflict("job_taken", "Another worker has taken this job over.")),
  ];
}

/** For a batch that tells of a failure: whoever hears of it finds the job failed. */
export function failureSteps(
  database: Database,
  job: StoredJob,
  now: number,
  { reason, message }: { reason: string; message: string },
): Step[] {
  return [
    database
      .update(jobs)
      .set({ status: "failed", completedAt: now, deadLetterReason: reason, errorMessage: message })
      .where(held(job)),
  ];
}

export async function completeJob(database: Database, job: StoredJob, now: number): Promise<void> {
  await database
    .update(jobs)
    .set({ status: "completed", completedAt: now, errorMessage: null })
    .where(held(job));
}

/** For work that may take longer than its lease. False when somebody else has the job by now: then stop, nothing of this try may be written. */
export async function renewLease(
  database: Database,
  job: StoredJob,
  now: number,
  leaseSeconds: number,
): Promise<boolean> {
  const renewed = await database
    .update(jobs)
    .set({ runAt: now + leaseSeconds * 1000 })
    .where(held(job))
    .returning({ id: jobs.id });
  return renewed.length === 1;
}

export async function retryJob(
  database: Database,
  job: StoredJob,
  runAt: number,
  message: string,
): Promise<void> {
  await database.update(jobs).set({ status: "retrying", runAt, errorMessage: message }).where(held(job));
}

export async function failJob(
  database: Database,
  job: StoredJob,
  now: number,
  reason: string,
  message: string,
): Promise<void> {
  await database
    .update(jobs)
    .set({ status: "failed", completedAt: now, deadLetterReason: reason, errorMessage: message })
    .where(held(job));
}

/** Gives back what a dead worker held, unless that was its last try, and lists what the queues should have brought by now. */
export async function takeOverdue(database: Database, now: number, graceMs: number): Promise<StoredJob[]> {
  await database
    .update(jobs)
    .set({ status: "retrying", errorMessage: "The worker stopped in the middle." })
    .where(
      and(eq(jobs.status, "processing"), lte(jobs.runAt, now), sql`${jobs.attempts} < ${jobs.maxAttempts}`),
    );
  return await database
    .select()
    .from(jobs)
    .where(and(inArray(jobs.status, ["pending", "retrying"]), lte(jobs.runAt, now - graceMs)))
    .orderBy(asc(jobs.runAt))
    .limit(500);
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

/** What was done or thrown away long ago is nobody's promise any more; failures stay until somebody decides. */
export async function forgetFinished(database: Database, before: number): Promise<void> {
  const old = database
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(inArray(jobs.status, ["completed", "discarded"]), lte(jobs.runAt, before)))
    .limit(500);
  await database.delete(jobs).where(inArray(jobs.id, old));
}

/** Only the try that claimed it may finish it. */
export function held(job: StoredJob) {
  return and(eq(jobs.id, job.id), eq(jobs.status, "processing"), eq(jobs.attempts, job.attempts));
}
