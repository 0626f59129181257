import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadImports, type RefusedRow } from "../../db/schema/cell/imports";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import { type Imported, importMany } from "../leads";
import { assertMayStill } from "../members";
import { type FileRow, getPart } from "./file-parts";
import { keepLot } from "./keep-lot";
import { isTold, type Plan } from "./plan";
import { readRow } from "./read-row";
import { taken, tellProgress } from "./progress";
import { getImport, isImport, type LeadImport } from "./queries";
import { type Resolved, resolvePlan } from "./resolve";
import { endJobs, endOf, finishedFact, runJob } from "./start";
import { undoLot } from "./undo";

const lotsAtOnce = 8;
/** A database does one thing at a time: whoever reads meanwhile gets through between two lots. */
const breathMs = 50;
const attempts = 4;

/** Some lots, then the next ones by a job of its own: the queue stays free for others, and a stop in between loses nothing. */
export async function runImport(ctx: Context, id: Id<"leadImport">, asker: Id<"user"> | null): Promise<void> {
  const work = await getImport(ctx, id);
  if (work.status !== "running" && work.status !== "undoing") return;
  try {
    const resolved = work.status === "running" ? await prepare(ctx, work, asker) : null;
    for (let lot = 0; lot < lotsAtOnce; lot++) {
      const isOver = await (resolved ? importLot(ctx, id, resolved) : undoLot(ctx, id));
      if (isOver) return;
      await scheduler.wait(breathMs);
    }
    tellProgress(ctx, id);
    await write(ctx, [], { jobs: [runJob(id, asker)] });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.reason !== taken.reason) await failImport(ctx, id, error.message);
  }
}

async function prepare(ctx: Context, { plan, requestedBy }: LeadImport, asker: Id<"user"> | null) {
  const wanted = plan as Plan; // safe: only startImport writes it
  if (asker) {
    await assertMayStill(ctx, asker, "leads:import");
    const assigns = wanted.assignedTo !== null || wanted.columns.some(({ to }) => to === "assignee");
    if (assigns) await assertMayStill(ctx, asker, "leads:assign");
  }
  return await resolvePlan(ctx, wanted, requestedBy);
}

export async function failImport(ctx: Context, id: Id<"leadImport">, why: string): Promise<void> {
  const work = await getImport(ctx, id);
  const update = ctx.db
    .update(leadImports)
    .set({ ...endOf(ctx, work, "failed"), errorMessage: why })
    .where(and(isImport(ctx, id), eq(leadImports.status, work.status)));
  await write(ctx, [update, orElse(taken)], {
    facts: [finishedFact(work, "failed")],
    jobs: endJobs(ctx, id),
  });
}

/**
 * One lot of the file; true where it was the last one, or where there is nothing to do any more. All of a lot happens at
 * one time: by that time undoing knows what nobody has touched since.
 */
async function importLot(
  moving: Context,
  id: Id<"leadImport">,
  { reading, rules }: Resolved,
): Promise<boolean> {
  const now = moving.now();
  const ctx: Context = { ...moving, now: () => now };
  const work = await getImport(ctx, id);
  if (work.status !== "running") return true;
  const part = await getPart(ctx, id, work.nextLot);
  const rows = work.hasHeader && work.nextLot === 0 ? part.slice(1) : part;
  const read = rows.map(([row, cells]) => readRow(reading, row, cells));
  for (let attempt = 1; ; attempt++) {
    const imported = await importMany(ctx, read, rules, id);
    try {
      return await writeLot(ctx, work, rows, imported, reading.columns);
    } catch (error) {
      const isRace = isTaken(error, "leads.match_key") || isReason(error, "value_taken");
      if (!isRace || attempt >= attempts) throw error;
    }
  }
}

function isReason(error: unknown, reason: string): boolean {
  return error instanceof DomainError && error.reason === reason;
}

async function writeLot(
  ctx: Context,
  work: LeadImport,
  rows: readonly FileRow[],
  imported: Imported,
  columns: Resolved["reading"]["columns"],
): Promise<boolean> {
  const { counts } = imported;
  const progress = {
    nextLot: work.nextLot + 1,
    done: work.done + rows.length,
    created: work.created + counts.created,
    updated: work.updated + counts.updated,
    skipped: work.skipped + counts.skipped,
    failed: work.failed + counts.failed,
  };
  const isLast = progress.nextLot >= work.lots;
  const steps: Step[] = [
    ctx.db
      .update(leadImports)
      .set({ ...progress, ...(isLast ? endOf(ctx, work, "completed") : { updatedAt: ctx.now() }) })
      .where(
        and(isImport(ctx, work.id), eq(leadImports.status, "running"), eq(leadImports.nextLot, work.nextLot)),
      ),
    orElse(taken),
    ...imported.steps,
    ...keepLot(ctx, work, imported, refusedOf(work, rows, imported, columns)),
  ];
  await write(ctx, steps, {
    facts: [
      ...(isTold(work) ? imported.facts : []),
      ...(isLast ? [finishedFact({ ...work, ...progress }, "completed")] : []),
    ],
    jobs: isLast ? endJobs(ctx, work.id) : [],
  });
  return isLast;
}

function refusedOf(
  { head, hasHeader }: LeadImport,
  rows: readonly FileRow[],
  { refused }: Imported,
  columns: Resolved["reading"]["columns"],
): RefusedRow[] {
  const cellsOf = new Map(rows);
  const nameOf = (field: string) => {
    const place = columns.find(({ to }) => to === field)?.column;
    return (hasHeader && place !== undefined && head[0]?.[place]) || field;
  };
  return refused.map(({ row, faults }) => ({
    row,
    cells: cellsOf.get(row) ?? [],
    errors: faults.map(({ field, detail }) => ({ column: nameOf(field), detail })),
  }));
}
