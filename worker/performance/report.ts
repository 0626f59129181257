import { eq, sql } from "drizzle-orm";
import { performanceCounts } from "../../db/schema/cell/performance";
import type { Context } from "../kernel/context";
import { workersAmong } from "../members";
import { listTeams } from "../teams";
import { type CountsIn, type Figures, figuresOf } from "./figures";

export type Period = { from: string; to: string };
type UserCounts = CountsIn & { userId: string };
export type Report = Period & {
  countedAt: number | null;
  isRunning: boolean;
  total: Figures;
  /** Of the same number of days before. */
  before: Figures;
  members: (Figures & { userId: string | null })[];
  teams: (Figures & { teamId: string; name: string })[];
  days: { day: string; created: number; converted: number }[];
};

const most = 200;
const dayMs = 86_400_000;

/** What happened in a period, both days included. A team is the sum of who is in it today. */
export async function performanceIn(ctx: Context, period: Period): Promise<Report> {
  const [rows, earlier, days, teams, [count]] = await Promise.all([
    countsIn(ctx, period),
    countsIn(ctx, periodBefore(period)),
    daysIn(ctx, period),
    listTeams(ctx, undefined, most),
    ctx.db.select().from(performanceCounts).where(eq(performanceCounts.organizationId, ctx.organization.id)),
  ]);
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  const workers = await workersAmong(ctx, { userIds: [], teamIds: teams.map(({ id }) => id) });
  return {
    ...period,
    countedAt: count?.countedAt ?? null,
    isRunning: count?.runningSince !== null && count?.runningSince !== undefined,
    total: figuresOf(rows),
    before: figuresOf(earlier),
    days,
    members: [...byUser]
      .map(([userId, mine]) => ({ userId: userId || null, ...figuresOf(mine) }))
      .toSorted((one, other) => other.converted - one.converted || other.created - one.created)
      .slice(0, most),
    teams: teams.map(({ id, name }) => {
      const inTeam = workers.filter(({ teamIds }) => teamIds.includes(id));
      const theirs = inTeam.flatMap(({ userId }) => byUser.get(userId) ?? []);
      return { teamId: id, name, ...figuresOf(theirs) };
    }),
  };
}

async function countsIn(ctx: Context, { from, to }: Period): Promise<UserCounts[]> {
  return await ctx.db.all<UserCounts>(
    sql`select user_id as userId, currency, sum(created) as created, sum(qualified) as qualified,
      sum(converted) as converted, sum(lost) as lost, sum(deals) as deals, sum(revenue) as revenue,
      sum(cycle_ms) as cycleMs, sum(responses) as responses, sum(response_ms) as responseMs from performance_days
      where organization_id = ${ctx.organization.id} and day between ${from} and ${to} group by 1, 2`,
  );
}

async function daysIn(ctx: Context, { from, to }: Period): Promise<Report["days"]> {
  return await ctx.db.all(
    sql`select day, sum(created) as created, sum(converted) as converted from performance_days
      where organization_id = ${ctx.organization.id} and day between ${from} and ${to} group by 1 order by 1`,
  );
}

export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

function periodBefore({ from, to }: Period): Period {
  const shift = (day: string, days: number) =>
    new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
  return { from: shift(from, -lengthOf({ from, to })), to: shift(from, -1) };
}
