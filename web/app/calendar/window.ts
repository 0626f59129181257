import { addDays, daysFrom, firstOfMonth, instantAt, sayDay, weekOf } from "./clock";

export const calendarViews = { month: "Month", week: "Week", list: "List" } as const;
export type CalendarViewName = keyof typeof calendarViews;

export function viewOf(text: string | null): CalendarViewName {
  return text === "week" || text === "list" ? text : "month";
}

/** The days that a view shows: whole weeks around a month, one week, or four weeks in a row. */
export function daysOf(view: CalendarViewName, day: string): string[] {
  if (view === "week") return daysFrom(weekOf(day), 7);
  if (view === "list") return daysFrom(day, 28);
  const first = weekOf(firstOfMonth(day));
  const last = addDays(firstOfMonth(day, 1), -1);
  return daysFrom(first, last >= addDays(first, 35) ? 42 : 35);
}

export function neighbours(view: CalendarViewName, day: string): { before: string; after: string } {
  if (view === "month") return { before: firstOfMonth(day, -1), after: firstOfMonth(day, 1) };
  const step = view === "week" ? 7 : 28;
  return { before: addDays(day, -step), after: addDays(day, step) };
}

export function periodOf(days: readonly string[], timeZone: string): { from: string; to: string } {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return {
    from: instantAt({ day: first, time: "00:00" }, timeZone),
    to: instantAt({ day: addDays(last, 1), time: "00:00" }, timeZone),
  };
}

export function sayPeriod(
  view: CalendarViewName,
  day: string,
  days: readonly string[],
  language: string,
): string {
  if (view === "month") return sayDay(day, language, "month");
  const format = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const at = (text = day) => new Date(`${text}T12:00:00Z`);
  return format.formatRange(at(days[0]), at(days.at(-1)));
}
