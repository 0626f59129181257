import { asc, eq } from "drizzle-orm";
import { planDefinitions } from "../../db/schema/control/platform";
import type { Base } from "../kernel/context";

export type PlanDefinition = typeof planDefinitions.$inferSelect;

const freshMs = 60_000;
let known: { at: number; plans: PlanDefinition[] } | null = null;

/** Asked on nearly every write and changed a few times a year: an isolate keeps them for a minute. */
export async function listPlans(base: Base): Promise<PlanDefinition[]> {
  const age = known ? base.now() - known.at : Infinity;
  if (known && age >= 0 && age < freshMs) return known.plans;
  const plans = await base.control
    .select()
    .from(planDefinitions)
    .where(eq(planDefinitions.active, true))
    .orderBy(asc(planDefinitions.displayOrder), asc(planDefinitions.slug));
  known = { at: base.now(), plans };
  return plans;
}

/** A plan that is no longer sold still holds for those who have it. */
export async function planOf(base: Base, slug: string): Promise<PlanDefinition> {
  const plans = await listPlans(base);
  const plan = plans.find((candidate) => candidate.slug === slug) ?? (await findRetired(base, slug));
  if (!plan) throw new Error(`No plan is called “${slug}”.`);
  return plan;
}

async function findRetired(base: Base, slug: string): Promise<PlanDefinition | undefined> {
  const [plan] = await base.control.select().from(planDefinitions).where(eq(planDefinitions.slug, slug));
  return plan;
}
