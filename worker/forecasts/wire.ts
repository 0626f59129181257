import * as z from "zod";
import { forecastStates } from "../../db/schema/cell/forecasts";
import { toWireTime, wireTime } from "../kernel/contract";
import { leastPeriods } from "./pure/backtest";
import { driverNames } from "./pure/drivers";
import { methods } from "./pure/methods";
import { granularities } from "./pure/periods";
import { forecastTypes } from "./pure/series";
import type { Forecast } from "./queries";

const said = { expected: z.number(), lower: z.number(), upper: z.number() };
const start = z.iso.date();
const scenarioNames = ["careful", "expected", "hopeful"] as const;

const summary = {
  id: z.string(),
  type: z.enum(forecastTypes),
  granularity: z.enum(granularities),
  madeAt: wireTime,
  state: z.enum(forecastStates).meta({ description: "Refused with fewer than eight periods." }),
  knownPeriods: z.int(),
  neededPeriods: z.int(),
  currency: z.string().nullable(),
  periodStart: start,
  periodEnd: start,
  predictedValue: z
    .number()
    .nullable()
    .meta({ description: "Money in minor units, rates from 0 to 1, pace in days." }),
  confidenceLower: z
    .number()
    .nullable()
    .meta({ description: "Four of five times it is between this and the upper one." }),
  confidenceUpper: z.number().nullable(),
  method: z.enum(methods).nullable().meta({ description: "The one that was less wrong in the backtest." }),
  modelVersion: z.string(),
};

const driver = z.strictObject({
  name: z.enum(driverNames),
  sourceId: z.string().nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  effect: z.number(),
});

const stage = z.strictObject({
  stageId: z.string(),
  name: z.string(),
  leads: z.int(),
  value: z.int(),
  probability: z.number(),
  agedProbability: z.number(),
  weighted: z.int(),
});

const pipeline = z.strictObject({
  leads: z.int(),
  value: z.int(),
  weighted: z.int(),
  usualDays: z.number(),
  stages: z.array(stage),
});

export const forecastSummaryWire = z.strictObject(summary).meta({ id: "ForecastSummary" });

export const forecastWire = z
  .strictObject({
    ...summary,
    history: z.array(z.strictObject({ start, value: z.number().nullable() })),
    current: z.strictObject({ start, soFar: z.number().nullable() }),
    points: z.array(z.strictObject({ start, end: start, ...said })),
    scenarios: z.array(z.strictObject({ name: z.enum(scenarioNames), value: z.number() })),
    change: z
      .strictObject({ before: z.number(), after: z.number(), drivers: z.array(driver) })
      .nullable()
      .meta({ description: "The last periods against as many before; the drivers' effects sum to it." }),
    backtest: z
      .strictObject({
        checks: z.array(z.strictObject({ start, actual: z.number(), ...said })),
        hits: z.int(),
        meanErrors: z.record(z.enum(methods), z.number()),
      })
      .nullable(),
    pipeline: pipeline.nullable(),
  })
  .meta({ id: "Forecast" });

export function forecastSummaryToWire(row: Forecast): z.input<typeof forecastSummaryWire> {
  const { organizationId: _, createdAt: __, madeOn: ___, detail: ____, ...rest } = row;
  return { ...rest, madeAt: toWireTime(row.madeAt), neededPeriods: leastPeriods };
}

export function forecastToWire(row: Forecast): z.input<typeof forecastWire> {
  const { predictedValue, confidenceLower, confidenceUpper } = row;
  const values = [confidenceLower, predictedValue, confidenceUpper];
  const scenarios = scenarioNames.flatMap((name, index) => {
    const value = values[index];
    return value === null || value === undefined ? [] : [{ name, value }];
  });
  // safe: our own job wrote it, with these drivers' names
  const detail = row.detail as Omit<z.input<typeof forecastWire>, keyof typeof summary | "scenarios">;
  return { ...forecastSummaryToWire(row), ...detail, scenarios };
}
