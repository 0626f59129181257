import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import { forecasts } from "../../../db/schema/cell/forecasts";
import type { World } from "../world";

/** One that could not be made, but says what is in the pipeline. */
export async function makeForecast({ id: organizationId, cell, database }: World, name: string) {
  const random = crypto.getRandomValues(new Uint8Array(randomBytesPerId));
  const id: Id<"forecast"> = makeId("forecast", cell, Date.now(), random);
  const odds = { probability: 0.5, agedProbability: 0.5 };
  const amounts = { leads: 1, value: 100, weighted: 50 };
  await database.insert(forecasts).values({
    id,
    organizationId,
    type: "revenue",
    granularity: "week",
    madeOn: "2026-01-01",
    madeAt: 0,
    state: "refused",
    knownPeriods: 0,
    currency: "eur",
    periodStart: "2026-01-01",
    periodEnd: "2026-01-31",
    modelVersion: "1",
    detail: {
      history: [],
      current: { start: "2026-01-01", soFar: null },
      points: [],
      backtest: null,
      change: null,
      pipeline: { ...amounts, usualDays: 7, stages: [{ stageId: "stg_1", name, ...odds, ...amounts }] },
    },
    createdAt: 0,
  });
  return id;
}
