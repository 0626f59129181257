import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owned, time, updatedAt } from "../../columns";

export const usageStates = ["reserved", "committed", "released", "granted"] as const;

/**
 * A counter a feature and period. Bonus is used before what the plan pays for; it outlives the month, so it has a row
 * of its own whose period is everything (see `bonusPeriod`).
 */
export const userUsageTracking = sqliteTable(
  "user_usage_tracking",
  {
    ...owned("counter"),
    feature: text("feature").notNull(),
    periodStart: time("period_start").notNull(),
    periodEnd: time("period_end").notNull(),
    /** Committed and still reserved, in one number: what may not be spent again. */
    usageCount: integer("usage_count").notNull().default(0),
    reservedCount: integer("reserved_count").notNull().default(0),
    bonusUsed: integer("bonus_used").notNull().default(0),
    bonusCount: integer("bonus_count").notNull().default(0),
    bonusSource: text("bonus_source"),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("user_usage_period").on(table.organizationId, table.feature, table.periodStart),
    check("user_usage_positive", sql`${table.usageCount} >= 0 and ${table.reservedCount} >= 0`),
  ],
);

/** Idempotent by key: a use is reserved once, then committed or released once. A grant of bonus is a row as well. */
export const usageLedger = sqliteTable(
  "usage_ledger",
  {
    ...owned("usage"),
    feature: text("feature").notNull(),
    counterId: text("counter_id").notNull(),
    key: text("key").notNull(),
    quantity: integer("quantity").notNull(),
    /** How much of it came out of the bonus: what a release has to give back there. */
    bonusQuantity: integer("bonus_quantity").notNull().default(0),
    /** Of a grant: why it was given. */
    source: text("source"),
    state: text("state", { enum: usageStates }).notNull(),
    expiresAt: time("expires_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("usage_ledger_key").on(table.organizationId, table.key),
    index("usage_ledger_expiring")
      .on(table.state, table.expiresAt)
      .where(sql`state = 'reserved'`),
  ],
);
