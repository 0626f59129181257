import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idOf, owned, time, updatedAt } from "../../columns";

export const activityTypes = [
  "call",
  "email",
  "meeting",
  "demo",
  "proposal",
  "follow_up",
  "note",
  "task",
  "social_interaction",
] as const;
export const activityStates = ["open", "done", "deleted"] as const;

/** What was done about a lead, and what is still to be done. */
export const activities = sqliteTable(
  "activities",
  {
    ...owned("activity"),
    leadId: idOf("lead", "lead_id").notNull(),
    type: text("type", { enum: activityTypes }).notNull(),
    state: text("state", { enum: activityStates }).notNull(),
    /** Its place in every list: when it was done, or when it is due; the end of time where no day is said. */
    at: time("at").notNull(),
    subject: text("subject").notNull().default(""),
    description: text("description").notNull().default(""),
    outcome: text("outcome").notNull().default(""),
    durationMinutes: integer("duration_minutes"),
    /** Who does it, or did. */
    assignedTo: idOf("user", "assigned_to"),
    dueAt: time("due_at"),
    remindAt: time("remind_at"),
    completedAt: time("completed_at"),
    createdBy: text("created_by"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("activities_lead").on(table.organizationId, table.leadId, table.state, table.at, table.id),
    index("activities_assigned").on(table.organizationId, table.assignedTo, table.state, table.at, table.id),
    index("activities_all").on(table.organizationId, table.state, table.at, table.id),
  ],
);
