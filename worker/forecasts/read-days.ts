import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import type { DayTotals } from "./pure/series";

const dayMs = 86_400_000;
/** Three years: two seasons, and what came before them. */
const historyDays = 1096;
/** Sources are told apart only as long ago as drivers are looked for: twice three months, and the one we are in. */
const sourceDays = 220;

type Row = { day: string; sourceId: string | null; count: number };
type ClosedRow = Row & { currency: string; won: number; lost: number; revenue: number; winDays: number };

/** A row a day, in the currency that most of what was won is in. The leads themselves stay where they are. */
export async function readDays(ctx: Context): Promise<{ currency: string | null; days: DayTotals[] }> {
  const [created, closed] = await Promise.all([readCreated(ctx), readClosed(ctx)]);
  const currency = mostWon(closed);
  const none = { created: 0, won: 0, lost: 0, revenue: 0, winDays: 0 };
  return {
    currency,
    days: [
      ...created.map(({ day, sourceId, count }) => ({ ...none, day, sourceId, created: count })),
      ...closed.map(({ day, sourceId, won, lost, revenue, winDays, currency: money }) => ({
        ...none,
        day,
        sourceId,
        won,
        lost,
        winDays,
        revenue: money === currency ? revenue : 0,
      })),
    ],
  };
}

/** Along the order of creation: three years are nearly all there are, and what was imported has its own date. */
async function readCreated(ctx: Context): Promise<Row[]> {
  const since = ctx.now() - historyDays * dayMs;
  return await ctx.db.all<Row>(sql`select date(created_at / 1000, 'unixepoch') as day,
    case when created_at >= ${recent(ctx)} then source_id end as sourceId, count(*) as count
    from leads where organization_id = ${ctx.organization.id} and is_listed = 1
    and created_at >= ${since} group by 1, 2`);
}

async function readClosed(ctx: Context): Promise<ClosedRow[]> {
  const since = ctx.now() - historyDays * dayMs;
  return await ctx.db.all<ClosedRow>(sql`select date(closed_at / 1000, 'unixepoch') as day,
    case when closed_at >= ${recent(ctx)} then source_id end as sourceId,
    coalesce(value_currency, '') as currency, count(*) as count,
    sum(status = 'closed_won') as won, sum(status = 'closed_lost') as lost,
    sum(case status when 'closed_won' then coalesce(predicted_value, 0) else 0 end) as revenue,
    sum(case status when 'closed_won' then max(closed_at - created_at, 0) / 86400000.0 else 0 end) as winDays
    from leads where organization_id = ${ctx.organization.id} and is_listed = 1
    and status in ('closed_won', 'closed_lost') and closed_at >= ${since} group by 1, 2, 3`);
}

function recent(ctx: Context): number {
  return ctx.now() - sourceDays * dayMs;
}

function mostWon(rows: readonly ClosedRow[]): string | null {
  const won = new Map<string, number>();
  for (const { currency, won: deals, revenue } of rows)
    if (currency !== "" && revenue > 0) won.set(currency, (won.get(currency) ?? 0) + deals);
  const [most] = [...won].toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other));
  return most?.[0] ?? null;
}
