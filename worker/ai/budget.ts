import { eq, sql } from "drizzle-orm";
import { aiBudgets } from "../../db/schema/cell/ai";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { refuseWhen, type Step } from "../kernel/write";
import { dayOf, monthOf } from "./periods";

export type Period = "day" | "month";

/** The first call that costs something opens the row; before it there is nothing to hold. */
export function openBudget(ctx: Context): Step {
  const now = ctx.now();
  return ctx.db
    .insert(aiBudgets)
    .values({
      id: ctx.newId("aiBudget", ctx.organization.cell),
      organizationId: ctx.organization.id,
      day: dayOf(now),
      month: monthOf(now),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
}

/** Holds money before a call is made. Judged where it is counted, so that a burst cannot pass a cap (COST-01). */
export function promiseSteps(ctx: Context, micros: number): Step[] {
  if (micros === 0) return [];
  return [
    openBudget(ctx),
    addMicros(ctx, micros),
    refuseWhen(isOver(ctx, "day"), new SpendCapReached("day")),
    refuseWhen(isOver(ctx, "month"), new SpendCapReached("month")),
  ];
}

/** The day and month that held the promise get back what was not needed; later ones never knew of it (QUOTA-02). */
export function correctionSteps(ctx: Context, startedAt: number, micros: number): Step[] {
  if (micros === 0) return [];
  const { day, month, dayMicros, monthMicros } = aiBudgets;
  return [
    ctx.db
      .update(aiBudgets)
      .set({
        dayMicros: sql`max(0, ${dayMicros} + case when ${day} = ${dayOf(startedAt)} then ${micros} else 0 end)`,
        monthMicros: sql`max(0, ${monthMicros} + case when ${month} = ${monthOf(startedAt)} then ${micros} else 0 end)`,
        updatedAt: ctx.now(),
      })
      .where(eq(aiBudgets.organizationId, ctx.organization.id)),
  ];
}

export class SpendCapReached extends DomainError {
  constructor(readonly period: Period) {
    const until = period === "day" ? "until midnight UTC" : "until the first of the next month";
    const detail = `What this organization may spend on writing in a ${period} is spent or promised. Wait ${until}, or raise the cap.`;
    super("plan_limit", detail, { reason: "spend_cap_reached" });
  }
}

/** A new day begins with the first call in it. A clock that is behind counts into the day that has begun already. */
function addMicros(ctx: Context, micros: number): Step {
  const [today, thisMonth] = [dayOf(ctx.now()), monthOf(ctx.now())];
  const { day, month, dayMicros, monthMicros, dayAlert, monthAlert } = aiBudgets;
  return ctx.db
    .update(aiBudgets)
    .set({
      day: sql`max(${day}, ${today})`,
      dayMicros: sql`case when ${day} >= ${today} then ${dayMicros} else 0 end + ${micros}`,
      dayAlert: sql`case when ${day} >= ${today} then ${dayAlert} else 0 end`,
      month: sql`max(${month}, ${thisMonth})`,
      monthMicros: sql`case when ${month} >= ${thisMonth} then ${monthMicros} else 0 end + ${micros}`,
      monthAlert: sql`case when ${month} >= ${thisMonth} then ${monthAlert} else 0 end`,
      updatedAt: ctx.now(),
    })
    .where(eq(aiBudgets.organizationId, ctx.organization.id));
}

function isOver(ctx: Context, period: Period) {
  const [spent, cap] =
    period === "day"
      ? [aiBudgets.dayMicros, aiBudgets.dailyCapMicros]
      : [aiBudgets.monthMicros, aiBudgets.monthlyCapMicros];
  return sql`exists (select 1 from ${aiBudgets} where ${aiBudgets.organizationId} = ${ctx.organization.id} and ${spent} > ${cap})`;
}
