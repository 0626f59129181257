import { countOf } from "~/words/format";

const hour = 60;
const day = 24 * hour;
const usual = [0, hour, 4 * hour, day, 2 * day, 3 * day, 4 * day, 5 * day, 7 * day, 14 * day, 30 * day];

export function delayName(minutes: number): string {
  if (minutes === 0) return "At once";
  if (minutes % day === 0) return countOf(minutes / day, "day");
  if (minutes % hour === 0) return countOf(minutes / hour, "hour");
  return countOf(minutes, "minute");
}

/** The usual ones, and whatever it is now. */
export function delayOptions(now: number): { value: string; name: string }[] {
  const all = [...new Set([...usual, now])].toSorted((one, other) => one - other);
  return all.map((minutes) => ({ value: String(minutes), name: delayName(minutes) }));
}
