import type { Forecast } from "~/forecasts/forecast";

const dayMs = 86_400_000;
const began = Date.UTC(2026, 5, 1);
const week = (index: number) => new Date(began + index * 7 * dayMs).toISOString().slice(0, 10);
const was = [
  8_200, 9_100, 7_700, 12_400, 10_300, 9_900, 13_800, 12_100, 15_600, 11_200, 14_900, 16_300, 13_400, 17_800,
  16_100, 15_200, 18_900, 17_300, 19_400, 16_800, 20_100, 18_700, 21_300, 19_900,
].map((euros) => euros * 100);

export const sampleForecast: Forecast = {
  id: "fct_1",
  type: "revenue",
  granularity: "week",
  madeAt: "2026-11-16T03:12:00Z",
  state: "ready",
  knownPeriods: was.length,
  neededPeriods: 8,
  currency: "eur",
  periodStart: week(24),
  periodEnd: "2026-12-27",
  predictedValue: 12_600_000,
  confidenceLower: 10_900_000,
  confidenceUpper: 14_400_000,
  method: "holt_winters",
  modelVersion: "1",
  history: was.map((value, index) => ({ start: week(index), value })),
  current: { start: week(24), soFar: 640_000 },
  points: Array.from({ length: 6 }, (_, index) => ({
    start: week(24 + index),
    end: new Date(began + (24 + index) * 7 * dayMs + 6 * dayMs).toISOString().slice(0, 10),
    expected: 2_050_000 + 20_000 * index,
    lower: 1_600_000 - 40_000 * index,
    upper: 2_450_000 + 80_000 * index,
  })),
  scenarios: [
    { name: "careful", value: 10_900_000 },
    { name: "expected", value: 12_600_000 },
    { name: "hopeful", value: 14_400_000 },
  ],
  change: {
    before: 9_950_000,
    after: 11_620_000,
    drivers: [
      { name: "deals_closed", sourceId: null, before: 61, after: 70, effect: 1_480_000 },
      { name: "conversion_rate", sourceId: null, before: 0.34, after: 0.36, effect: 610_000 },
      { name: "deal_size", sourceId: null, before: 479_000, after: 461_000, effect: -420_000 },
    ],
  },
  backtest: {
    hits: 13,
    meanErrors: { holt_winters: 183_000, seasonal_naive: 264_000 },
    checks: was.slice(8).map((actual, index) => ({
      start: week(8 + index),
      actual,
      expected: actual * (index % 2 === 0 ? 0.93 : 1.06),
      lower: actual * (index % 5 === 3 ? 1.04 : 0.8),
      upper: actual * 1.25,
    })),
  },
  pipeline: {
    leads: 63,
    value: 29_400_000,
    weighted: 8_130_000,
    usualDays: 7.2,
    stages: [
      stage("stg_1", "Tasting agreed", 34, 15_200_000, 0.3, 0.22),
      stage("stg_2", "Offer sent", 19, 9_100_000, 0.5, 0.37),
      stage("stg_3", "Negotiation", 10, 5_100_000, 0.7, 0.7),
    ],
  },
};

function stage(
  stageId: string,
  name: string,
  leads: number,
  value: number,
  probability: number,
  aged: number,
) {
  return {
    stageId,
    name,
    leads,
    value,
    probability,
    agedProbability: aged,
    weighted: Math.round(value * aged),
  };
}

/** Too few weeks, but a pipeline. */
export const refusedForecast: Forecast = {
  ...sampleForecast,
  state: "refused",
  knownPeriods: 3,
  predictedValue: null,
  confidenceLower: null,
  confidenceUpper: null,
  method: null,
  points: [],
  scenarios: [],
  change: null,
  backtest: null,
};
