import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { cellOf, type Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import type { Base } from "../context";
import type { QueueName } from "../drafts";
import { held, messageOf, type StoredJob } from "./store";

const atOnce = 100;

/** Puts a job down until then, as if this try had not been. */
export async function restJob(base: Base, job: StoredJob, until: number, why: string): Promise<void> {
  await base
    .openCell(cellOf(job.id))
    .update(jobs)
    .set({
      status: "retrying",
      attempts: job.attempts - 1,
      runAt: until,
      errorMessage: why,
    })
    .where(held(job));
}

/** Takes up again what was put down until that time, of one organization or of all; the exact time is what finds it in the index. */
export async function wakeRestingJobs(
  base: Base,
  database: Database,
  organizationId: Id<"organization"> | null,
  restedUntil: number,
): Promise<void> {
  const resting = database
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.status, "retrying"),
        eq(jobs.runAt, restedUntil),
        organizationId === null ? undefined : eq(jobs.organizationId, organizationId),
      ),
    )
    .limit(atOnce);
  for (let woken = atOnce; woken === atOnce;) {
    const runAt = base.now();
    const rows = await database
      .update(jobs)
      .set({ status: "pending", runAt, errorMessage: null })
      .where(inArray(jobs.id, resting))
      .returning();
    const byQueue = Map.groupBy(rows, ({ queue }): QueueName => queue);
    for (const [queue, some] of byQueue)
      base.carry(
        queue,
        some.map((job) => ({ message: messageOf(job), runAt })),
      );
    woken = rows.length;
  }
}
