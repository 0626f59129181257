import { sql } from "drizzle-orm";
import { forecasts } from "../../db/schema/cell/forecasts";
import type { Context } from "../kernel/context";
import { type Step, write } from "../kernel/write";
import { nextForecasts } from "./order";
import { type Forecast, knownIn, makeForecast } from "./pure/forecast";
import { granularities, type Granularity, horizonOf, isoDay, lastDayOf, nextPeriod } from "./pure/periods";
import type { Pipeline } from "./pure/pipeline";
import { type DayTotals, type ForecastType, forecastTypes, type Series } from "./pure/series";
import { readDays } from "./read-days";
import { readPipeline } from "./read-pipeline";

/** Rises when the same numbers would be foretold differently. */
export const modelVersion = "1";
const keptDays = 60;
const dayMs = 86_400_000;

type Row = typeof forecasts.$inferInsert;
type Known = { currency: string | null; days: DayTotals[]; pipeline: Pipeline | null };

/** Foretells everything anew from the leads as they are, and orders the next time first, so that a bad night does not end it. */
export async function makeForecasts(ctx: Context): Promise<void> {
  await write(ctx, [], { jobs: [nextForecasts(ctx)] });
  const { currency, days } = await readDays(ctx);
  const pipeline = currency === null ? null : await readPipeline(ctx, currency, days);
  const known = { currency, days, pipeline };
  const rows = granularities.flatMap((granularity) =>
    forecastTypes.map((type) => rowOf(ctx, type, granularity, known)),
  );
  await write(ctx, [...rows.map((row) => keep(ctx, row)), forget(ctx)], {
    facts: [{ type: "forecast.made", data: { madeOn: isoDay(ctx.now()) } }],
  });
}

function rowOf(ctx: Context, type: ForecastType, granularity: Granularity, known: Known): Row {
  const now = ctx.now();
  const seed = ctx.organization.id;
  const { series, forecast } = makeForecast({ type, granularity, days: known.days, now, seed });
  const { current } = series;
  return {
    id: ctx.newId("forecast", ctx.organization.cell),
    organizationId: ctx.organization.id,
    createdAt: now,
    madeAt: now,
    madeOn: isoDay(now),
    type,
    granularity,
    state: forecast ? "ready" : "refused",
    knownPeriods: knownIn(series),
    currency: type === "revenue" ? known.currency : null,
    periodStart: current.start,
    periodEnd: endOf(current.start, granularity),
    predictedValue: forecast?.total.expected ?? null,
    confidenceLower: forecast?.total.lower ?? null,
    confidenceUpper: forecast?.total.upper ?? null,
    method: forecast?.backtest.method ?? null,
    modelVersion,
    detail: detailOf(series, forecast, type === "revenue" ? known.pipeline : null),
  };
}

function detailOf(series: Series, forecast: Forecast | null, pipeline: Pipeline | null): Row["detail"] {
  const { starts, values, current } = series;
  const { points = [], backtest = null, change = null } = forecast ?? {};
  return {
    history: starts.map((start, index) => ({ start, value: values[index] ?? null })),
    current,
    points,
    backtest: backtest && {
      checks: backtest.checks,
      hits: backtest.hits,
      meanErrors: backtest.meanErrors,
    },
    change,
    pipeline,
  };
}

function endOf(start: string, granularity: Granularity): string {
  let last = start;
  for (let step = 1; step < horizonOf[granularity]; step++) last = nextPeriod(last, granularity);
  return lastDayOf(last, granularity);
}

function keep(ctx: Context, row: Row): Step {
  const { organizationId, type, granularity, madeOn } = forecasts;
  const { id: _, createdAt: __, ...said } = row;
  return ctx.db
    .insert(forecasts)
    .values(row)
    .onConflictDoUpdate({ target: [organizationId, type, granularity, madeOn], set: said });
}

/** Each by its own stretch of the index. */
function forget(ctx: Context): Step {
  const before = isoDay(ctx.now() - keptDays * dayMs);
  return ctx.db.delete(forecasts).where(sql`organization_id = ${ctx.organization.id}
    and type in ('revenue', 'lead_volume', 'conversion_rate', 'deal_velocity')
    and granularity in ('week', 'month') and made_on < ${before}`);
}
