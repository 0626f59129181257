import { describe, expect, it } from "vitest";
import { leadYear } from "../../../db/seed/lead-year";
import { chanceOf } from "./chance";
import { makeForecast } from "./forecast";
import { learn } from "./methods";
import { nextPeriod, periodOf, periodsBetween } from "./periods";
import { remaining, weighPipeline } from "./pipeline";
import { type DayTotals, type ForecastType, forecastTypes } from "./series";

const dayMs = 86_400_000;
const none = { sourceId: null, created: 0, won: 0, lost: 0, revenue: 0, winDays: 0 };

/** The demo's year as the days that a forecast is made from. */
function daysOf(now: number): DayTotals[] {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return leadYear(now).leads.flatMap(({ story, value, channel }) => {
    const [first] = story.moves;
    const at = first?.at ?? now;
    const created = { ...none, day: dayOf(at), sourceId: channel, created: 1 };
    if (story.reason === null) return [created];
    const won = story.status === "closed_won" ? 1 : 0;
    const closed = { day: dayOf(story.movedAt), sourceId: channel, won, lost: 1 - won };
    const paid = { revenue: won * value, winDays: (won * (story.movedAt - at)) / dayMs };
    return [created, { ...none, ...closed, ...paid }];
  });
}

const ends = [Date.UTC(2026, 6, 3), Date.UTC(2026, 10, 21), Date.UTC(2027, 2, 24)];
const foretell = (
  type: ForecastType,
  days: DayTotals[],
  now: number,
  granularity: "week" | "month" = "week",
) => makeForecast({ type, granularity, days, now, seed: "northwind" });

describe("periods", () => {
  it.each([
    ["2026-11-22T23:59:59Z", "week", "2026-11-16", "2026-11-23"],
    ["2026-11-23T00:00:00Z", "week", "2026-11-23", "2026-11-30"],
    ["2027-01-01T00:00:00Z", "week", "2026-12-28", "2027-01-04"],
    ["2026-12-31T23:00:00Z", "month", "2026-12-01", "2027-01-01"],
    ["2028-02-29T12:00:00Z", "month", "2028-02-01", "2028-03-01"],
  ] as const)("%s is in the %s of %s, and %s comes after", (at, granularity, period, next) => {
    expect(periodOf(Date.parse(at), granularity)).toBe(period);
    expect(nextPeriod(period, granularity)).toBe(next);
    expect(periodsBetween(period, next, granularity)).toEqual([period]);
  });
});

