import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { DomainError, LimitReached } from "../kernel/errors";
import { refuseWhen, type Step } from "../kernel/write";
import { planOf } from "./definitions";
import type { IncludedFeature, LimitedFeature } from "./features";

/** Null is unlimited; what the plan does not name is not included. The plan was read with this request, so a change counts at once. */
export async function limitOf(ctx: Context, feature: LimitedFeature): Promise<number | null> {
  const { seatLimit, planSlug } = ctx.organization;
  if (feature === "seats" && seatLimit !== null) return seatLimit;
  const { limits } = await planOf(ctx, planSlug);
  const limit = limits[feature];
  return limit === undefined ? 0 : limit;
}

/** For what cannot be guarded in SQL; whatever is counted in a table of the same batch uses `withinPlan`. */
export async function assertWithinPlan(
  ctx: Context,
  feature: LimitedFeature,
  used: number,
  wanted = 1,
): Promise<void> {
  const limit = await limitOf(ctx, feature);
  if (limit !== null && used + wanted > limit) throw new LimitReached(feature, limit, used);
}

export async function assertFeature(ctx: Context, feature: IncludedFeature): Promise<void> {
  const { features, name } = await planOf(ctx, ctx.organization.planSlug);
  if (features.includes(feature)) return;
  throw new DomainError(
    "plan_limit",
    `The plan “${name}” does not include ${feature.replaceAll("_", " ")}.`,
    {
      reason: "feature_not_included",
    },
  );
}

/** A step for the batch that adds: of any number of callers at once, only as many as fit get through. */
export async function withinPlan(
  ctx: Context,
  feature: LimitedFeature,
  inUse: SQL,
  wanted = 1,
): Promise<Step> {
  const limit = await limitOf(ctx, feature);
  const isFull = limit === null ? sql`false` : sql`(${inUse}) + ${wanted} > ${limit}`;
  return refuseWhen(isFull, new LimitReached(feature, limit ?? 0));
}
