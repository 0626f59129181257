import { integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { json, owned, time } from "../../columns";

export const scoringModelStates = ["in_use", "refused", "replaced"] as const;

/** A feature of the model: how it was put on one scale, and what it weighs. */
export type ModelFeature = { key: string; mean: number; deviation: number; weight: number };
/** How good it was on the latest closed leads, which it had not seen. */
export type ModelMetrics = {
  auc: number;
  brier: number;
  /** Of saying the same share for everybody: what a model has to beat. */
  baselineBrier: number;
  trainedOn: number;
  testedOn: number;
  testedFrom: number;
  bins: { expected: number; actual: number; leads: number }[];
};

/** What was learned of an organization's own closed leads, or why nothing was. */
export const scoringModels = sqliteTable(
  "scoring_models",
  {
    ...owned("scoringModel"),
    version: integer("version").notNull(),
    state: text("state", { enum: scoringModelStates }).notNull(),
    reason: text("reason"),
    won: integer("won").notNull(),
    lost: integer("lost").notNull(),
    intercept: real("intercept").notNull().default(0),
    features: json<ModelFeature[]>("features").notNull(),
    /** Platt: the log-odds that count are slope × what the weights say + shift. */
    calibration: json<{ slope: number; shift: number }>("calibration"),
    metrics: json<ModelMetrics>("metrics"),
    /** The leads that have been told their probability, up to this one; null when all have. */
    appliedAfter: text("applied_after"),
    appliedAt: time("applied_at"),
  },
  (table) => [uniqueIndex("scoring_models_version").on(table.organizationId, table.version)],
);
