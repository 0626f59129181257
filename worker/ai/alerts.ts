import { and, eq, lt } from "drizzle-orm";
import { aiBudgets } from "../../db/schema/cell/ai";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { insertJob } from "../kernel/spine";
import { orElse, type Step, write } from "../kernel/write";
import { holdersOf } from "../members";
import type { Period } from "./budget";
import { dayOf, monthOf } from "./periods";
import type { Started } from "./request";

export const alertLevels = [100, 80, 50] as const;

/**
 * With a settlement that brings spending past a level comes the job that tells people. It is carried at once, and
 * should its batch not come to pass, the message finds no job.
 */
export async function crossingSteps(ctx: Context, started: Started, costMicros: number): Promise<Step[]> {
  if (started.promisedMicros === 0) return [];
  const budget = await findBudget(ctx);
  if (!budget) return [];
  const change = costMicros - started.promisedMicros;
  const periods = (["day", "month"] as const).filter(
    (period) => levelToTell(ctx, budget, period, change) > 0,
  );
  return periods.map((period) => {
    const { id, cell } = ctx.organization;
    const scope = { database: ctx.db, cell, organizationId: id, actor: ctx.actor };
    const job = insertJob(ctx, scope, {
      queue: "delivery",
      type: "ai.tell_spending",
      payload: { period },
      runAt: ctx.now() + 1000,
    });
    ctx.carry(job.queue, [{ message: job.message, runAt: job.runAt }]);
    return job.statement;
  });
}

/** A call that no longer fits is the end of the cap, whatever of it was promised and not yet spent. */
export async function tellCapReached(ctx: Context, period: Period): Promise<void> {
  const budget = await findBudget(ctx);
  if (budget) await tell(ctx, budget, period, 100);
}

export async function tellSpending(ctx: Context, period: Period): Promise<void> {
  const budget = await findBudget(ctx);
  const level = budget ? levelToTell(ctx, budget, period, 0) : 0;
  if (budget && level > 0) await tell(ctx, budget, period, level);
}

type Budget = typeof aiBudgets.$inferSelect;

export async function findBudget(ctx: Context): Promise<Budget | undefined> {
  const [row] = await ctx.db
    .select()
    .from(aiBudgets)
    .where(eq(aiBudgets.organizationId, ctx.organization.id));
  return row;
}

/** What stands in the row counts only while its day or month is still on. */
export function spentIn(ctx: Context, budget: Budget | undefined, period: Period) {
  const isDay = period === "day";
  const [began, now] = isDay ? [budget?.day, dayOf(ctx.now())] : [budget?.month, monthOf(ctx.now())];
  const isOn = began !== undefined && began >= now;
  const cap = (isDay ? budget?.dailyCapMicros : budget?.monthlyCapMicros) ?? null;
  if (!budget || !isOn) return { spent: 0, told: 0, cap };
  return isDay
    ? { spent: budget.dayMicros, told: budget.dayAlert, cap }
    : { spent: budget.monthMicros, told: budget.monthAlert, cap };
}

function levelToTell(ctx: Context, budget: Budget, period: Period, change: number): number {
  const { spent, told, cap } = spentIn(ctx, budget, period);
  if (cap === null || cap === 0) return 0;
  const level = alertLevels.find((candidate) => (spent + change) * 100 >= cap * candidate) ?? 0;
  return level > told ? level : 0;
}

/** Once a level and period: the row remembers, and of any number of tellers one gets to write it. */
async function tell(ctx: Context, budget: Budget, period: Period, level: number): Promise<void> {
  const { organizationId } = aiBudgets;
  const { spent, cap } = spentIn(ctx, budget, period);
  const data = { period, level, spentMicros: spent, capMicros: cap ?? 0 };
  const people = await holdersOf(ctx, "spend:write");
  const remember = ctx.db
    .update(aiBudgets)
    .set({ ...told(ctx, budget, period, level), updatedAt: ctx.now() })
    .where(and(eq(organizationId, ctx.organization.id), untold(ctx, budget, period, level)));
  try {
    await write(ctx, [remember, orElse(toldAlready)], {
      facts: [{ type: "spend.alerted", data }],
      jobs: people.map(({ userId }) => ({
        queue: "delivery",
        type: "ai.mail_spending",
        payload: { userId, ...data },
      })),
    });
  } catch (error) {
    if (error !== toldAlready) throw error;
  }
}

/** A period whose first call is the one that does not fit begins here. */
function told(ctx: Context, budget: Budget, period: Period, dayAlert: number): Partial<Budget> {
  const [day, month] = [dayOf(ctx.now()), monthOf(ctx.now())];
  if (period === "day") return budget.day < day ? { day, dayMicros: 0, dayAlert } : { dayAlert };
  return budget.month < month ? { month, monthMicros: 0, monthAlert: dayAlert } : { monthAlert: dayAlert };
}

function untold(ctx: Context, budget: Budget, period: Period, level: number) {
  const { day, month, dayAlert, monthAlert } = aiBudgets;
  if (period === "day")
    return and(eq(day, budget.day), budget.day < dayOf(ctx.now()) ? undefined : lt(dayAlert, level));
  return and(eq(month, budget.month), budget.month < monthOf(ctx.now()) ? undefined : lt(monthAlert, level));
}

const toldAlready = new Conflict("told_already", "People were told of this level.");
