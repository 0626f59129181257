import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const insightTypes = [
  "buying_signal",
  "churn_risk",
  "optimal_contact_time",
  "content_recommendation",
  "next_best_action",
  "competitive_threat",
] as const;
export const insightPriorities = ["low", "medium", "high", "urgent"] as const;
export const insightStates = ["open", "acknowledged", "dismissed"] as const;

/** What an insight rests on: a row by its id, and when that happened. */
export type Cited = { kind: string; id: string; at: number; words: string };

/** What was found out about a lead. The same finding is one row for as long as it holds. */
export const aiInsights = sqliteTable(
  "ai_insights",
  {
    ...owned("insight"),
    leadId: idOf("lead", "lead_id").notNull(),
    type: text("type", { enum: insightTypes }).notNull(),
    /** What was found, such as `asks_price`: two findings of one type about a lead differ by it. */
    finding: text("finding").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    confidence: real("confidence").notNull(),
    /** 0 low to 3 urgent, so that an index puts the urgent ones first. */
    priority: integer("priority").notNull(),
    cited: json<Cited[]>("cited").notNull(),
    data: json<Record<string, unknown>>("data").notNull(),
    status: text("status", { enum: insightStates }).notNull().default("open"),
    decidedBy: idOf("user", "decided_by"),
    decidedAt: time("decided_at"),
    expiresAt: time("expires_at").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("ai_insights_finding").on(table.organizationId, table.leadId, table.type, table.finding),
    index("ai_insights_open")
      .on(table.organizationId, table.priority, table.id)
      .where(sql`status = 'open'`),
  ],
);
