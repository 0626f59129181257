import { and, eq, lt, sql } from "drizzle-orm";
import { parseId } from "../../db/ids";
import { performanceCounts, performanceDays } from "../../db/schema/cell/performance";
import { authorize, type Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import { type Step, write } from "../kernel/write";
import { countCohort, monthAfter } from "./count-cohort";

const minute = 60_000;
const day = 86_400_000;
const monthsAtOnce = 6;
const queue = "delivery";

/** At once, however often it is asked for within a minute. */
export async function orderCount(ctx: Context): Promise<void> {
  authorize(ctx, "leads:read");
  const dedupeKey = `performance:now:${Math.floor(ctx.now() / minute)}`;
  await write(ctx, [noteState(ctx, { runningSince: ctx.now() })], {
    jobs: [{ queue, type: "performance.count", payload: { month: null }, dedupeKey }],
  });
}

/** A few months of leads at a time, from the first; then once in the coming night. */
export async function countPerformance(ctx: Context, from: string | null): Promise<void> {
  const last = new Date(ctx.now()).toISOString().slice(0, 7);
  let month = from ?? (await firstMonth(ctx));
  if (from === null) await forgetBefore(ctx, month ?? monthAfter(last));
  for (let done = 0; month !== null && month <= last && done < monthsAtOnce; done++) {
    await countCohort(ctx, month);
    month = monthAfter(month);
  }
  if (month !== null && month <= last)
    return await write(ctx, [], { jobs: [{ queue, type: "performance.count", payload: { month } }] });
  await finish(ctx);
}

async function firstMonth(ctx: Context): Promise<string | null> {
  const row = await ctx.db.get<{ id: string }>(
    sql`select id from leads where organization_id = ${ctx.organization.id} order by id limit 1`,
  );
  const time = row ? parseId(row.id)?.time : undefined;
  return time === undefined ? null : new Date(time).toISOString().slice(0, 7);
}

/** Months of which every lead is gone. */
async function forgetBefore(ctx: Context, month: string): Promise<void> {
  const { organizationId, cohort } = performanceDays;
  await ctx.db.delete(performanceDays).where(and(eq(organizationId, ctx.organization.id), lt(cohort, month)));
}

async function finish(ctx: Context): Promise<void> {
  const now = ctx.now();
  await write(ctx, [noteState(ctx, { countedAt: now, runningSince: null })], {
    facts: [{ type: "performance.counted", data: { countedAt: now } }],
    jobs: [nextCount(ctx)],
  });
}

type State = Partial<Pick<typeof performanceCounts.$inferInsert, "countedAt" | "runningSince">>;

function noteState(ctx: Context, state: State): Step {
  const now = ctx.now();
  const id = ctx.newId("performance", ctx.organization.cell);
  return ctx.db
    .insert(performanceCounts)
    .values({ id, organizationId: ctx.organization.id, createdAt: now, updatedAt: now, ...state })
    .onConflictDoUpdate({
      target: performanceCounts.organizationId,
      set: { ...state, updatedAt: now },
    });
}

/** Each organization at a minute of its own. */
function nextCount(ctx: Context): JobDraft {
  const midnight = Math.floor(ctx.now() / day + 1) * day;
  const own = (ctx.organization.id.codePointAt(21) ?? 0) * 5 + (ctx.organization.id.codePointAt(23) ?? 0);
  const runAt = midnight + (10 + (own % 110)) * minute;
  const dedupeKey = `performance:${new Date(runAt).toISOString().slice(0, 10)}`;
  return { queue, type: "performance.count", payload: { month: null }, runAt, dedupeKey };
}
