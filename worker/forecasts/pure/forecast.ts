import { type Backtest, leastPeriods, lookBack } from "./backtest";
import { chanceOf } from "./chance";
import { type Change, changeOf } from "./drivers";
import { learn, meanOf } from "./methods";
import { type Granularity, horizonOf, lastDayOf, nextPeriod, seasonOf } from "./periods";
import { type DayTotals, type ForecastType, type Series, seriesOf } from "./series";
import { type Limits, quantile, simulate, within } from "./simulate";

export type Point = { start: string; end: string; expected: number; lower: number; upper: number };

export type Forecast = {
  points: Point[];
  /** Over all points: together where that makes sense, on average where it does not. */
  total: { expected: number; lower: number; upper: number };
  backtest: Backtest;
  change: Change | null;
};

export type Forecasting = {
  type: ForecastType;
  granularity: Granularity;
  days: readonly DayTotals[];
  now: number;
  /** Whose it is: another one has other chances, the same one always the same. */
  seed: string;
};

const runs = 2000;
const limitsOf: Record<ForecastType, Limits> = {
  revenue: { least: 0, most: Infinity },
  lead_volume: { least: 0, most: Infinity },
  conversion_rate: { least: 0, most: 1 },
  deal_velocity: { least: 0, most: Infinity },
};

/** Null where there are too few periods to say anything: the series says how many. */
export function makeForecast(given: Forecasting): { series: Series; forecast: Forecast | null } {
  const { type, granularity, days, now } = given;
  const series = seriesOf(type, days, granularity, now);
  if (knownIn(series) < leastPeriods) return { series, forecast: null };
  const seed = `${given.seed}:${type}:${granularity}:${series.current.start}`;
  const backtest = lookBack(series.starts, series.values, seasonOf[granularity], limitsOf[type], seed);
  return {
    series,
    forecast: {
      ...lookAhead(given, series, backtest, seed),
      backtest,
      change: changeOf(type, days, granularity, series.starts),
    },
  };
}

export function knownIn({ values }: Series): number {
  return values.filter((value) => value !== null).length;
}

function lookAhead(
  { type, granularity, now }: Forecasting,
  { values, current }: Series,
  { method, spread }: Backtest,
  seed: string,
): Pick<Forecast, "points" | "total"> {
  const horizon = horizonOf[granularity];
  const limits = limitsOf[type];
  const learned = learn[method](values, seasonOf[granularity]);
  const chance = chanceOf(`${seed}:ahead`);
  const calm = learned.follow(Array.from({ length: horizon }, () => 0)).map((each) => within(each, limits));
  const futures = simulate({ learned, horizon, runs, spread, limits, chance });
  const isSum = type === "revenue" || type === "lead_volume";
  const begun = isSum ? beginning(current, calm[0] ?? 0, granularity, now) : (first: number) => first;
  const [expected, ...paths] = [calm, ...futures].map((path) =>
    path.map((value, index) => (index === 0 ? begun(value) : value)),
  );
  const points = startsFrom(current.start, horizon, granularity).map((start, index) => ({
    start,
    end: lastDayOf(start, granularity),
    ...between(
      expected?.[index] ?? 0,
      paths.map((path) => path[index] ?? 0),
    ),
  }));
  const whole = (path: readonly number[]) => meanOf(path) * (isSum ? horizon : 1);
  return { points, total: between(whole(expected ?? []), paths.map(whole)) };
}

/** Of the period that we are in, only the rest is still open: what came so far is no guess, and what may surprise shrinks. */
function beginning(
  { start, soFar }: Series["current"],
  usual: number,
  granularity: Granularity,
  now: number,
) {
  const [from, to] = [Date.parse(start), Date.parse(nextPeriod(start, granularity))];
  const left = Math.min(Math.max((to - now) / (to - from), 0), 1);
  const known = soFar ?? 0;
  return (value: number) => known + Math.max(left * usual + Math.sqrt(left) * (value - usual), 0);
}

function between(expected: number, simulated: readonly number[]) {
  return {
    expected,
    lower: Math.min(quantile(simulated, 0.1), expected),
    upper: Math.max(quantile(simulated, 0.9), expected),
  };
}

function startsFrom(first: string, count: number, granularity: Granularity): string[] {
  const starts = [first];
  while (starts.length < count) starts.push(nextPeriod(starts.at(-1) ?? first, granularity));
  return starts;
}
