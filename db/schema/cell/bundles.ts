import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";
import type { socialPlatforms } from "./content";

export const bundleStates = [
  "draft",
  "planned",
  "generating",
  "ready",
  "partial",
  "failed",
  "cancelled",
] as const;
/** How many of each kind, and for whom: what a person ordered. */
export type Brief = {
  counts: { blogPosts: number; socialPosts: number; contentUpgrades: number; emailSequences: number };
  platforms: (typeof socialPlatforms)[number][];
  emailsPerSequence: number;
  topicIds: string[];
  notes: string;
};

export const contentBundles = sqliteTable(
  "content_bundles",
  {
    ...owned("bundle"),
    businessId: idOf("business", "business_id").notNull(),
    strategyId: idOf("strategy", "strategy_id"),
    name: text("name").notNull(),
    status: text("status", { enum: bundleStates }).notNull().default("draft"),
    /** In words, such as “Spring 2027”; the days that the calendar uses stand beside it. */
    timePeriod: text("time_period").notNull().default(""),
    periodStart: text("period_start").notNull(),
    periodEnd: text("period_end").notNull(),
    generationDate: text("generation_date"),
    brief: json<Brief>("brief").notNull(),
    /** Counted in the batch that changes a piece, so that a list never counts pieces. */
    pieceCount: integer("piece_count").notNull().default(0),
    readyCount: integer("ready_count").notNull().default(0),
    failedCount: integer("failed_count").notNull().default(0),
    /** Of the run that is going on or was last; a message of an older run does nothing. */
    run: integer("run").notNull().default(0),
    estimatedCostMicros: integer("estimated_cost_micros").notNull().default(0),
    costMicros: integer("cost_micros").notNull().default(0),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    startedAt: time("started_at"),
    completedAt: time("completed_at"),
    archivedAt: time("archived_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("content_bundles_list").on(table.organizationId, table.id),
    index("content_bundles_business").on(table.organizationId, table.businessId, table.id),
  ],
);
