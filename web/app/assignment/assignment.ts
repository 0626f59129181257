import type { Condition } from "../../../worker/kernel/pure/condition";

export type Standing = "free" | "away" | "off_hours" | "full" | "not_taking" | "gone";
export type Way = "round_robin" | "least_loaded" | "fallback" | "hand" | "nobody";

export type Rule = {
  id: string;
  name: string;
  isActive: boolean;
  condition: Condition | null;
  method: "round_robin" | "least_loaded";
  userIds: string[];
  teamIds: string[];
  fallbackTo: string | null;
  keepsHours: boolean;
};

type Piece = { from: number; to: number };
type Absence = { from: string; to: string };

export type Availability = {
  userId: string;
  name: string;
  takesLeads: boolean;
  capacity: number | null;
  timezone: string;
  hours: Piece[][] | null;
  absences: Absence[];
  openLeads: number;
  mayWork: boolean;
  standing: Standing;
};

export type Named = { id: string; name: string };

export const methodWords = { round_robin: "In turn", least_loaded: "Whoever has the fewest open leads" };

export const standingWords: Record<Standing, string> = {
  free: "Free",
  away: "Away",
  off_hours: "Not at work now",
  full: "Full",
  not_taking: "Takes no leads",
  gone: "May not work on leads",
};

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Such as “09:00”. */
export function clockOf(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function minutesOf(clock: string): number | null {
  const [hours, minutes] = /^(\d\d):(\d\d)$/.exec(clock)?.slice(1).map(Number) ?? [];
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/** The week in a line: days with the same hours stand together, such as “Monday to Friday 09:00–17:00”. */
export function sayHours(hours: Availability["hours"]): string {
  if (hours === null) return "Around the clock";
  const days = hours.map((pieces) =>
    pieces.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(", "),
  );
  const said: string[] = [];
  for (let first = 0; first < days.length;) {
    let last = first;
    while (days[last + 1] === days[first]) last += 1;
    if (days[first]) said.push(`${sayDays(first, last)} ${days[first]}`);
    first = last + 1;
  }
  return said.join("; ") || "Never";
}

function sayDays(first: number, last: number): string {
  const [from = "", to = ""] = [weekdays[first]?.slice(0, 3), weekdays[last]?.slice(0, 3)];
  return first === last ? from : `${from} to ${to}`;
}

export function nameIn(all: readonly Named[], id: string): string {
  return all.find((each) => each.id === id)?.name ?? "Somebody who has left";
}
