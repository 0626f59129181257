import type { ModelFeature, ModelMetrics } from "../../../db/schema/cell/scoring-models";
import { featuresOf, type Sample, standardise } from "./features";
import { aucOf, binsOf, brierOf } from "./measure";
import { calibrate, type Calibration, fit, logOddsOf, sigmoid } from "./regression";

/** A lead that was decided. */
export type Lesson = { sample: Sample; won: boolean; closedAt: number };

export const leastOfEach = 50;

export type Learned = {
  intercept: number;
  features: ModelFeature[];
  calibration: Calibration;
  metrics: ModelMetrics;
};

export type Training = {
  reason: null | "too_few_won" | "too_few_lost" | "not_better";
  learned: Learned | null;
};

const learnShare = 0.6;
const calibrateShare = 0.2;

/** Learns from the oldest, calibrates on those after, and is judged by the latest, which it has not seen. */
export function train(lessons: readonly Lesson[]): Training {
  const wins = lessons.filter(({ won }) => won).length;
  if (wins < leastOfEach) return { reason: "too_few_won", learned: null };
  if (lessons.length - wins < leastOfEach) return { reason: "too_few_lost", learned: null };
  const ordered = lessons.toSorted((one, other) => one.closedAt - other.closedAt);
  const learnUntil = Math.floor(ordered.length * learnShare);
  const calibrateUntil = Math.floor(ordered.length * (learnShare + calibrateShare));
  const learned = learn(
    ordered.slice(0, learnUntil),
    ordered.slice(learnUntil, calibrateUntil),
    ordered.slice(calibrateUntil),
  );
  const { brier, baselineBrier, auc } = learned.metrics;
  const isBetter = auc > 0.5 && brier < baselineBrier;
  return { reason: isBetter ? null : "not_better", learned };
}

function learn(first: readonly Lesson[], next: readonly Lesson[], last: readonly Lesson[]): Learned {
  const features = featuresOf(first.map(({ sample }) => sample));
  const rowsOf = (lessons: readonly Lesson[]) => lessons.map(({ sample }) => standardise(sample, features));
  const winsOf = (lessons: readonly Lesson[]) => lessons.map(({ won }) => won);
  const weights = fit(rowsOf(first), winsOf(first));
  const oddsOf = (lessons: readonly Lesson[]) => rowsOf(lessons).map((row) => logOddsOf(weights, row));
  const calibration = calibrate(oddsOf(next), winsOf(next));
  const chances = oddsOf(last).map((odds) => sigmoid(calibration.slope * odds + calibration.shift));
  const wins = winsOf(last);
  const known = [...first, ...next];
  const usual = known.filter(({ won }) => won).length / known.length;
  return {
    intercept: weights.intercept,
    features: features.map(({ key, mean, deviation }, index) => ({
      key,
      mean,
      deviation,
      weight: weights.weights[index] ?? 0,
    })),
    calibration,
    metrics: {
      auc: aucOf(chances, wins),
      brier: brierOf(chances, wins),
      baselineBrier: brierOf(
        wins.map(() => usual),
        wins,
      ),
      trainedOn: known.length,
      testedOn: last.length,
      testedFrom: last[0]?.closedAt ?? 0,
      bins: binsOf(chances, wins),
    },
  };
}
