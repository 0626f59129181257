import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { linkDays, type Tally } from "../../db/schema/cell/links";
import type { Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import type { Verdict } from "./pure/judge";
import { dayOf } from "./pure/tally";
import { getLink } from "./queries";

export type Counts = Record<Verdict, number>;
export type Named = Counts & { name: string };
export type LinkStats = {
  from: string;
  to: string;
  totals: Counts;
  /** Of as many days before. */
  previous: Counts;
  days: (Counts & { day: string })[];
  countries: Named[];
  devices: Named[];
  referrers: Named[];
};

const aDay = 86_400_000;
export const mostDays = 366;
const usualDays = 60;

/** The same rows whether ten people clicked or a million: at most three a day. */
export async function readStats(
  ctx: Context,
  linkId: Id<"link">,
  period: { from?: string | undefined; to?: string | undefined },
): Promise<LinkStats> {
  await getLink(ctx, linkId);
  const { from, to, days } = periodOf(ctx.now(), period);
  const earlier = dayOf(Date.parse(from) - days.length * aDay);
  const rows = await ctx.db
    .select()
    .from(linkDays)
    .where(
      and(
        eq(linkDays.organizationId, ctx.organization.id),
        eq(linkDays.linkId, linkId),
        gte(linkDays.day, earlier),
        lte(linkDays.day, to),
      ),
    )
    .orderBy(asc(linkDays.day));
  const now = rows.filter(({ day }) => day >= from);
  return {
    from,
    to,
    totals: sum(now),
    previous: sum(rows.filter(({ day }) => day < from)),
    days: days.map((day) => ({ day, ...sum(now.filter((row) => row.day === day)) })),
    countries: byName(now, ({ countries }) => countries),
    devices: byName(now, ({ devices }) => devices),
    referrers: byName(now, ({ referrers }) => referrers),
  };
}

function periodOf(now: number, period: { from?: string | undefined; to?: string | undefined }) {
  const to = period.to ?? dayOf(now);
  const from = period.from ?? dayOf(Date.parse(to) - (usualDays - 1) * aDay);
  const count = (Date.parse(to) - Date.parse(from)) / aDay + 1;
  if (count < 1) throw Invalid.field("/to", "before_from", "The period ends before it begins.");
  if (count > mostDays) throw Invalid.field("/from", "too_long", `Look at ${mostDays} days at most.`);
  const days = Array.from({ length: count }, (_, at) => dayOf(Date.parse(from) + at * aDay));
  return { from, to, days };
}

type Row = typeof linkDays.$inferSelect;
const none = (): Counts => ({ human: 0, suspect: 0, bot: 0 });

function sum(rows: Row[]): Counts {
  const counts = none();
  for (const { verdict, clicks } of rows) counts[verdict] += clicks;
  return counts;
}

/** The most human ones first. */
function byName(rows: Row[], tallyOf: (row: Row) => Tally): Named[] {
  const named = new Map<string, Named>();
  for (const row of rows) {
    for (const [name, count] of Object.entries(tallyOf(row))) {
      const one = named.get(name) ?? { name, ...none() };
      one[row.verdict] += count;
      named.set(name, one);
    }
  }
  const weight = ({ human, suspect, bot }: Counts) => human * 1e6 + suspect + bot;
  return [...named.values()].toSorted((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name));
}
