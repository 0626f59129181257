import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import { useLocale } from "~/locale";
import { formatNumber, type Locale } from "~/words/format";
import type { LinkStats } from "./link";

export type ClickDay = LinkStats["days"][number];
/** Whom a chart counts. */
export type Counted = "people" | "machines" | "all";

export function countOfDay({ human, suspect, bot }: Omit<ClickDay, "day">, counted: Counted): number {
  if (counted === "people") return human;
  return counted === "machines" ? suspect + bot : human + suspect + bot;
}

const wide = { width: 960, height: 200, bottom: 24, top: 20 };
/** A phone's width, so that its words keep their size. */
const narrow = { width: 328, height: 150, bottom: 24, top: 20 };
const names: Record<Counted, string> = {
  people: "People a day",
  machines: "Suspects and machines a day",
  all: "Clicks of whatever kind a day",
};

/** A bar a day. The same numbers stand below as a table. */
export function ClicksChart({ days, counted }: { days: ClickDay[]; counted: Counted }) {
  const locale = useLocale();
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId}>
      <figcaption id={titleId} className="mb-2 text-13 text-muted">
        {names[counted]}
      </figcaption>
      <div className="hidden sm:block">
        <Bars days={days} counted={counted} locale={locale} size={wide} />
      </div>
      <div className="sm:hidden">
        <Bars days={days} counted={counted} locale={locale} size={narrow} />
      </div>
      <details className="mt-2 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">
          Show the numbers as a table
        </summary>
        <DayTable days={days} locale={locale} />
      </details>
    </figure>
  );
}

type BarsProps = { days: ClickDay[]; counted: Counted; locale: Locale; size: typeof wide };

function Bars({ days, counted, locale, size }: BarsProps) {
  const { width, height, top, bottom } = size;
  const valueOf = (day: ClickDay) => countOfDay(day, counted);
  const most = Math.max(...days.map(valueOf), 1);
  const floor = height - bottom;
  const x = scaleBand(
    days.map(({ day }) => day),
    [0, width],
  ).padding(0.25);
  const y = scaleLinear([0, most], [floor, top]);
  const peak = days.find((day) => valueOf(day) === most);
  const middle = (day: ClickDay) => (x(day.day) ?? 0) + x.bandwidth() / 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="block w-full overflow-visible">
      <line x1={0} x2={width} y1={floor} y2={floor} className="stroke-line" />
      {days.map((day) => (
        <rect
          key={day.day}
          x={x(day.day)}
          width={x.bandwidth()}
          y={y(valueOf(day))}
          height={floor - y(valueOf(day))}
          rx={2}
          className={counted === "machines" ? "fill-muted" : "fill-stream"}
        >
          <title>{`${dayWords(day.day, locale)}: ${formatNumber(valueOf(day), locale)}`}</title>
        </rect>
      ))}
      {peak && (
        <text
          x={Math.min(Math.max(middle(peak), 30), width - 30)}
          y={top - 6}
          textAnchor="middle"
          className="fill-ink text-13 tabular-nums"
        >
          {formatNumber(most, locale)}
        </text>
      )}
      <EndWords days={days} locale={locale} size={size} />
    </svg>
  );
}

function EndWords({ days, locale, size: { width, height } }: Omit<BarsProps, "counted">) {
  const [first, last] = [days[0], days.at(-1)];
  return (
    <>
      {first && (
        <text x={0} y={height - 6} className="fill-muted text-13">
          {dayWords(first.day, locale)}
        </text>
      )}
      {last && (
        <text x={width} y={height - 6} textAnchor="end" className="fill-muted text-13">
          {dayWords(last.day, locale)}
        </text>
      )}
    </>
  );
}

function DayTable({ days, locale }: { days: ClickDay[]; locale: Locale }) {
  return (
    <table className="mt-3 w-full max-w-xl text-left tabular-nums">
      <caption className="sr-only">Clicks a day</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          <th scope="col" className="py-1.5 font-medium">
            Day
          </th>
          {["People", "Suspects", "Machines"].map((name) => (
            <th key={name} scope="col" className="py-1.5 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, human, suspect, bot }) => (
          <tr key={day} className="border-b border-line">
            <th scope="row" className="py-1.5 font-normal">
              {dayWords(day, locale)}
            </th>
            <td className="py-1.5 text-right">{formatNumber(human, locale)}</td>
            <td className="py-1.5 text-right">{formatNumber(suspect, locale)}</td>
            <td className="py-1.5 text-right">{formatNumber(bot, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day of counting is a day of UTC, wherever its reader lives. */
function dayWords(day: string, { language }: Locale): string {
  const style = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(`${day}T00:00:00Z`));
}
