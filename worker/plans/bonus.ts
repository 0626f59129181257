import { sql } from "drizzle-orm";
import { cellOf, type Id } from "../../db/ids";
import { usageLedger, userUsageTracking } from "../../db/schema/cell/usage";
import type { Actor, Base, Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, writeIn } from "../kernel/write";
import { isCounter, openCounter } from "./counter";
import type { MeteredFeature } from "./features";
import { bonusPeriod } from "./period";

export type Grant = {
  feature: MeteredFeature;
  quantity: number;
  /** Why it was given, such as `referral_reward` or `promotion`. */
  source: string;
  /** Names the gift: giving the same one again changes nothing. */
  key: string;
};

/** More than the plan pays for, kept until it is used. Answers whether this call was the one that gave it. */
export async function grantBonus(
  from: Base | Context,
  organizationId: Id<"organization">,
  grant: Grant,
): Promise<boolean> {
  if (!Number.isSafeInteger(grant.quantity) || grant.quantity < 1 || grant.quantity > 1_000_000) {
    throw new RangeError("A bonus is a whole number from 1 to 1,000,000.");
  }
  const cell = cellOf(organizationId);
  const database = from.openCell(cell);
  const actor: Actor = "actor" in from ? from.actor : { kind: "system", id: null };
  const { feature, quantity, source } = grant;
  try {
    await writeIn(
      from,
      { database, cell, organizationId, actor },
      [
        openCounter(from, organizationId, feature, bonusPeriod),
        insertGrant(from, organizationId, grant),
        orElse(alreadyGranted),
        database
          .update(userUsageTracking)
          .set({
            bonusCount: sql`${userUsageTracking.bonusCount} + ${quantity}`,
            bonusSource: source,
            updatedAt: from.now(),
          })
          .where(isCounter(organizationId, feature, bonusPeriod.start)),
      ],
      {
        audit: [
          {
            action: "usage.bonus_granted",
            resourceType: "usage",
            resourceId: feature,
            changes: { after: { quantity, source } },
          },
        ],
      },
    );
    return true;
  } catch (error) {
    if (error === alreadyGranted) return false;
    throw error;
  }
}

const alreadyGranted = new Conflict("bonus_already_granted", "This bonus was given before.");

function insertGrant(base: Base, organizationId: Id<"organization">, grant: Grant): Step {
  const cell = cellOf(organizationId);
  const now = base.now();
  const { feature, quantity, source, key } = grant;
  const pool = sql`select id from user_usage_tracking where organization_id = ${organizationId}
    and feature = ${feature} and period_start = ${bonusPeriod.start}`;
  return base
    .openCell(cell)
    .insert(usageLedger)
    .values({
      id: base.newId("usage", cell),
      organizationId,
      feature,
      counterId: sql`(${pool})`,
      key: `grant:${key}`,
      quantity,
      source,
      state: "granted",
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
}
