import type { PostingTimes } from "../../db/schema/cell/business";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

export type Slot = { at: number; local: string };
export type Rhythm = { times: { weekday: number; time: string }[]; basis: "posting_times" | "usual" };

/** Where a business has named no times for a channel: mornings of working days, and it is said so. */
const usual = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: "09:00" }));

/** Articles and documents go by the times of the blog. */
export function rhythmOf(postingTimes: PostingTimes, channel: string): Rhythm {
  const times = postingTimes[channel === "site" ? "blog" : channel] ?? [];
  return times.length > 0 ? { times, basis: "posting_times" } : { times: usual, basis: "usual" };
}

type Window = { from: number; to: number };

/** Every time of the rhythm from one moment to before another, as the clocks of the zone show them. */
export function slotsIn({ times }: Rhythm, timeZone: string, { from, to }: Window): Slot[] {
  const slots = new Map<number, Slot>();
  const last = wallTimeOf(to, timeZone).day;
  for (let day = wallTimeOf(from, timeZone).day; day <= last; day = addDays(day, 1)) {
    for (const { time } of times.filter(({ weekday }) => weekday === weekdayOf(day))) {
      const at = instantOf({ day, minutes: minutesOf(time) }, timeZone);
      if (at >= from && at < to) slots.set(at, { at, local: sayLocal(at, timeZone) });
    }
  }
  return [...slots.values()].toSorted((a, b) => a.at - b.at);
}

/** As evenly as there is room; what finds none is left over. */
export function spread<T>(items: readonly T[], slots: readonly Slot[]): { item: T; slot: Slot }[] {
  const step = Math.max(1, slots.length / items.length);
  return items.flatMap((item, index) => {
    const slot = slots[Math.floor(index * step)];
    return slot ? [{ item, slot }] : [];
  });
}

export function sayLocal(at: number, timeZone: string): string {
  const { day, minutes } = wallTimeOf(at, timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
