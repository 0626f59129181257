import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idOf, owned, time, updatedAt } from "../../columns";

/**
 * What happened to somebody's leads on a day (UTC). Apart by the month in which the leads came in: so that a count of one
 * month's leads, found by their ids, replaces its own rows and no others.
 */
export const performanceDays = sqliteTable(
  "performance_days",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    cohort: text("cohort").notNull(),
    day: text("day").notNull(),
    /** Empty: nobody's leads. */
    userId: text("user_id").notNull(),
    /** Empty for leads without a value. */
    currency: text("currency").notNull(),
    created: integer("created").notNull(),
    qualified: integer("qualified").notNull(),
    converted: integer("converted").notNull(),
    lost: integer("lost").notNull(),
    /** Won leads that have a value, and what they are worth together. */
    deals: integer("deals").notNull(),
    revenue: integer("revenue").notNull(),
    /** From coming in to being won, over all that were won. */
    cycleMs: integer("cycle_ms").notNull(),
    responses: integer("responses").notNull(),
    responseMs: integer("response_ms").notNull(),
  },
  (table) => [
    uniqueIndex("performance_days_of").on(
      table.organizationId,
      table.cohort,
      table.day,
      table.userId,
      table.currency,
    ),
    index("performance_days_day").on(table.organizationId, table.day),
  ],
);

/** When an organization's days were last counted, and how far a count is that runs. */
export const performanceCounts = sqliteTable(
  "performance_counts",
  {
    ...owned("performance"),
    countedAt: time("counted_at"),
    runningSince: time("running_since"),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("performance_counts_of").on(table.organizationId)],
);
