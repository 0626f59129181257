export const granularities = ["week", "month"] as const;
export type Granularity = (typeof granularities)[number];

const dayMs = 86_400_000;

/** How far ahead one looks, and how long a season is: a year. */
export const horizonOf: Record<Granularity, number> = { week: 6, month: 3 };
export const seasonOf: Record<Granularity, number> = { week: 52, month: 12 };

/** Weeks begin on Monday, all periods at midnight UTC. The name of a period is its first day. */
export function periodOf(at: number, granularity: Granularity): string {
  if (granularity === "month") return `${isoDay(at).slice(0, 7)}-01`;
  const day = Math.floor(at / dayMs);
  return isoDay((Math.floor((day + 3) / 7) * 7 - 3) * dayMs);
}

export function nextPeriod(period: string, granularity: Granularity): string {
  const start = Date.parse(period);
  if (granularity === "week") return isoDay(start + 7 * dayMs);
  const date = new Date(start);
  return isoDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

/** From one period up to, not including, another. */
export function periodsBetween(from: string, to: string, granularity: Granularity): string[] {
  const periods: string[] = [];
  for (let period = from; period < to; period = nextPeriod(period, granularity)) periods.push(period);
  return periods;
}

/** The last day that is still in it. */
export function lastDayOf(period: string, granularity: Granularity): string {
  return isoDay(Date.parse(nextPeriod(period, granularity)) - dayMs);
}

export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
