import { type Granularity, nextPeriod, periodOf, periodsBetween } from "./periods";

export const forecastTypes = ["revenue", "lead_volume", "conversion_rate", "deal_velocity"] as const;
export type ForecastType = (typeof forecastTypes)[number];

/** What happened on a day, of one source where that is still told apart. */
export type DayTotals = {
  day: string;
  sourceId: string | null;
  created: number;
  won: number;
  lost: number;
  /** Of what was won, in minor units. */
  revenue: number;
  /** From the first day to the won one, all together. */
  winDays: number;
};

export type Totals = Omit<DayTotals, "day" | "sourceId">;

export type Series = {
  starts: string[];
  values: (number | null)[];
  /** The period that we are in, as far as it has come. */
  current: { start: string; soFar: number | null };
};

const empty: Totals = { created: 0, won: 0, lost: 0, revenue: 0, winDays: 0 };

/** Whole periods only: the one we are in is not over, and the first seldom begins at its beginning. */
export function seriesOf(
  type: ForecastType,
  days: readonly DayTotals[],
  granularity: Granularity,
  now: number,
): Series {
  const totals = totalsByPeriod(days, granularity);
  const current = periodOf(now, granularity);
  const measured = [...totals.keys()]
    .filter((period) => (measureOf(type, totals.get(period) ?? empty) ?? 0) > 0)
    .toSorted();
  const first = measured[0];
  const starts = first ? periodsBetween(nextPeriod(first, granularity), current, granularity) : [];
  const valueAt = (period: string) => measureOf(type, totals.get(period) ?? empty);
  return { starts, values: starts.map(valueAt), current: { start: current, soFar: valueAt(current) } };
}

export function totalsByPeriod(days: readonly DayTotals[], granularity: Granularity): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const each of days) {
    const period = periodOf(Date.parse(each.day), granularity);
    totals.set(period, sumOf([totals.get(period) ?? empty, each]));
  }
  return totals;
}

export function sumOf(all: readonly Totals[]): Totals {
  const sum = { ...empty };
  for (const each of all) {
    sum.created += each.created;
    sum.won += each.won;
    sum.lost += each.lost;
    sum.revenue += each.revenue;
    sum.winDays += each.winDays;
  }
  return sum;
}

/** Null where there is nothing to divide by. */
export function measureOf(
  type: ForecastType,
  { created, won, lost, revenue, winDays }: Totals,
): number | null {
  switch (type) {
    case "revenue":
      return revenue;
    case "lead_volume":
      return created;
    case "conversion_rate":
      return won + lost === 0 ? null : won / (won + lost);
    case "deal_velocity":
      return won === 0 ? null : winDays / won;
  }
}
