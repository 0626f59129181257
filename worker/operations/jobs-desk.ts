import { and, desc, eq, lt } from "drizzle-orm";
import { cellOf, type Id } from "../../db/ids";
import { jobs } from "../../db/schema/cell/spine";
import type { OperatorContext } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { messageOf, platformOrganization, type StoredJob } from "../kernel/jobs";
import { cursorId, toPage } from "../kernel/page";
import { orElse, writeIn } from "../kernel/write";
import { jobToWire, type JobState } from "./wire";

export type JobFilter = { limit: number; cursor?: string; status?: JobState; cell: string };

/** Newest first within a cell; a status narrows by the same index that the sweeper uses. */
export async function listJobs(ctx: OperatorContext, filter: JobFilter) {
  const before = cursorId(filter.cursor);
  const rows = await ctx
    .openCell(filter.cell)
    .select()
    .from(jobs)
    .where(
      and(
        filter.status ? eq(jobs.status, filter.status) : undefined,
        before ? lt(jobs.id, before as Id<"job">) : undefined, // safe: only compared
      ),
    )
    .orderBy(desc(jobs.id))
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, (row) => [row.id], jobToWire);
}

/** A failed job begins again with all its tries; whatever it does is idempotent by its own id. */
export async function replayJob(ctx: OperatorContext, id: Id<"job">): Promise<StoredJob> {
  const runAt = ctx.now();
  const again = { status: "pending", attempts: 0, runAt, deadLetterReason: null, completedAt: null } as const;
  const job = await changeFailed(ctx, id, again, "job.replayed");
  ctx.carry(job.queue, [{ message: messageOf(job), runAt }]);
  return job;
}

export async function discardJob(ctx: OperatorContext, id: Id<"job">): Promise<void> {
  await changeFailed(ctx, id, { status: "discarded", completedAt: ctx.now() }, "job.discarded");
}

async function changeFailed(
  ctx: OperatorContext,
  id: Id<"job">,
  change: Partial<StoredJob>,
  action: string,
): Promise<StoredJob> {
  const cell = cellOf(id);
  const database = ctx.openCell(cell);
  const [job] = await database.select().from(jobs).where(eq(jobs.id, id));
  if (!job) throw new NotFound();
  const isFailed = and(eq(jobs.id, id), eq(jobs.status, "failed"));
  await writeIn(
    ctx,
    { database, cell, organizationId: platformOrganization, actor: ctx.actor },
    [database.update(jobs).set(change).where(isFailed), orElse(notFailed)],
    {
      audit: [
        {
          action,
          resourceType: "job",
          resourceId: id,
          changes: { before: { status: job.status }, after: { status: change.status } },
        },
      ],
    },
  );
  return { ...job, ...change };
}

const notFailed = new Conflict("job_not_failed", "Only failed jobs can be run again or discarded.");
