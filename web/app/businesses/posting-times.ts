export type PostingTime = { weekday: number; time: string };

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const mostTimes = 28;

/** “Mon–Fri 09:30, 17:00”, a line for each set of days; null where a line says something else. */
export function parsePostingTimes(text: string): PostingTime[] | null {
  const found = new Map<string, PostingTime>();
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const weekdays = daysOf(line.replaceAll(/[\d:]+/g, " "));
    const times = line.match(/\d[\d:]*/g)?.map(timeOf) ?? [];
    if (weekdays.length === 0 || times.length === 0) return null;
    for (const weekday of weekdays) {
      for (const time of times) {
        if (time === null) return null;
        found.set(`${weekday} ${time}`, { weekday, time });
      }
    }
  }
  return found.size > mostTimes ? null : [...found.values()].toSorted(byTime);
}

/** Days with the same times share a line. */
export function formatPostingTimes(value: unknown): string {
  // safe: the API answers this shape; anything else has no such fields and is left out
  const times = (Array.isArray(value) ? value : []) as PostingTime[];
  const byDay = new Map<number, string[]>();
  for (const { weekday, time } of times.toSorted(byTime))
    byDay.set(weekday, [...(byDay.get(weekday) ?? []), time]);
  const byTimes = new Map<string, number[]>();
  for (const [weekday, its] of byDay)
    byTimes.set(its.join(", "), [...(byTimes.get(its.join(", ")) ?? []), weekday]);
  return [...byTimes].map(([times, weekdays]) => `${nameDays(weekdays)} ${times}`).join("\n");
}

function daysOf(text: string): number[] {
  const words = text.match(/\p{L}+|[-–—]/gu) ?? [];
  const weekdays = new Set<number>();
  let from = 0;
  let isRange = false;
  for (const word of words) {
    if (/^[-–—]$/.test(word)) {
      isRange = from > 0;
      continue;
    }
    const day = days.findIndex((name) => word.toLowerCase().startsWith(name.toLowerCase())) + 1;
    if (day === 0) return [];
    for (let next = isRange ? from : day; ; next = (next % 7) + 1) {
      weekdays.add(next);
      if (next === day) break;
    }
    from = day;
    isRange = false;
  }
  return [...weekdays];
}

function timeOf(text: string): string | null {
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?::(\d{2}))?$/.exec(text) ?? [];
  return hour !== "" && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, "0")}:${minute}`
    : null;
}

function nameDays(weekdays: number[]): string {
  const [first = 1] = weekdays;
  const last = weekdays.at(-1) ?? first;
  const isRow = weekdays.length > 2 && last - first === weekdays.length - 1;
  const name = (weekday: number) => days[weekday - 1] ?? "";
  return isRow ? `${name(first)}–${name(last)}` : weekdays.map(name).join(", ");
}

function byTime(one: PostingTime, other: PostingTime): number {
  return one.weekday - other.weekday || one.time.localeCompare(other.time);
}
