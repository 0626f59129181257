/** A day and a month of spending, in UTC: one rule for everybody, as the plan's months have. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function monthOf(time: number): string {
  return dayOf(time).slice(0, 7);
}

export function nextDay(time: number): number {
  return Date.parse(`${dayOf(time)}T00:00:00Z`) + 86_400_000;
}
