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
        <summary className="touch inline-block text-muted hover:text-ink">Show the numbers as a table</summary>
        <PeriodTable forecast={forecast} name={name} locale={locale} />
      </details>
    </figure>
  );
}

type LinesProps = { forecast: Forecast; locale: Locale; size: typeof wide };
type Known = { start: string; value: number };

function Lines({ forecast, locale, size: { width, height, top, bottom, shown } }: LinesProps) {
  const past = forecast.history.slice(-shown);
  const { points } = forecast;
  const starts = [...past, ...points].map(({ start }) => start);
  const known = past.flatMap(({ start, value }): Known[] => (value === null ? [] : [{ start, value }]));
  const most = Math.max(...known.map(({ value }) => value), ...points.map(({ upper }) => upper), 1e-9);
  const x = scalePoint(starts, [4, width - 4]);
  const y = scaleLinear([0, most], [height - bottom, top]);
  const at = (start: string) => x(start) ?? 0;
  const last = known.at(-1);
  const fan = [
    ...(last ? [{ start: last.start, lower: last.value, expected: last.value, upper: last.value }] : []),
    ...points,
  ];
  type Fan = (typeof fan)[number];
  const band = area<Fan>((each) => at(each.start), (each) => y(each.lower), (each) => y(each.upper));
  const ahead = line<Fan>((each) => at(each.start), (each) => y(each.expected));
  const behind = line<Known>((each) => at(each.start), (each) => y(each.value));
  const peak = known.find(({ value }) => value === Math.max(...known.map((each) => each.value)));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="block w-full overflow-visible">
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line" />
      <path d={band(fan) ?? ""} className="fill-stream-soft" />
      <path d={behind(known) ?? ""} className="fill-none stroke-stream" strokeWidth={2} strokeLinejoin="round" />
      <path
        d={ahead(fan) ?? ""}
        className="fill-none stroke-stream-ink"
        strokeWidth={2}
        strokeDasharray="4 4"
      />
      {peak && (
        <text
          x={Math.min(Math.max(at(peak.start), 40), width - 40)}
          y={y(peak.value) - 7}
          textAnchor="middle"
          className="fill-ink text-13 tabular-nums"
        >
          {sayValue(peak.value, forecast, locale)}
        </text>
      )}
      <AxisWords forecast={forecast} locale={locale} first={past[0]?.start} at={at} width={width} y={height - 6} />
    </svg>
  );
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

function PeriodTable({ forecast, name, locale }: { forecast: Forecast; name: string; locale: Locale }) {
  const say = (value: number | null) => (value === null ? "–" : sayValue(value, forecast, locale));
  const rows = [
    ...forecast.points.toReversed(),
    ...forecast.history.toReversed().map(({ start, value }) => ({ start, value })),
  ];
  return (
    <div className="overflow-x-auto">
      <table className="mt-3 w-full max-w-2xl text-left tabular-nums">
        <caption className="sr-only">
          {name} a {forecast.granularity}
        </caption>
        <thead>
          <tr className="border-b border-line text-muted">
            {["Beginning", "Was", "Expected", "At least", "At most"].map((each, index) => (
              <th key={each} scope="col" className={`py-1.5 font-medium ${index > 0 ? "text-right" : ""}`}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isPast = "value" in row;
            const cells = isPast
              ? [say(row.value), "", "", ""]
              : ["", say(row.expected), say(row.lower), say(row.upper)];
            return (
              <tr key={`${isPast}${row.start}`} className="border-b border-line">
                <th scope="row" className="py-1.5 font-normal whitespace-nowrap">
                  {sayPeriod(row.start, forecast.granularity, locale)}
                </th>
                {cells.map((cell, index) => (
                  <td key={index} className="py-1.5 pl-3 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
