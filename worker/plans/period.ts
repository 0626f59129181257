export type Period = { start: number; end: number };

/** The calendar month in UTC: one rule for everybody, whatever zone they look from. */
export function monthOf(now: number): Period {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { start: Date.UTC(year, month, 1), end: Date.UTC(year, month + 1, 1) };
}

/** Bonus outlives the month it was given in, so its counter covers all of time. */
export const bonusPeriod: Period = { start: 0, end: 8_640_000_000_000_000 };
