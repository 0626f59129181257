import { formatPercent } from "~/words/format";

export type Money = { currency: string; amount: number; deals: number; dealSize: number };

export type Figures = {
  created: number;
  qualified: number;
  converted: number;
  lost: number;
  conversionRate: number | null;
  revenue: Money[];
  cycleSeconds: number | null;
  responseSeconds: number | null;
};

export type Named = Figures & { key: string; name: string };
export type Bar = { from: string; to: string; created: number; converted: number };

export const spans = [30, 90, 365] as const;
export type Span = (typeof spans)[number];
const bucketOf: Record<Span, number> = { 30: 1, 90: 7, 365: 28 };

const dayMs = 86_400_000;

export function spanOf(asked: string | null): Span {
  return spans.find((span) => String(span) === asked) ?? 90;
}

export function rangeOf(span: Span, now: number): { from: string; to: string } {
  return { from: dayOf(now - (span - 1) * dayMs), to: dayOf(now) };
}

type Day = { day: string; created: number; converted: number };

/** Bars of a day, a week or four weeks, the last one whole; also those in which nothing happened. */
export function barsOf(span: Span, { from, to }: { from: string; to: string }, days: readonly Day[]): Bar[] {
  const size = bucketOf[span];
  const bars: Bar[] = [];
  for (let end = Date.parse(to); end >= Date.parse(from); end -= size * dayMs) {
    const start = Math.max(end - (size - 1) * dayMs, Date.parse(from));
    bars.unshift({ from: dayOf(start), to: dayOf(end), created: 0, converted: 0 });
  }
  for (const { day, created, converted } of days) {
    const bar = bars.find((each) => each.from <= day && day <= each.to);
    if (!bar) continue;
    bar.created += created;
    bar.converted += converted;
  }
  return bars;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** In the unit that fits, such as “3.5 hours”; nothing where there is nothing to average. */
export function sayDuration(seconds: number | null, language: string): string {
  if (seconds === null) return "–";
  const [unit, size] = units.find(([, each]) => seconds >= each) ?? (["minute", 60] as const);
  const options = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(seconds / size);
}

export function sayRate(rate: number | null, language: string): string {
  if (rate === null) return "–";
  return formatPercent(rate, { language });
}
