import { addDays, shownAt } from "~/calendar/clock";

export const dueGroups = ["overdue", "today", "tomorrow", "week", "later", "someday"] as const;
export type DueGroup = (typeof dueGroups)[number];

export const dueGroupNames: Record<DueGroup, string> = {
  overdue: "Overdue",
  today: "Today",
  tomorrow: "Tomorrow",
  week: "In the next seven days",
  later: "Later",
  someday: "Without a day",
};

/** How near a due date is by the reader's own clocks. */
export function dueGroupOf(dueAt: string | null, now: number, timeZone: string): DueGroup {
  if (dueAt === null) return "someday";
  if (Date.parse(dueAt) < now) return "overdue";
  const today = shownAt(now, timeZone).day;
  const { day } = shownAt(dueAt, timeZone);
  if (day === today) return "today";
  if (day === addDays(today, 1)) return "tomorrow";
  return day <= addDays(today, 7) ? "week" : "later";
}
