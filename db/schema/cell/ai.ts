import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, owned, time, updatedAt } from "../../columns";

export const generationStates = ["processing", "completed", "failed", "cancelled"] as const;
export const aiTasks = [
  "website_analysis",
  "strategy",
  "topics",
  "blog_post",
  "social_post",
  "content_upgrade",
  "email_sequence",
  "email",
  "suggestion",
  "form",
  "conversation",
] as const;

/** Every call to a model, whoever paid for it and whatever came of it. The words themselves are in the versions. */
export const aiGenerations = sqliteTable(
  "ai_generations",
  {
    ...owned("generation"),
    task: text("task", { enum: aiTasks }).notNull(),
    businessId: idOf("business", "business_id"),
    bundleId: idOf("bundle", "bundle_id"),
    pieceId: idOf("piece", "piece_id"),
    /** The person who asked, or null where a job of the product did. */
    requestedBy: text("requested_by"),
    promptVersion: text("prompt_version").notNull(),
    provider: text("provider").notNull().default(""),
    model: text("model").notNull().default(""),
    status: text("status", { enum: generationStates }).notNull(),
    promptTokens: integer("prompt_tokens").notNull().default(0),
    completionTokens: integer("completion_tokens").notNull().default(0),
    /** Millionths of a dollar: prices are given per million tokens. */
    costMicros: integer("cost_micros").notNull().default(0),
    /** What the budget holds for it while it runs; the day and the month it began in are the ones that pay. */
    promisedMicros: integer("promised_micros").notNull().default(0),
    /** The use of the plan that it holds while it runs. */
    useKey: text("use_key"),
    /** Still processing after this, its worker is dead. */
    expiresAt: time("expires_at"),
    durationMs: integer("duration_ms").notNull().default(0),
    /** Calls it took: two where the first answer had to be repaired. */
    iterations: integer("iterations").notNull().default(1),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    rating: integer("rating"),
    feedback: text("feedback").notNull().default(""),
    accepted: flag("accepted"),
    completedAt: time("completed_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("ai_generations_list").on(table.organizationId, table.id),
    index("ai_generations_piece")
      .on(table.organizationId, table.pieceId, table.id)
      .where(sql`piece_id is not null`),
    index("ai_generations_processing")
      .on(table.status, table.expiresAt)
      .where(sql`status = 'processing'`),
    check("ai_generations_rating", sql`coalesce(${table.rating}, 1) between 1 and 5`),
  ],
);

/** What was spent, a row a day and kind, so that a page of it reads a handful of rows. */
export const aiCostTracking = sqliteTable(
  "ai_cost_tracking",
  {
    ...owned("aiCost"),
    day: text("day").notNull(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    task: text("task", { enum: aiTasks }).notNull(),
    promptVersion: text("prompt_version").notNull(),
    costMicros: integer("cost_micros").notNull().default(0),
    promptTokens: integer("prompt_tokens").notNull().default(0),
    completionTokens: integer("completion_tokens").notNull().default(0),
    count: integer("count").notNull().default(0),
    failedCount: integer("failed_count").notNull().default(0),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("ai_cost_tracking_day").on(
      table.organizationId,
      table.day,
      table.provider,
      table.model,
      table.task,
      table.promptVersion,
    ),
  ],
);

/** One row an organization: its caps, and what of today and of this month is spent or promised. */
export const aiBudgets = sqliteTable(
  "ai_budgets",
  {
    ...owned("aiBudget"),
    dailyCapMicros: integer("daily_cap_micros"),
    monthlyCapMicros: integer("monthly_cap_micros"),
    day: text("day").notNull().default(""),
    dayMicros: integer("day_micros").notNull().default(0),
    month: text("month").notNull().default(""),
    monthMicros: integer("month_micros").notNull().default(0),
    /** The highest of 50, 80 and 100 that people were told of in this day and this month. */
    dayAlert: integer("day_alert").notNull().default(0),
    monthAlert: integer("month_alert").notNull().default(0),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("ai_budgets_organization").on(table.organizationId)],
);
