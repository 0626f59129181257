import { tzOffset } from "@date-fns/tz";

const minute = 60_000;
const dayLength = 1440 * minute;

/** What the clocks of a zone show: a day as “2027-03-28” and a time as “09:00”. */
export type Shown = { day: string; time: string };

export function shownAt(at: string | number, timeZone: string): Shown {
  const instant = typeof at === "number" ? at : Date.parse(at);
  const text = new Date(instant + offsetAt(instant, timeZone)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** As the API reads wall times: what is shown twice is the first of both, what is skipped is as much later. */
export function instantAt({ day, time }: Shown, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(asUtc - dayLength, timeZone);
  const after = offsetAt(asUtc + dayLength, timeZone);
  const earliestFirst = [Math.max(before, after), Math.min(before, after)];
  const shown = earliestFirst.find((offset) => offsetAt(asUtc - offset, timeZone) === offset);
  return new Date(asUtc - (shown ?? before)).toISOString();
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** A week begins on Monday, as posting times count. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, 1 - weekday);
}

export function firstOfMonth(day: string, months = 0): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

export function daysFrom(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(day, index));
}

/** In words, where the clocks of a zone change on a day; null on all others. */
export function clockChange(day: string, timeZone: string): string | null {
  const start = Date.parse(instantAt({ day, time: "00:00" }, timeZone));
  const end = Date.parse(instantAt({ day: addDays(day, 1), time: "00:00" }, timeZone));
  const minutes = Math.round((dayLength - (end - start)) / minute);
  if (minutes === 0) return null;
  const much = Math.abs(minutes) === 60 ? "an hour" : `${Math.abs(minutes)} minutes`;
  return minutes > 0 ? `Clocks go forward ${much}` : `Clocks go back ${much}`;
}

/** “Europe/Berlin” as people say it: the city. */
export function zoneName(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

export function sayDay(
  day: string,
  language: string,
  style: "long" | "date" | "short" | "weekday" | "month",
): string {
  if (style === "short") return `${sayDay(day, language, "weekday")} ${Number(day.slice(8))}`;
  const styles = {
    long: { weekday: "long", day: "numeric", month: "long" },
    date: { weekday: "short", day: "numeric", month: "short" },
    weekday: { weekday: "short" },
    month: { month: "long", year: "numeric" },
  } as const;
  const at = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(language, { ...styles[style], timeZone: "UTC" }).format(at);
}

function offsetAt(instant: number, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)) * minute);
}
