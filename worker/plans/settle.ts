import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { usageLedger, userUsageTracking } from "../../db/schema/cell/usage";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { refuseWhen, type Step, write } from "../kernel/write";
import { bonusPeriod } from "./period";

export async function commitUsage(ctx: Context, key: string): Promise<void> {
  await write(ctx, commitSteps(ctx, key));
}

/** Gives back what was reserved. What was committed stays; what is unknown or given back already changes nothing. */
export async function releaseUsage(ctx: Context, key: string): Promise<void> {
  await write(ctx, releaseSteps(ctx, key));
}

/**
 * Belongs into the batch that keeps the result, so that both stand or fall together. It counts in the month it was
 * reserved in, whatever month it is now (QUOTA-02). Committing twice changes nothing; a reservation that ran out is a conflict.
 */
export function commitSteps(ctx: Context, key: string): Step[] {
  const use = isUse(ctx, key);
  const now = ctx.now();
  return [
    refuseWhen(
      sql`not exists (select 1 from usage_ledger where ${use} and state in ('reserved', 'committed'))`,
      notReserved,
    ),
    ctx.db
      .update(userUsageTracking)
      .set({ reservedCount: sql`${userUsageTracking.reservedCount} - spent.quantity`, updatedAt: now })
      .from(sql`(select counter_id, quantity from usage_ledger where ${use} and state = 'reserved') as spent`)
      .where(sql`${userUsageTracking.id} = spent.counter_id`),
    settle(ctx.db, use, "committed", now),
  ];
}

export function releaseSteps(ctx: Context, key: string): Step[] {
  return giveBack(ctx.db, isUse(ctx, key), ctx.now());
}

/** For a batch that ends many uses at once: a query that gives their keys. */
export function releaseManySteps(ctx: Context, keys: SQL): Step[] {
  return giveBack(ctx.db, sql`organization_id = ${ctx.organization.id} and key in (${keys})`, ctx.now());
}

/** Whichever rows of the ledger are named: their counters first, while they still say “reserved”, then they themselves. */
export function giveBack(database: Database, which: SQL, now: number): Step[] {
  return [
    takeOffMonths(database, which, now),
    returnToBonus(database, which, now),
    settle(database, which, "released", now),
  ];
}

function takeOffMonths(database: Database, which: SQL, now: number): Step {
  const { usageCount, reservedCount, bonusUsed } = userUsageTracking;
  return database
    .update(userUsageTracking)
    .set({
      usageCount: sql`${usageCount} - freed.quantity`,
      reservedCount: sql`${reservedCount} - freed.quantity`,
      bonusUsed: sql`${bonusUsed} - freed.bonus`,
      updatedAt: now,
    })
    .from(
      sql`(select counter_id, sum(quantity) as quantity, sum(bonus_quantity) as bonus from usage_ledger
        where ${which} and state = 'reserved' group by counter_id) as freed`,
    )
    .where(sql`${userUsageTracking.id} = freed.counter_id`);
}

function returnToBonus(database: Database, which: SQL, now: number): Step {
  const { organizationId, feature, periodStart, bonusUsed } = userUsageTracking;
  return database
    .update(userUsageTracking)
    .set({ bonusUsed: sql`${bonusUsed} - freed.bonus`, updatedAt: now })
    .from(
      sql`(select organization_id, feature, sum(bonus_quantity) as bonus from usage_ledger
        where ${which} and state = 'reserved' and bonus_quantity > 0 group by organization_id, feature) as freed`,
    )
    .where(
      sql`${organizationId} = freed.organization_id and ${feature} = freed.feature
        and ${periodStart} = ${bonusPeriod.start}`,
    );
}

function settle(database: Database, which: SQL, state: "committed" | "released", now: number): Step {
  return database
    .update(usageLedger)
    .set({ state, expiresAt: null, updatedAt: now })
    .where(sql`${which} and state = 'reserved'`);
}

const notReserved = new Conflict(
  "usage_not_reserved",
  "This use was never reserved, or its reservation has run out.",
);

function isUse(ctx: Context, key: string): SQL {
  return sql`organization_id = ${ctx.organization.id} and key = ${key}`;
}
