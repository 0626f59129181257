import type { ModelFeature } from "../../../db/schema/cell/scoring-models";
import { type FeatureGroup, groupOf, type Sample, standardise } from "./features";
import { type Calibration, logOddsOf, sigmoid } from "./regression";

export type ModelInUse = {
  intercept: number;
  features: readonly ModelFeature[];
  calibration: Calibration;
};

export type Explained = {
  probability: number;
  logOdds: number;
  /** Log-odds of the average lead: what everything else is added to. */
  base: number;
  contributions: { group: FeatureGroup; effect: number }[];
};

/** How likely a lead is won, and what each thing about it adds; the base and all effects sum to the log-odds. */
export function explain({ intercept, features, calibration }: ModelInUse, sample: Sample): Explained {
  const row = standardise(sample, features);
  const { slope, shift } = calibration;
  const base = slope * intercept + shift;
  const effects = new Map<FeatureGroup, number>();
  for (const [index, { key, weight }] of features.entries()) {
    const group = groupOf(key);
    effects.set(group, (effects.get(group) ?? 0) + slope * weight * (row[index] ?? 0));
  }
  const weights = features.map(({ weight }) => weight);
  const logOdds = slope * logOddsOf({ intercept, weights }, row) + shift;
  const contributions = [...effects]
    .map(([group, effect]) => ({ group, effect }))
    .toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  return { probability: sigmoid(logOdds), logOdds, base, contributions };
}
