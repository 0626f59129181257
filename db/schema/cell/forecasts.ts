import { integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { json, owned } from "../../columns";

export const forecastTypes = ["revenue", "lead_volume", "conversion_rate", "deal_velocity"] as const;
export const forecastGranularities = ["week", "month"] as const;
export const forecastStates = ["ready", "refused"] as const;

type Point = { start: string; end: string; expected: number; lower: number; upper: number };
type Check = { start: string; actual: number; expected: number; lower: number; upper: number };

/** Everything that a forecast said on a day, and what it said it from. Money in minor units, rates from 0 to 1, pace in days. */
export type ForecastDetail = {
  history: { start: string; value: number | null }[];
  current: { start: string; soFar: number | null };
  points: Point[];
  backtest: {
    checks: Check[];
    hits: number;
    meanErrors: { holt_winters: number; seasonal_naive: number };
  } | null;
  change: {
    before: number;
    after: number;
    drivers: {
      name: string;
      sourceId: string | null;
      before: number | null;
      after: number | null;
      effect: number;
    }[];
  } | null;
  pipeline: {
    leads: number;
    value: number;
    weighted: number;
    usualDays: number;
    stages: {
      stageId: string;
      name: string;
      leads: number;
      value: number;
      probability: number;
      agedProbability: number;
      weighted: number;
    }[];
  } | null;
};

/** One a day for each type and granularity: made again on the same day, it takes the place of the one before. */
export const forecasts = sqliteTable(
  "forecasts",
  {
    ...owned("forecast"),
    type: text("type", { enum: forecastTypes }).notNull(),
    granularity: text("granularity", { enum: forecastGranularities }).notNull(),
    madeOn: text("made_on").notNull(),
    madeAt: integer("made_at").notNull(),
    state: text("state", { enum: forecastStates }).notNull(),
    knownPeriods: integer("known_periods").notNull(),
    currency: text("currency"),
    periodStart: text("period_start").notNull(),
    periodEnd: text("period_end").notNull(),
    predictedValue: real("predicted_value"),
    confidenceLower: real("confidence_lower"),
    confidenceUpper: real("confidence_upper"),
    method: text("method", { enum: ["holt_winters", "seasonal_naive"] }),
    modelVersion: text("model_version").notNull(),
    detail: json<ForecastDetail>("detail").notNull(),
  },
  (table) => [
    uniqueIndex("forecasts_of_day").on(table.organizationId, table.type, table.granularity, table.madeOn),
  ],
);