describe("a forecast", () => {
  it("says nothing with fewer than eight whole periods, and how many there are", () => {
    const now = Date.UTC(2026, 10, 25);
    const weeks = (count: number) =>
      Array.from({ length: count + 1 }, (_, week) => ({
        ...none,
        day: new Date(now - (week + 1) * 7 * dayMs).toISOString().slice(0, 10),
        created: 3,
      }));
    expect(foretell("lead_volume", weeks(7), now).forecast).toBeNull();
    expect(foretell("lead_volume", weeks(7), now).series.values).toHaveLength(7);
    expect(foretell("lead_volume", weeks(8), now).forecast?.points[1]).toMatchObject({ expected: 3 });
    expect(foretell("revenue", weeks(8), now).forecast).toBeNull();
  });

  it.each(ends)("of the demo's year up to %i has four of five checks in its interval: 70 to 90 %", (now) => {
    const days = daysOf(now);
    for (const type of forecastTypes) {
      const { checks, hits } = foretell(type, days, now).forecast?.backtest ?? { checks: [], hits: 0 };
      expect(checks.length).toBeGreaterThan(30);
      expect(hits / checks.length).toBeGreaterThanOrEqual(0.7);
      expect(hits / checks.length).toBeLessThanOrEqual(0.9);
    }
  });

  it("uses the method that was less wrong, and never knows a period before it was over", () => {
    const [, now = 0] = ends;
    const days = daysOf(now);
    const { series, forecast } = foretell("revenue", days, now);
    const { method, meanErrors, checks } = forecast?.backtest ?? {};
    expect(method).toBe("holt_winters");
    expect(meanErrors?.holt_winters).toBeLessThan(meanErrors?.seasonal_naive ?? 0);
    const middle = checks?.[20];
    const until = Date.parse(middle?.start ?? "");
    const earlier = days.filter(({ day }) => Date.parse(day) < until);
    const then = foretell("revenue", earlier, until);
    expect(then.series.values).toEqual(series.values.slice(0, series.starts.indexOf(middle?.start ?? "")));
    // At its very beginning nothing of it has come yet.
    expect(then.forecast?.points[0]?.expected).toBeCloseTo(middle?.expected ?? 0, 6);
  });

  it("is the same for the same history, with bounds around what is expected", () => {
    const [, now = 0] = ends;
    const days = daysOf(now);
    for (const type of forecastTypes) {
      const { forecast } = foretell(type, days, now, "month");
      expect(forecast).toEqual(foretell(type, days, now, "month").forecast);
      for (const { lower, expected, upper } of [
        ...(forecast?.points ?? []),
        ...(forecast ? [forecast.total] : []),
      ]) {
        expect(lower).toBeLessThanOrEqual(expected);
        expect(upper).toBeGreaterThanOrEqual(expected);
        expect(lower).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("names drivers whose effects sum to the whole change", () => {
    for (const now of ends)
      for (const type of forecastTypes) {
        const { change } = foretell(type, daysOf(now), now).forecast ?? {};
        const sum = change?.drivers.reduce((all, { effect }) => all + effect, 0) ?? 0;
        expect(sum).toBeCloseTo((change?.after ?? 0) - (change?.before ?? 0), 4);
        expect(change?.drivers.length).toBeGreaterThan(1);
      }
  });
});

it("of the period that we are in foretells only the rest", () => {
  const [, now = 0] = ends;
  const days = daysOf(now);
  const { series, forecast } = foretell("lead_volume", days, now);
  const soFar = series.current.soFar ?? 0;
  const [first, second] = forecast?.points ?? [];
  expect(first?.lower).toBeGreaterThanOrEqual(soFar);
  expect((first?.upper ?? 0) - (first?.lower ?? 0)).toBeLessThan((second?.upper ?? 0) - (second?.lower ?? 0));
});

describe("the methods", () => {
  const year = Array.from({ length: 36 }, (_, month) => 100 + 40 * Math.sin((month * Math.PI) / 6) + month);

  it("learn a season that came twice, where the baseline only repeats it", () => {
    const [said = 0] = learn.holt_winters(year.slice(0, 30), 12).follow([0]);
    const [repeated] = learn.seasonal_naive(year.slice(0, 30), 12).follow([0]);
    expect(Math.abs(said - (year[30] ?? 0))).toBeLessThan(6);
    expect(repeated).toBeCloseTo(year[18] ?? 0);
  });

  it("go over what was not measured", () => {
    const holes = [4, null, 4, 4, null, 4, 4, 4, null, 4];
    expect(learn.holt_winters(holes, 52).follow([0, 0])).toEqual([4, 4]);
    expect(learn.seasonal_naive(holes, 52).follow([0, 0])).toEqual([4, 4]);
  });

  it("draw the same chances for the same words", () => {
    const [one, same, other] = [chanceOf("a"), chanceOf("a"), chanceOf("b")];
    const first = one();
    expect(same()).toBe(first);
    expect(other()).not.toBe(first);
  });
});

describe("the pipeline", () => {
  const stages = [
    { stageId: "offer", name: "Offer", winProbability: 50 },
    { stageId: "talks", name: "Talks", winProbability: 80 },
  ];

  it("counts a deal by its stage, and half once it has stayed there twice as long as usual", () => {
    const wins = { won: 2, winDays: 56 };
    const weigh = (weeks: number) =>
      weighPipeline([{ stageId: "offer", weeks, leads: 1, value: 1000 }], stages, wins);
    expect(weigh(1)).toMatchObject({ usualDays: 14, weighted: 500, value: 1000 });
    expect(weigh(2).weighted).toBe(500);
    expect(weigh(4).weighted).toBe(250);
    expect(weigh(6).stages[0]).toMatchObject({ probability: 0.5, agedProbability: 0.125 });
    expect(remaining(0, 14)).toBe(1);
  });
});
