import { and, eq, inArray, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type Cell, cellOf, type Id, isId } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import type { Base } from "../context";
import { DomainError } from "../errors";
import { idsIn } from "../id-list";
import { defineJob, type JobDefinition } from "./define";

type Kinds = ReadonlyMap<string, JobDefinition>;

const atOnce = 100;
const tellingType = "jobs.given_up";
const tellingTries = 10;
const unfinished = notInArray(jobs.status, ["completed", "failed", "discarded"]);

/** Gives up what died while it held the job for its last try. */
export async function giveUpDead(base: Base, cell: Cell, kinds: Kinds): Promise<void> {
  const dead = [
    eq(jobs.status, "processing"),
    lte(jobs.runAt, base.now()),
    sql`${jobs.attempts} >= ${jobs.maxAttempts}`,
  ];
  await giveUp(base, cell, dead, "The worker stopped in the middle, on the last try.", kinds);
}

/** Gives up what no consumer could even claim. */
export async function giveUpUnclaimed(base: Base, jobId: Id<"job">, kinds: Kinds): Promise<void> {
  const reason = "The queue gave up: the consumer failed every time before it could claim the job.";
  await giveUp(base, cellOf(jobId), [eq(jobs.id, jobId), unfinished], reason, kinds);
}

/** The failure and the promise to tell of it stand or fall together: whoever waits for the job hears, whatever dies here. */
async function giveUp(base: Base, cell: Cell, which: SQL[], reason: string, kinds: Kinds): Promise<void> {
  const database = base.openCell(cell);
  const now = base.now();
  const toBeTold = [...kinds.values()].filter((kind) => kind.onGivenUp).map(({ type }) => type);
  const some = await database
    .select({
      jobId: jobs.id,
      organizationId: jobs.organizationId,
      queue: jobs.queue,
      requestId: jobs.requestId,
    })
    .from(jobs)
    .where(and(...which, inArray(jobs.type, idsIn(toBeTold))))
    .limit(atOnce);
  const telling = some.map((job) => ({ ...job, id: base.newId("job", cell) }));
  const ids = some.map(({ jobId }) => jobId);
  await database.batch([
    database.insert(jobs).select(sql`select telling.value ->> 'id', ${jobs.organizationId}, ${jobs.queue},
      ${tellingType}, json_object('jobId', ${jobs.id}), 'pending', 0, ${tellingTries}, ${now},
      null, null, null, null, null, ${jobs.requestId}, ${now}
      from json_each(${JSON.stringify(telling)}) as telling
      join jobs on ${jobs.id} = telling.value ->> 'jobId' where ${and(...which)}`),
    database
      .update(jobs)
      .set({ status: "failed", completedAt: now, deadLetterReason: reason })
      .where(and(...which, or(notInArray(jobs.type, idsIn(toBeTold)), inArray(jobs.id, idsIn(ids))))),
  ]);
  for (const { id, organizationId, queue, requestId } of telling) {
    const message = { v: 1, type: tellingType, organizationId, jobId: id, requestId } as const;
    base.carry(queue, [{ message, runAt: now }]);
  }
}

const payload = z.object({
  jobId: z.string().refine((value): value is Id<"job"> => isId("job", value)),
});

/** Tells a kind of work that one of its jobs was given up while none of its own code ran. */
export function tellGivenUp(kinds: readonly JobDefinition[]): JobDefinition {
  return defineJob(tellingType, { queue: "delivery", payload }, async (ctx, { jobId }) => {
    const ours = and(eq(jobs.id, jobId), eq(jobs.organizationId, ctx.organization.id));
    const [job] = await ctx
      .openCell(cellOf(jobId))
      .select()
      .from(jobs)
      .where(and(ours, eq(jobs.status, "failed")));
    const kind = kinds.find(({ type }) => type === job?.type);
    if (!job || !kind?.onGivenUp) return;
    const parsed = kind.payload.safeParse(job.payload);
    if (!parsed.success)
      throw new DomainError("bad_request", "The job's payload has another shape than expected.");
    await kind.onGivenUp(ctx, parsed.data, job);
  });
}
