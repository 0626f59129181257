import type { Absence, WorkingHours } from "../../db/schema/cell/assignment";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "../calendar";

export type Availability = {
  takesLeads: boolean;
  capacity: number | null;
  timezone: string;
  /** Null: around the clock. */
  hours: WorkingHours | null;
  absences: Absence[];
};
export type Duty = "free" | "away" | "off_hours" | "not_taking";

/** By the clock on the wall where they are; a day of absence is theirs too. */
export function dutyOf({ takesLeads, timezone, hours, absences }: Availability, now: number): Duty {
  if (!takesLeads) return "not_taking";
  const { day, minutes } = wallTimeOf(now, timezone);
  if (isAway(absences, day)) return "away";
  if (hours === null) return "free";
  return piecesOf(hours, day).some(({ from, to }) => from <= minutes && minutes < to) ? "free" : "off_hours";
}

const farthest = 60;

/** When somebody is next at work; null where that is not to be seen in the next sixty days. */
export function nextDuty(
  { timezone, hours, absences, takesLeads }: Availability,
  now: number,
): number | null {
  if (!takesLeads) return null;
  const today = wallTimeOf(now, timezone).day;
  for (let ahead = 0; ahead <= farthest; ahead++) {
    const day = addDays(today, ahead);
    if (isAway(absences, day)) continue;
    const pieces = hours === null ? [{ from: 0, to: 1440 }] : piecesOf(hours, day);
    const starts = pieces.map(({ from }) => instantOf({ day, minutes: from }, timezone));
    const next = starts.filter((at) => at > now).toSorted((one, other) => one - other)[0];
    if (next !== undefined) return next;
  }
  return null;
}

function isAway(absences: readonly Absence[], day: string): boolean {
  return absences.some(({ from, to }) => from <= day && day <= to);
}

function piecesOf(hours: WorkingHours, day: string) {
  return hours[weekdayOf(day) - 1] ?? [];
}
