import { cellOfBinding } from "../db/client";
import { defaultCell } from "../db/ids";
import { settleDeadGenerations, wakeStoppedJobs } from "./ai";
import { sealAuditTrails } from "./audit";
import { atWork } from "./jobs";
import { createBase, forgetOldKeys, systemContext, wakeSweeper } from "./http";
import type { Base } from "./kernel/context";
import { type Env, settingsOf } from "./kernel/env";
import { forgetFinished, giveUpDead, messageOf, takeOverdue } from "./kernel/jobs";
import { forgetOldClicks, orderDueChecks } from "./links";
import { releaseExpiredReservations } from "./plans";
import { orderDueScores } from "./scoring";
import { reactions } from "./reactions";
import { forgetOldEvents, throwAwayOldSalts } from "./visitors";

const graceMs = 5_000;
const finishedKeptMs = 30 * 86_400_000;

/** What must happen again and again in one database, whoever calls: the sweeper's alarm, or cron. */
export async function runChores(
  env: Env,
  cell: string,
  defer: (work: Promise<unknown>) => void,
): Promise<void> {
  const { base } = createBase(env, {
    requestId: `sweep-${crypto.randomUUID()}`,
    origin: { ipAddress: null, userAgent: null },
    readFrom: "first-primary",
    defer,
    reactions,
  });
  const chores = [
    () => carryOverdueJobs(base, cell),
    () => settleDeadGenerations(base, cell, (organizationId) => systemContext(base, organizationId, true)),
    () => releaseExpiredReservations(base, cell),
    () => wakeStoppedJobs(base, cell),
    () => orderDueChecks(base, cell),
    () => orderDueScores(base, cell),
    () => sealAuditTrails(base, cell),
    () => forgetOldKeys(base.openCell(cell), base.now()),
    ...(cell === defaultCell ? [() => throwAwayOldSalts(base)] : []),
    () => forgetOldEvents(base, cell),
    () => forgetOldClicks(base, cell),
    () => forgetFinished(base.openCell(cell), base.now() - finishedKeptMs),
  ];
  for (const chore of chores)
    await chore().catch((error: unknown) => base.log.error("chore_failed", error, { cell }));
}

const woken = new WeakSet<Env>();

/** A process that has just begun does not know what the one before it left: the first request makes the sweepers look. */
export function wakeSweepersOnce(env: Env, defer: (work: Promise<unknown>) => void): void {
  if (woken.has(env)) return;
  woken.add(env);
  for (const cell of cellsOf(env)) defer(wakeSweeper(env, cell, Date.now()));
}

export function cellsOf(env: Env): string[] {
  return [defaultCell, ...settingsOf(env).cells.flatMap((name) => cellOfBinding(name) ?? [])];
}

/** Sends what is due and was not carried, and gives back what a dead worker held. */
async function carryOverdueJobs(base: Base, cell: string): Promise<void> {
  await giveUpDead(base, cell, atWork.definitions);
  const overdue = await takeOverdue(base.openCell(cell), base.now(), graceMs);
  for (const queue of ["generation", "delivery", "events"] as const) {
    const messages = overdue
      .filter((job) => job.queue === queue)
      .map((job) => ({ message: messageOf(job), runAt: base.now() }));
    if (messages.length > 0) base.carry(queue, messages);
  }
}
