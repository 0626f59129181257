import { and, eq, inArray } from "drizzle-orm";
import { userUsageTracking } from "../../db/schema/cell/usage";
import { authorize, type Context } from "../kernel/context";
import { countInUse } from "./counted";
import { planOf } from "./definitions";
import { countedFeatures, type LimitedFeature, type MeteredFeature, meteredFeatures } from "./features";
import { limitOf } from "./limits";
import { bonusPeriod, monthOf } from "./period";

export type FeatureUsage = {
  feature: LimitedFeature;
  kind: "metered" | "counted";
  limit: number | null;
  /** Done with. */
  used: number;
  /** Held by work that is still under way. */
  reserved: number;
  /** What came on top of the plan this month and what of it is left; used first. */
  bonus: number;
  /** Null is no end. */
  remaining: number | null;
  resetsAt: number | null;
};

export async function readUsage(ctx: Context) {
  authorize(ctx, "usage:read");
  const [plan, counters, counts] = await Promise.all([
    planOf(ctx, ctx.organization.planSlug),
    readCounters(ctx),
    countInUse(ctx),
  ]);
  const limits = new Map<LimitedFeature, number | null>();
  for (const feature of [...countedFeatures, ...meteredFeatures]) {
    limits.set(feature, await limitOf(ctx, feature));
  }
  const limit = (feature: LimitedFeature) => limits.get(feature) ?? null;
  const { end } = monthOf(ctx.now());
  return {
    plan,
    features: [
      ...countedFeatures.map((feature) => countedUsage(feature, limit(feature), counts[feature])),
      ...meteredFeatures.map((feature) => meteredUsage(feature, limit(feature), counters, end)),
    ],
  };
}

/** One of them, for whoever is about to use it. */
export async function readMetered(ctx: Context, feature: MeteredFeature): Promise<FeatureUsage> {
  const [limit, counters] = await Promise.all([limitOf(ctx, feature), readCounters(ctx)]);
  return meteredUsage(feature, limit, counters, monthOf(ctx.now()).end);
}

type Counter = typeof userUsageTracking.$inferSelect;

async function readCounters(ctx: Context): Promise<Counter[]> {
  return await ctx.db
    .select()
    .from(userUsageTracking)
    .where(
      and(
        eq(userUsageTracking.organizationId, ctx.organization.id),
        inArray(userUsageTracking.feature, [...meteredFeatures]),
        inArray(userUsageTracking.periodStart, [bonusPeriod.start, monthOf(ctx.now()).start]),
      ),
    );
}

function countedUsage(feature: LimitedFeature, limit: number | null, used: number): FeatureUsage {
  const remaining = limit === null ? null : Math.max(0, limit - used);
  return { feature, kind: "counted", limit, used, reserved: 0, bonus: 0, remaining, resetsAt: null };
}

function meteredUsage(
  feature: MeteredFeature,
  limit: number | null,
  counters: Counter[],
  resetsAt: number,
): FeatureUsage {
  const own = counters.filter((counter) => counter.feature === feature);
  const month = own.find(({ periodStart }) => periodStart !== bonusPeriod.start);
  const pool = own.find(({ periodStart }) => periodStart === bonusPeriod.start);
  const { usageCount: taken = 0, reservedCount: reserved = 0, bonusUsed = 0 } = month ?? {};
  const bonusLeft = pool ? pool.bonusCount - pool.bonusUsed : 0;
  return {
    feature,
    kind: "metered",
    limit,
    used: taken - reserved,
    reserved,
    bonus: bonusUsed + bonusLeft,
    remaining: limit === null ? null : Math.max(0, limit - (taken - bonusUsed)) + bonusLeft,
    resetsAt,
  };
}
