import { eq, sql } from "drizzle-orm";
import { cellOfBinding } from "../../db/client";
import { defaultCell } from "../../db/ids";
import { appSettings } from "../../db/schema/control/platform";
import type { Base, OperatorContext } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { platformOrganization, wakeRestingJobs } from "../kernel/jobs";
import { orElse, type Step, writeControl } from "../kernel/write";
import { readPlatformSpend } from "./platform-spend";
import { limitsKey, type PlatformLimits, readSwitch, type Stop, stopKey, stoppedUntil } from "./switch";

export type Desk = { stop: Stop | null; limits: PlatformLimits; spentTodayMicros: number; model: string };

export async function readDesk(ctx: OperatorContext): Promise<Desk> {
  const [standing, spentTodayMicros] = await Promise.all([readSwitch(ctx), readPlatformSpend(ctx)]);
  return { ...standing, spentTodayMicros, model: ctx.providers.ai.model };
}

/** One switch for everybody: new calls are refused at once, running ones end within seconds, jobs are put down. */
export async function stopGeneration(ctx: OperatorContext, reason: string): Promise<Desk> {
  const now = ctx.now();
  const value: Stop = { since: now, by: ctx.person.id, reason };
  const insert = ctx.control
    .insert(appSettings)
    .values({ key: stopKey, value, description: "The emergency stop of all writing", updatedAt: now })
    .onConflictDoNothing();
  await change(ctx, [insert, orElse(stoppedAlready)], "generation.stopped", { after: { reason } });
  return await readDesk(ctx);
}

/** What was put down goes on: some of it with this answer, the rest with the next rounds of chores. */
export async function resumeGeneration(ctx: OperatorContext): Promise<Desk> {
  const { stop } = await readSwitch(ctx);
  const remove = ctx.control.delete(appSettings).where(eq(appSettings.key, stopKey));
  await change(ctx, [remove, orElse(notStopped)], "generation.resumed", { before: { reason: stop?.reason } });
  const cells = [defaultCell, ...ctx.settings.cells.flatMap((name) => cellOfBinding(name) ?? [])];
  for (const cell of cells) ctx.defer(wakeRestingJobs(ctx, ctx.openCell(cell), null, stoppedUntil));
  return await readDesk(ctx);
}

/** Looked after again and again: a job that rested in the moment of the lifting is found here. */
export async function wakeStoppedJobs(base: Base, cell: string): Promise<void> {
  const { stop } = await readSwitch(base);
  if (!stop) await wakeRestingJobs(base, base.openCell(cell), null, stoppedUntil);
}

export async function changePlatformLimits(
  ctx: OperatorContext,
  wanted: Partial<PlatformLimits>,
): Promise<Desk> {
  const { limits: before } = await readSwitch(ctx);
  const after = { ...before, ...wanted };
  const upsert = ctx.control
    .insert(appSettings)
    .values({
      key: limitsKey,
      value: after,
      description: "What writing may cost at most",
      updatedAt: ctx.now(),
    })
    .onConflictDoUpdate({
      target: appSettings.key,
      set: { value: sql`excluded.value`, updatedAt: ctx.now() },
    });
  await change(ctx, [upsert], "generation.limits_changed", { before, after });
  return await readDesk(ctx);
}

function change(ctx: OperatorContext, steps: Step[], action: string, changes: Record<string, unknown>) {
  const scope = { organizationId: platformOrganization, cell: defaultCell, actor: ctx.actor };
  return writeControl(ctx, scope, steps, {
    audit: [{ action, resourceType: "generation", changes }],
  });
}

const stoppedAlready = new Conflict("already_stopped", "Writing is stopped already.");
const notStopped = new Conflict("not_stopped", "Writing is not stopped.");
