import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, owned, time, updatedAt } from "../../columns";

export const scoreAxes = ["fit", "engagement"] as const;
export const scoringRuleKinds = ["property", "event"] as const;
export const scoreBands = ["cold", "warm", "hot"] as const;
export const previewStates = ["running", "completed", "failed"] as const;

/** What is worth how many points: of what a lead is, by a condition, or of what it did, by signals. */
export const leadScoringRules = sqliteTable(
  "lead_scoring_rules",
  {
    ...owned("scoringRule"),
    name: text("name").notNull(),
    axis: text("axis", { enum: scoreAxes }).notNull(),
    kind: text("kind", { enum: scoringRuleKinds }).notNull(),
    /** A tree: about the lead, or of an event rule about the signal, and then it may be missing. */
    condition: json<unknown>("condition"),
    signals: json<string[]>("signals").notNull().default([]),
    withinDays: integer("within_days"),
    points: integer("points").notNull(),
    /** Rules of one group share a cap. */
    groupName: text("group_name"),
    repeatLimit: integer("repeat_limit").notNull().default(1),
    decayDays: integer("decay_days"),
    position: integer("position").notNull(),
    isActive: flag("is_active").notNull().default(true),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("lead_scoring_rules_order").on(table.organizationId, table.position),
    check("lead_scoring_rules_points", sql`${table.points} between -100 and 100`),
  ],
);

/** One row an organization: limits and bands, which revision of the rules holds, and how far the leads follow it. */
export const leadScoringSettings = sqliteTable("lead_scoring_settings", {
  organizationId: idOf("organization", "organization_id").notNull().primaryKey(),
  groups: json<{ name: string; cap: number }[]>("groups").notNull().default([]),
  fitMax: integer("fit_max").notNull(),
  engagementMax: integer("engagement_max").notNull(),
  warmAt: integer("warm_at").notNull(),
  hotAt: integer("hot_at").notNull(),
  /** So many points below its threshold a lead leaves a band. */
  hysteresis: integer("hysteresis").notNull(),
  revision: integer("revision").notNull(),
  runTotal: integer("run_total").notNull().default(0),
  runDone: integer("run_done").notNull().default(0),
  runChanged: integer("run_changed").notNull().default(0),
  runStartedAt: time("run_started_at"),
  runFinishedAt: time("run_finished_at"),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** Each score that a lead has had, with what it was made of; written only when it changes. */
export const leadScores = sqliteTable(
  "lead_scores",
  {
    ...owned("leadScore"),
    leadId: idOf("lead", "lead_id").notNull(),
    score: integer("score").notNull(),
    fit: integer("fit").notNull(),
    engagement: integer("engagement").notNull(),
    band: text("band", { enum: scoreBands }).notNull(),
    confidence: real("confidence").notNull(),
    modelVersion: text("model_version").notNull(),
    dimensions: json<Record<string, number>>("dimensions").notNull(),
    explanation: json<unknown[]>("explanation").notNull(),
    recommendations: json<unknown[]>("recommendations").notNull().default([]),
  },
  (table) => [index("lead_scores_lead").on(table.organizationId, table.leadId, table.id)],
);

/** Where a lead stands: its band, when time alone will change its score, and what a person said instead of the rules. */
export const leadScoreStates = sqliteTable(
  "lead_score_states",
  {
    organizationId: idOf("organization", "organization_id").notNull(),
    leadId: idOf("lead", "lead_id").notNull(),
    score: integer("score"),
    band: text("band", { enum: scoreBands }),
    changesAt: time("changes_at"),
    overrideScore: integer("override_score"),
    overrideNote: text("override_note"),
    overrideBy: text("override_by"),
    overrideAt: time("override_at"),
    overrideUntil: time("override_until"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.leadId] }),
    // What time changes is looked for in the whole database, by the sweeper.
    index("lead_score_states_due")
      .on(table.changesAt)
      .where(sql`changes_at is not null`),
  ],
);

/** What another rule would do, tried on leads before anybody's score changes. */
export const leadScoringPreviews = sqliteTable(
  "lead_scoring_previews",
  {
    ...owned("scoringPreview"),
    change: json<Record<string, unknown>>("change").notNull(),
    status: text("status", { enum: previewStates }).notNull(),
    total: integer("total").notNull(),
    done: integer("done").notNull().default(0),
    raised: integer("raised").notNull().default(0),
    lowered: integer("lowered").notNull().default(0),
    /** How many go from band to band, such as `cold>warm`. */
    moves: json<Record<string, number>>("moves").notNull().default({}),
    examples: json<{ leadId: string; before: number; after: number }[]>("examples").notNull().default([]),
    isSample: flag("is_sample").notNull(),
    cursor: text("cursor"),
    finishedAt: time("finished_at"),
    updatedAt: updatedAt(),
  },
  (table) => [index("lead_scoring_previews_list").on(table.organizationId, table.id)],
);
