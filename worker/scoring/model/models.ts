import { and, desc, eq } from "drizzle-orm";
import { scoringModels } from "../../../db/schema/cell/scoring-models";
import type { Context } from "../../kernel/context";
import type { ModelInUse } from "./explain";

export type ScoringModel = typeof scoringModels.$inferSelect;

/** The last one that was tried: in use, or refused. */
export async function latestModel(ctx: Context): Promise<ScoringModel | null> {
  const [row] = await ctx.db
    .select()
    .from(scoringModels)
    .where(eq(scoringModels.organizationId, ctx.organization.id))
    .orderBy(desc(scoringModels.version))
    .limit(1);
  return row ?? null;
}

/** Null where the last try was refused: what was learned before no longer counts either. */
export function inUse(model: ScoringModel | null): ModelInUse | null {
  if (model?.state !== "in_use" || !model.calibration) return null;
  return { intercept: model.intercept, features: model.features, calibration: model.calibration };
}

export function isVersion(ctx: Context, version: number) {
  return and(eq(scoringModels.organizationId, ctx.organization.id), eq(scoringModels.version, version));
}
