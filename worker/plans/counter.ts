import { and, eq, type SQL } from "drizzle-orm";
import { cellOf, type Id } from "../../db/ids";
import { userUsageTracking } from "../../db/schema/cell/usage";
import type { Base } from "../kernel/context";
import type { Step } from "../kernel/write";
import type { MeteredFeature } from "./features";
import type { Period } from "./period";

/** The first use of a month opens its counter; there is no chore that could be late for it. */
export function openCounter(
  base: Base,
  organizationId: Id<"organization">,
  feature: MeteredFeature,
  { start, end }: Period,
): Step {
  const cell = cellOf(organizationId);
  const now = base.now();
  return base
    .openCell(cell)
    .insert(userUsageTracking)
    .values({
      id: base.newId("counter", cell),
      organizationId,
      feature,
      periodStart: start,
      periodEnd: end,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
}

export function isCounter(
  organizationId: Id<"organization">,
  feature: MeteredFeature,
  periodStart: number,
): SQL | undefined {
  return and(
    eq(userUsageTracking.organizationId, organizationId),
    eq(userUsageTracking.feature, feature),
    eq(userUsageTracking.periodStart, periodStart),
  );
}
