import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import { useLocale } from "~/locale";
import { formatNumber, type Locale } from "~/words/format";
import type { Bar } from "./performance";

const wide = { width: 960, height: 180, bottom: 24, top: 12 };
/** A phone's width, so that its words keep their size. */
const narrow = { width: 328, height: 150, bottom: 24, top: 12 };

type LeadBarsProps = { bars: readonly Bar[] };

/** How many came, and within each bar how many were won. The numbers stand below as a table. */
export function LeadBars({ bars }: LeadBarsProps) {
  const locale = useLocale();
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="mb-8">
      <figcaption id={titleId} className="mb-2 flex gap-4 text-13 text-muted">
        <Key look="bg-stream-soft" name="New leads" />
        <Key look="bg-stream" name="Won" />
      </figcaption>
      <div className="hidden sm:block">
        <Drawing bars={bars} locale={locale} size={wide} />
      </div>
      <div className="sm:hidden">
        <Drawing bars={bars} locale={locale} size={narrow} />
      </div>
      <details className="mt-2 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">
          Show the numbers as a table
        </summary>
        <BarTable bars={bars} locale={locale} />
      </details>
    </figure>
  );
}

function Key({ look, name }: { look: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 rounded-4 ${look}`} />
      {name}
    </span>
  );
}

type DrawingProps = LeadBarsProps & { locale: Locale; size: typeof wide };

function Drawing({ bars, locale, size }: DrawingProps) {
  const { width, height, top, bottom } = size;
  const most = Math.max(...bars.flatMap(({ created, converted }) => [created, converted]), 1);
  const x = scaleBand(
    bars.map(({ from }) => from),
    [0, width],
  ).padding(0.25);
  const y = scaleLinear([0, most], [height - bottom, top]);
  const half = x.bandwidth() / 2;
  const bar = (value: number, at: number) => ({
    x: at,
    width: half,
    y: y(value),
    height: y(0) - y(value),
    rx: 2,
  });
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="block w-full overflow-visible">
      <line x1={0} x2={width} y1={height - bottom} y2={height - bottom} className="stroke-line" />
      {bars.map((each) => (
        <g key={each.from}>
          <title>{`${sayBar(each, locale)}: ${each.created} new, ${each.converted} won`}</title>
          <rect {...bar(each.created, x(each.from) ?? 0)} className="fill-stream-soft stroke-stream/40" />
          <rect {...bar(each.converted, (x(each.from) ?? 0) + half)} className="fill-stream" />
        </g>
      ))}
      {first && (
        <text x={0} y={height - 6} className="fill-muted text-13">
          {sayDay(first.from, locale)}
        </text>
      )}
      {last && (
        <text x={width} y={height - 6} textAnchor="end" className="fill-muted text-13">
          {sayDay(last.to, locale)}
        </text>
      )}
    </svg>
  );
}

function BarTable({ bars, locale }: LeadBarsProps & { locale: Locale }) {
  return (
    <table className="mt-3 w-full max-w-xl text-left tabular-nums">
      <caption className="sr-only">New leads and won leads</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          <th scope="col" className="py-1.5 font-medium">
            Time
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            New leads
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Won
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.from} className="border-b border-line">
            <th scope="row" className="py-1.5 font-normal">
              {sayBar(bar, locale)}
            </th>
            <td className="py-1.5 text-right">{formatNumber(bar.created, locale)}</td>
            <td className="py-1.5 text-right">{formatNumber(bar.converted, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayBar({ from, to }: Bar, locale: Locale): string {
  return from === to ? sayDay(from, locale) : `${sayDay(from, locale)} to ${sayDay(to, locale)}`;
}

function sayDay(day: string, { language }: Locale): string {
  const style = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(`${day}T00:00:00Z`));
}
