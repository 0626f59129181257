import { scaleLinear, scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import { useId } from "react";
import { useLocale } from "~/locale";
import type { Locale } from "~/words/format";
import { type Forecast, sayPeriod, sayValue } from "./forecast";

const wide = { width: 960, height: 260, top: 22, bottom: 26, shown: 40 };
/** A phone's width, so that its words keep their size. */
const narrow = { width: 328, height: 200, top: 22, bottom: 26, shown: 14 };

/** What was, and what is expected, with the band that four of five periods should lie in. The numbers stand below as a table. */
export function ForecastChart({ forecast, name }: { forecast: Forecast; name: string }) {
  const locale = useLocale();
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId}>
      <figcaption id={titleId} className="mb-2 text-13 text-muted">
        {name}, a {forecast.granularity}: what was, and in the band what is expected
      </figcaption>
      <div className="hidden sm:block">
        <Lines forecast={forecast} locale={locale} size={wide} />
      </div>
      <div className="sm:hidden">
        <Lines forecast={forecast} locale={locale} size={narrow} />
      </div>
      <details className="mt-2 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">
          Show the numbers as a table
        </summary>
        <PeriodTable forecast={forecast} name={name} locale={locale} />
      </details>
    </figure>
  );
}

type Size = typeof wide;
type LinesProps = { forecast: Forecast; locale: Locale; size: Size };
type Known = { start: string; value: number };

function Lines({ forecast, locale, size }: LinesProps) {
  const { known, peak, first, at, y, paths } = layOut(forecast, size);
  const { width, height } = size;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="block w-full overflow-visible">
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line" />
      <path d={paths.band} className="fill-stream-soft" />
      <path d={paths.behind} className="fill-none stroke-stream" strokeWidth={2} strokeLinejoin="round" />
      <path d={paths.ahead} className="fill-none stroke-stream-ink" strokeWidth={2} strokeDasharray="4 4" />
      {known.length > 0 && peak && (
        <text
          x={Math.min(Math.max(at(peak.start), 40), width - 40)}
          y={y(peak.value) - 7}
          textAnchor="middle"
          className="fill-ink text-13 tabular-nums"
        >
          {sayValue(peak.value, forecast, locale)}
        </text>
      )}
      <AxisWords forecast={forecast} locale={locale} first={first} at={at} width={width} y={height - 6} />
    </svg>
  );
}

/** The line of what was, and the band that opens from its end. */
function layOut({ history, points }: Forecast, { width, height, top, bottom, shown }: Size) {
  const past = history.slice(-shown);
  const known = past.flatMap(({ start, value }): Known[] => (value === null ? [] : [{ start, value }]));
  const most = Math.max(...known.map(({ value }) => value), ...points.map(({ upper }) => upper), 1e-9);
  const x = scalePoint(
    [...past, ...points].map(({ start }) => start),
    [4, width - 4],
  );
  const y = scaleLinear([0, most], [height - bottom, top]);
  const at = (start: string) => x(start) ?? 0;
  const last = known.at(-1);
  const end = last && { start: last.start, lower: last.value, expected: last.value, upper: last.value };
  const fan = [...(end ? [end] : []), ...points];
  const atStart = ({ start }: { start: string }) => at(start);
  const band = area<(typeof fan)[number]>(
    atStart,
    ({ lower }) => y(lower),
    ({ upper }) => y(upper),
  );
  const ahead = line<(typeof fan)[number]>(atStart, ({ expected }) => y(expected));
  const behind = line<Known>(atStart, ({ value }) => y(value));
  const highest = Math.max(...known.map(({ value }) => value));
  return {
    known,
    peak: known.find(({ value }) => value === highest),
    first: past[0]?.start,
    at,
    y,
    paths: { band: band(fan) ?? "", ahead: ahead(fan) ?? "", behind: behind(known) ?? "" },
  };
}

type AxisProps = {
  forecast: Forecast;
  locale: Locale;
  first: string | undefined;
  at(start: string): number;
  width: number;
  y: number;
};

function AxisWords({ forecast, locale, first, at, width, y }: AxisProps) {
  const say = (start: string) => sayPeriod(start, forecast.granularity, locale);
  const [next, last] = [forecast.points[0]?.start, forecast.points.at(-1)?.start];
  return (
    <>
      {first && (
        <text x={0} y={y} className="fill-muted text-13">
          {say(first)}
        </text>
      )}
      {next && (
        <text x={at(next)} y={y} textAnchor="middle" className="fill-muted text-13">
          {say(next)}
        </text>
      )}
      {last && (
        <text x={width} y={y} textAnchor="end" className="fill-muted text-13">
          {say(last)}
        </text>
      )}
    </>
  );
}

type PeriodTableProps = { forecast: Forecast; name: string; locale: Locale };

function PeriodTable({ forecast, name, locale }: PeriodTableProps) {
  const { granularity, points, history } = forecast;
  return (
    <div className="overflow-x-auto">
      <table className="mt-3 w-full max-w-2xl text-left tabular-nums">
        <caption className="sr-only">
          {name} a {granularity}
        </caption>
        <thead>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="py-1.5 font-medium">
              Beginning
            </th>
            {columns.map(({ key, name: column }) => (
              <th key={key} scope="col" className="py-1.5 pl-3 text-right font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points.toReversed(), ...history.toReversed()].map((period) => (
            <tr key={period.start} className="border-b border-line">
              <th scope="row" className="py-1.5 font-normal whitespace-nowrap">
                {sayPeriod(period.start, granularity, locale)}
              </th>
              {columns.map(({ key }) => (
                <td key={key} className="py-1.5 pl-3 text-right whitespace-nowrap">
                  {sayCell(period, key, forecast, locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columns = [
  { key: "value", name: "Was" },
  { key: "expected", name: "Expected" },
  { key: "lower", name: "At least" },
  { key: "upper", name: "At most" },
] as const;

type Period = Partial<Record<(typeof columns)[number]["key"], number | null>>;

function sayCell(period: Period, key: keyof Period, forecast: Forecast, locale: Locale): string {
  const value = period[key];
  if (value === undefined) return "";
  return value === null ? "–" : sayValue(value, forecast, locale);
}
