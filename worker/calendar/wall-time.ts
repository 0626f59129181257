import { tzOffset } from "@date-fns/tz";

/** What a clock on the wall shows: a day as “2027-03-28” and minutes since its midnight. */
export type WallTime = { day: string; minutes: number };

const minute = 60_000;
const dayLength = 1440 * minute;

/**
 * The moment at which the clocks of a zone show this. What they show twice is the first of both; what they skip is
 * as much later as they skip, so that 02:30 in a missing hour is 03:30.
 */
export function instantOf({ day, minutes }: WallTime, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * minute;
  const before = offsetAt(asUtc - dayLength, timeZone);
  const after = offsetAt(asUtc + dayLength, timeZone);
  const earliestFirst = [Math.max(before, after), Math.min(before, after)];
  const shown = earliestFirst.find((offset) => offsetAt(asUtc - offset, timeZone) === offset);
  return asUtc - (shown ?? before);
}

export function wallTimeOf(instant: number, timeZone: string): WallTime {
  const shown = new Date(instant + offsetAt(instant, timeZone)).toISOString();
  const [hours = 0, minutes = 0] = shown.slice(11, 16).split(":").map(Number);
  return { day: shown.slice(0, 10), minutes: hours * 60 + minutes };
}

/** 1 is Monday, as posting times count. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

function offsetAt(instant: number, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)) * minute);
}
