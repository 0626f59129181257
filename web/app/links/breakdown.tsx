import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { type Counted, countOfDay } from "./clicks-chart";
import type { LinkStats } from "./link";

type BreakdownProps = {
  title: string;
  rows: LinkStats["countries"];
  nameOf: (name: string) => string;
  counted: Counted;
};

const shown = 8;

/** The most first, with a bar behind each number; what is beyond is one line. */
export function Breakdown({ title, rows, nameOf, counted }: BreakdownProps) {
  const locale = useLocale();
  const counts = rows
    .map((row) => ({ name: nameOf(row.name), count: countOfDay(row, counted) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const rest = counts.slice(shown).reduce((sum, { count }) => sum + count, 0);
  const lines = rest > 0 ? [...counts.slice(0, shown), { name: "Others", count: rest }] : counts;
  return (
    <section aria-label={title}>
      <h3 className="mb-2 font-medium">{title}</h3>
      {lines.length === 0 && <p className="text-13 text-muted">Nobody in this time.</p>}
      <ul>
        {lines.map(({ name, count }) => (
          <li key={name} className="relative flex justify-between gap-4 border-b border-line px-1 py-1.5">
            <span
              aria-hidden
              className="absolute inset-y-0.5 left-0 rounded-4 bg-stream-soft"
              style={{ width: `${Math.round((count / total) * 100)}%` }}
            />
            <span className="relative min-w-0 truncate">{name}</span>
            <span className="relative text-muted tabular-nums">{formatNumber(count, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
