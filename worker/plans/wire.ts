import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import type { PlanDefinition } from "./definitions";
import { limitedFeatures } from "./features";
import type { FeatureUsage } from "./usage";

const money = z
  .strictObject({ amount: z.number().int(), currency: z.string() })
  .meta({ description: "In minor units" });

export const planWire = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    priceMonthly: money,
    pricePerGeneration: money.nullable(),
    features: z.array(z.string()),
    limits: z
      .record(z.string(), z.number().int().nullable())
      .meta({ description: "Null is unlimited; what is not named is not included." }),
    isUnlimited: z.boolean(),
  })
  .meta({ id: "Plan" });

export function planToWire(plan: PlanDefinition): z.input<typeof planWire> {
  const { slug, name, description, features, limits, isUnlimited, currency } = plan;
  return {
    slug,
    name,
    description,
    priceMonthly: { amount: plan.priceMonthly, currency },
    pricePerGeneration:
      plan.pricePerGeneration === null ? null : { amount: plan.pricePerGeneration, currency },
    features,
    limits,
    isUnlimited,
  };
}

const featureUsageWire = z
  .strictObject({
    feature: z.enum(limitedFeatures),
    kind: z.enum(["metered", "counted"]).meta({
      description: "Metered is spent and comes back with the month; counted is what there is right now.",
    }),
    limit: z.number().int().nullable().meta({ description: "Null is unlimited" }),
    used: z.number().int(),
    reserved: z.number().int().meta({ description: "Held by work that is still under way" }),
    bonus: z.number().int().meta({ description: "On top of the limit; used first" }),
    remaining: z.number().int().nullable(),
    resetsAt: wireTime.nullable(),
  })
  .meta({ id: "FeatureUsage" });

export const usageWire = z
  .strictObject({
    plan: z.strictObject({ slug: z.string(), name: z.string() }),
    features: z.array(featureUsageWire),
  })
  .meta({ id: "Usage" });

type Usage = { plan: PlanDefinition; features: FeatureUsage[] };

export function usageToWire({ plan, features }: Usage): z.input<typeof usageWire> {
  return {
    plan: { slug: plan.slug, name: plan.name },
    features: features.map((usage) => ({ ...usage, resetsAt: toWireTime(usage.resetsAt) })),
  };
}
