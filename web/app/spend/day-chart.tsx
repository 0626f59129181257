import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import { useLocale } from "~/locale";
import { formatNumber, type Locale } from "~/words/format";
import { formatMicros } from "~/words/money";

export type SpendDay = { day: string; costMicros: number; count: number };

const wide = { width: 960, height: 180, bottom: 24, top: 20 };
/** A phone's width, so that its words keep their size. */
const narrow = { width: 328, height: 150, bottom: 24, top: 20 };

/** A bar a day: money, or where writing costs nothing, how much was written. The numbers stand below as a table. */
export function DayChart({ days }: { days: SpendDay[] }) {
  const locale = useLocale();
  const titleId = useId();
  const isFree = days.every(({ costMicros }) => costMicros === 0);
  const valueOf = ({ costMicros, count }: SpendDay) => (isFree ? count : costMicros);
  const textOf = (value: number) => (isFree ? formatNumber(value, locale) : formatMicros(value, locale));
  const title = isFree ? "Generations a day" : "Spending a day, in US dollars";
  return (
    <figure aria-labelledby={titleId} className="mb-8">
      <figcaption id={titleId} className="mb-2 text-13 text-muted">
        {title}
      </figcaption>
      <div className="hidden sm:block">
        <Bars days={days} valueOf={valueOf} textOf={textOf} locale={locale} size={wide} />
      </div>
      <div className="sm:hidden">
        <Bars days={days} valueOf={valueOf} textOf={textOf} locale={locale} size={narrow} />
      </div>
      <details className="mt-2 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">
          Show the numbers as a table
        </summary>
        <DayTable days={days} title={title} locale={locale} />
      </details>
    </figure>
  );
}

type BarsProps = {
  days: SpendDay[];
  valueOf: (day: SpendDay) => number;
  textOf: (value: number) => string;
  locale: Locale;
  size: typeof wide;
};

function Bars({ days, valueOf, textOf, locale, size }: BarsProps) {
  const { width, height, top, bottom } = size;
  const most = Math.max(...days.map(valueOf), 1);
  const x = scaleBand(
    days.map(({ day }) => day),
    [0, width],
  ).padding(0.25);
  const y = scaleLinear([0, most], [height - bottom, top]);
  const peak = days.find((day) => valueOf(day) === most);
  const ends = [days[0], days.at(-1)].flatMap((day) => day ?? []);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="block w-full overflow-visible">
      <line x1={0} x2={width} y1={height - bottom} y2={height - bottom} className="stroke-line" />
      {days.map((day) => (
        <rect
          key={day.day}
          x={x(day.day)}
          width={x.bandwidth()}
          y={y(valueOf(day))}
          height={height - bottom - y(valueOf(day))}
          rx={2}
          className="fill-stream"
        >
          <title>{`${dayWords(day.day, locale)}: ${textOf(valueOf(day))}`}</title>
        </rect>
      ))}
      {peak && (
        <text
          x={clamp((x(peak.day) ?? 0) + x.bandwidth() / 2, 40, width - 40)}
          y={top - 6}
          textAnchor="middle"
          className="fill-ink text-13 tabular-nums"
        >
          {textOf(most)}
        </text>
      )}
      {ends.map((day, index) => (
        <text
          key={index === 0 ? "first" : "last"}
          x={index === 0 ? 0 : width}
          y={height - 6}
          textAnchor={index === 0 ? "start" : "end"}
          className="fill-muted text-13"
        >
          {dayWords(day.day, locale)}
        </text>
      ))}
    </svg>
  );
}

function DayTable({ days, title, locale }: { days: SpendDay[]; title: string; locale: Locale }) {
  return (
    <table className="mt-3 w-full max-w-xl text-left tabular-nums">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          <th scope="col" className="py-1.5 font-medium">
            Day
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Generations
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, count, costMicros }) => (
          <tr key={day} className="border-b border-line">
            <th scope="row" className="py-1.5 font-normal">
              {dayWords(day, locale)}
            </th>
            <td className="py-1.5 text-right">{formatNumber(count, locale)}</td>
            <td className="py-1.5 text-right">{formatMicros(costMicros, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day of spending is a day of UTC, wherever its reader lives. */
function dayWords(day: string, { language }: Locale): string {
  const style = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(`${day}T00:00:00Z`));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
