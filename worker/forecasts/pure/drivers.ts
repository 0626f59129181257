import { type Granularity, horizonOf, periodOf } from "./periods";
import { type DayTotals, type ForecastType, measureOf, sumOf, type Totals } from "./series";

export const driverNames = [
  "deals_closed",
  "deals_won",
  "conversion_rate",
  "deal_size",
  "source",
  "other_sources",
  "mix",
  "pace",
] as const;

/** One reason why the last periods differ from those before. The effects of all sum to the whole difference. */
export type Driver = {
  name: (typeof driverNames)[number];
  sourceId: string | null;
  before: number | null;
  after: number | null;
  effect: number;
};

type Windows = { before: DayTotals[]; after: DayTotals[] };

export type Change = { before: number; after: number; drivers: Driver[] };

/** Between the last whole periods and as many before, as many as we look ahead. Null where one of them has nothing to measure. */
export function changeOf(
  type: ForecastType,
  days: readonly DayTotals[],
  granularity: Granularity,
  starts: readonly string[],
): Change | null {
  const windows = windowsOf(days, granularity, starts);
  const before = measureOf(type, sumOf(windows.before));
  const after = measureOf(type, sumOf(windows.after));
  if (!before || !after) return null;
  return { before, after, drivers: driversOf(type, windows) };
}

function windowsOf(days: readonly DayTotals[], granularity: Granularity, starts: readonly string[]): Windows {
  const length = horizonOf[granularity];
  const within = (periods: readonly string[]) =>
    days.filter(({ day }) => periods.includes(periodOf(Date.parse(day), granularity)));
  return { before: within(starts.slice(-2 * length, -length)), after: within(starts.slice(-length)) };
}

function driversOf(type: ForecastType, windows: Windows): Driver[] {
  const [before, after] = [sumOf(windows.before), sumOf(windows.after)];
  if (type === "revenue") return shares(before, after, revenueFactors, "revenue");
  if (type === "conversion_rate") return shares(before, after, rateFactors, "conversion_rate");
  return type === "lead_volume" ? sourceDrivers(windows) : paceDrivers(windows);
}

type Factor = { name: Driver["name"]; of(totals: Totals): number; divides?: boolean };

const closed: Factor = { name: "deals_closed", of: ({ won, lost }) => won + lost };
const revenueFactors: Factor[] = [
  closed,
  { name: "conversion_rate", of: ({ won, lost }) => won / (won + lost) },
  { name: "deal_size", of: ({ won, revenue }) => revenue / won },
];
const rateFactors: Factor[] = [
  { name: "deals_won", of: ({ won }) => won },
  { ...closed, divides: true },
];

/** A product's change, shared out among its factors by their logarithms: nothing is left over. */
function shares(before: Totals, after: Totals, factors: Factor[], type: ForecastType): Driver[] {
  const [from, to] = [measureOf(type, before) ?? 0, measureOf(type, after) ?? 0];
  const mean = from === to ? from : (to - from) / Math.log(to / from);
  return factors.map(({ name, of, divides }) => {
    const growth = Math.log(of(after) / of(before));
    const effect = mean * (divides ? -growth : growth);
    return { name, sourceId: null, before: of(before), after: of(after), effect };
  });
}

const mostSources = 5;

function sourceDrivers(windows: Windows): Driver[] {
  const all = bySource(windows)
    .map(({ sourceId, before, after }) => ({
      name: "source" as const,
      sourceId,
      before: before.created,
      after: after.created,
      effect: after.created - before.created,
    }))
    .toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  const [shown, rest] = [all.slice(0, mostSources), all.slice(mostSources)];
  if (rest.length === 0) return shown;
  const sum = (of: (driver: Driver) => number) => rest.reduce((total, driver) => total + of(driver), 0);
  const before = sum((driver) => driver.before ?? 0);
  const after = sum((driver) => driver.after ?? 0);
  return [...shown, { name: "other_sources", sourceId: null, before, after, effect: after - before }];
}

/** Whether deals came from other sources, or went at another pace. */
function paceDrivers(windows: Windows): Driver[] {
  const [all, allBefore] = [sumOf(windows.after).won, sumOf(windows.before).won];
  let [mix, pace] = [0, 0];
  for (const { before, after } of bySource(windows)) {
    const [share, shareBefore] = [after.won / all, before.won / allBefore];
    const days = after.won === 0 ? null : after.winDays / after.won;
    const usual = before.won === 0 ? (days ?? 0) : before.winDays / before.won;
    pace += share * ((days ?? usual) - usual);
    mix += (share - shareBefore) * usual;
  }
  const none = { sourceId: null, before: null, after: null };
  return [
    { name: "pace", ...none, effect: pace },
    { name: "mix", ...none, effect: mix },
  ];
}

function bySource({ before, after }: Windows) {
  const sources = new Set([...before, ...after].map(({ sourceId }) => sourceId));
  return [...sources].map((sourceId) => ({
    sourceId,
    before: sumOf(before.filter((each) => each.sourceId === sourceId)),
    after: sumOf(after.filter((each) => each.sourceId === sourceId)),
  }));
}
