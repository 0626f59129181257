import type { SpendDay } from "./day-chart";

export const spans = [7, 30, 90] as const;

const dayMs = 86_400_000;

export function spanOf(asked: string | null): (typeof spans)[number] {
  return spans.find((span) => String(span) === asked) ?? 30;
}

/** Days in UTC, as spending is kept. */
export function rangeOf(span: number, now: number): { from: string; to: string } {
  return { from: dayOf(now - (span - 1) * dayMs), to: dayOf(now) };
}

/** Every day of the time, also those on which nothing was written. */
export function everyDay(
  { from, to }: { from: string; to: string },
  groups: readonly { key: string; costMicros: number; count: number }[],
): SpendDay[] {
  const byDay = new Map(groups.map((group) => [group.key, group]));
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  return Array.from({ length }, (_, index) => {
    const day = dayOf(Date.parse(from) + index * dayMs);
    const { costMicros, count } = byDay.get(day) ?? { costMicros: 0, count: 0 };
    return { day, costMicros, count };
  });
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
