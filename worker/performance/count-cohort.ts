import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { makeId, randomBytesPerId } from "../../db/ids";
import { performanceDays } from "../../db/schema/cell/performance";
import type { Context } from "../kernel/context";
import { counted, type CountsIn } from "./figures";

export type DayRow = CountsIn & { day: string; userId: string };
type Kept = typeof performanceDays.$inferSelect;

/** Counts the leads of one month anew and writes what differs from what is kept: mostly nothing. */
export async function countCohort(ctx: Context, cohort: string): Promise<void> {
  const [now, kept] = await Promise.all([countDays(ctx, cohort), keptOf(ctx, cohort)]);
  const before = new Map(kept.map((row) => [keyOf(row), row]));
  const changed = now.filter((row) => differs(row, before.get(keyOf(row))));
  const still = new Set(now.map(keyOf));
  const gone = kept.filter((row) => !still.has(keyOf(row))).map(({ id }) => id);
  for (let from = 0; from < changed.length; from += rowsAtOnce)
    await keep(ctx, cohort, changed.slice(from, from + rowsAtOnce));
  if (gone.length > 0)
    await ctx.db
      .delete(performanceDays)
      .where(
        and(
          here(ctx),
          inArray(performanceDays.id, sql`(select value from json_each(${JSON.stringify(gone)}))`),
        ),
      );
}

const rowsAtOnce = 1000;

function keyOf({ day, userId, currency }: Pick<DayRow, "day" | "userId" | "currency">): string {
  return `${day} ${userId} ${currency}`;
}

function differs(row: DayRow, before: Kept | undefined): boolean {
  return !before || counted.some((name) => row[name] !== before[name]);
}

function here(ctx: Context) {
  return eq(performanceDays.organizationId, ctx.organization.id);
}

async function keptOf(ctx: Context, cohort: string): Promise<Kept[]> {
  return await ctx.db
    .select()
    .from(performanceDays)
    .where(and(here(ctx), eq(performanceDays.cohort, cohort)));
}

async function keep(ctx: Context, cohort: string, rows: DayRow[]): Promise<void> {
  const { organizationId, cohort: month, day, userId, currency } = performanceDays;
  const values = rows.map((row) => ({ ...row, organizationId: ctx.organization.id, cohort }));
  await ctx.db
    .insert(performanceDays)
    .select(
      sql`select null, value ->> 'organizationId', value ->> 'cohort', value ->> 'day', value ->> 'userId',
      value ->> 'currency', value ->> 'created', value ->> 'qualified', value ->> 'converted', value ->> 'lost',
      value ->> 'deals', value ->> 'revenue', value ->> 'cycleMs', value ->> 'responses', value ->> 'responseMs'
      from json_each(${JSON.stringify(values)}) where true`,
    )
    .onConflictDoUpdate({
      target: [organizationId, month, day, userId, currency],
      set: {
        created: sql`excluded.created`,
        qualified: sql`excluded.qualified`,
        converted: sql`excluded.converted`,
        lost: sql`excluded.lost`,
        deals: sql`excluded.deals`,
        revenue: sql`excluded.revenue`,
        cycleMs: sql`excluded.cycle_ms`,
        responses: sql`excluded.responses`,
        responseMs: sql`excluded.response_ms`,
      },
    });
}

/** The leads of a month are a stretch of the index of ids; what happened to each counts on the day it happened. */
async function countDays(ctx: Context, cohort: string): Promise<DayRow[]> {
  const [from, to] = idsOfMonth(ctx, cohort);
  const won = sql`coalesce(converted_at, closed_at, updated_at)`;
  return await ctx.db
    .all<DayRow>(sql`with cohort as materialized (select coalesce(assigned_to, '') as user_id,
      case when predicted_value is null then '' else coalesce(value_currency, '') end as currency, status,
      created_at, qualified_at, first_contacted_at, closed_at, predicted_value as value, ${won} as won_at,
      coalesce(closed_at, updated_at) as lost_at
      from leads indexed by leads_id where organization_id = ${ctx.organization.id} and id >= ${from} and id < ${to}
      and is_listed = 1),
    happened (day, user_id, currency, created, qualified, converted, lost, deals, revenue, cycle, responses, response) as (
      select ${dayOf(sql`created_at`)}, user_id, currency, 1, 0, 0, 0, 0, 0, 0, 0, 0 from cohort
      union all select ${dayOf(sql`qualified_at`)}, user_id, currency, 0, 1, 0, 0, 0, 0, 0, 0, 0 from cohort
        where qualified_at is not null
      union all select ${dayOf(sql`won_at`)}, user_id, currency, 0, 0, 1, 0, value is not null, coalesce(value, 0),
        max(won_at - created_at, 0), 0, 0 from cohort where status = 'closed_won'
      union all select ${dayOf(sql`lost_at`)}, user_id, currency, 0, 0, 0, 1, 0, 0, 0, 0, 0 from cohort
        where status = 'closed_lost'
      union all select ${dayOf(sql`first_contacted_at`)}, user_id, currency, 0, 0, 0, 0, 0, 0, 0, 1,
        max(first_contacted_at - created_at, 0) from cohort where first_contacted_at is not null)
    select day, user_id as userId, currency, sum(created) as created, sum(qualified) as qualified,
      sum(converted) as converted, sum(lost) as lost, sum(deals) as deals, sum(revenue) as revenue,
      sum(cycle) as cycleMs, sum(responses) as responses, sum(response) as responseMs
    from happened group by 1, 2, 3`);
}

function dayOf(time: SQL): SQL {
  return sql`date(${time} / 1000, 'unixepoch')`;
}

function idsOfMonth(ctx: Context, cohort: string): [string, string] {
  const none = new Uint8Array(randomBytesPerId);
  const first = (month: string) =>
    makeId("lead", ctx.organization.cell, Date.parse(`${month}-01T00:00:00Z`), none);
  return [first(cohort), first(monthAfter(cohort))];
}

export function monthAfter(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 7);
}
