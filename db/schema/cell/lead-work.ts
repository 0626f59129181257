import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const viewVisibilities = ["private", "shared"] as const;

export const savedViews = sqliteTable(
  "saved_views",
  {
    ...owned("savedView"),
    ownerId: idOf("user", "owner_id").notNull(),
    name: text("name").notNull(),
    visibility: text("visibility", { enum: viewVisibilities }).notNull(),
    condition: json<unknown>("condition"),
    columns: json<string[]>("columns").notNull().default([]),
    sort: text("sort").notNull(),
    groupBy: text("group_by"),
    position: integer("position").notNull().default(0),
    updatedAt: updatedAt(),
  },
  (table) => [index("saved_views_list").on(table.organizationId, table.visibility, table.ownerId, table.id)],
);

export const bulkKinds = ["stage", "assignee", "tags", "field", "delete"] as const;
export const bulkStates = ["counting", "running", "completed", "failed", "undoing", "undone"] as const;

export const bulkActions = sqliteTable(
  "bulk_actions",
  {
    ...owned("bulkAction"),
    kind: text("kind", { enum: bulkKinds }).notNull(),
    change: json<Record<string, unknown>>("change").notNull(),
    selection: json<Record<string, unknown>>("selection").notNull(),
    status: text("status", { enum: bulkStates }).notNull(),
    total: integer("total").notNull(),
    done: integer("done").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    undone: integer("undone").notNull().default(0),
    cursor: text("cursor"),
    errorMessage: text("error_message"),
    requestedBy: idOf("user", "requested_by"),
    finishedAt: time("finished_at"),
    undoUntil: time("undo_until"),
    updatedAt: updatedAt(),
  },
  (table) => [index("bulk_actions_list").on(table.organizationId, table.id)],
);

/** Each lead of a bulk action, and what it was before: what undoing gives back. */
export const bulkActionLeads = sqliteTable(
  "bulk_action_leads",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    bulkActionId: idOf("bulkAction", "bulk_action_id").notNull(),
    leadId: idOf("lead", "lead_id").notNull(),
    before: json<Record<string, unknown>>("before"),
  },
  (table) => [
    uniqueIndex("bulk_action_leads_of").on(table.organizationId, table.bulkActionId, table.leadId),
    index("bulk_action_leads_lead").on(table.organizationId, table.leadId),
  ],
);
