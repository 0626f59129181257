import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const duplicateStates = ["open", "dismissed", "merged"] as const;
/** Why two leads may be one person. What was compared is not kept. */
export const duplicateReasons = [
  "same_mailbox",
  "same_phone",
  "same_phone_abroad",
  "same_name",
  "near_name",
  "same_mail_name",
  "same_company",
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Two leads that may be one person: the older one first, so that a pair stands here once. */
export const leadDuplicates = sqliteTable(
  "lead_duplicates",
  {
    ...owned("duplicate"),
    leadId: idOf("lead", "lead_id").notNull(),
    otherLeadId: idOf("lead", "other_lead_id").notNull(),
    /** How sure that is, of a hundred. */
    score: integer("score").notNull(),
    reasons: json<DuplicateReason[]>("reasons").notNull(),
    status: text("status", { enum: duplicateStates }).notNull().default("open"),
    /** The merge that closed it, and that opens it again when it is undone. */
    mergeId: idOf("leadMerge", "merge_id"),
    decidedBy: text("decided_by"),
    decidedAt: time("decided_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("lead_duplicates_pair").on(table.organizationId, table.leadId, table.otherLeadId),
    index("lead_duplicates_other").on(table.organizationId, table.otherLeadId),
    index("lead_duplicates_open")
      .on(table.organizationId, table.score, table.id)
      .where(sql`status = 'open'`),
  ],
);

/** How far the last look through all leads has come; one row an organization. */
export const duplicateScans = sqliteTable("duplicate_scans", {
  organizationId: idOf("organization", "organization_id").primaryKey().notNull(),
  cursor: text("cursor"),
  looked: integer("looked").notNull().default(0),
  found: integer("found").notNull().default(0),
  startedBy: text("started_by"),
  startedAt: time("started_at").notNull(),
  finishedAt: time("finished_at"),
  updatedAt: updatedAt(),
});

/** Values of a lead by the names of its columns. */
export type ColumnValues = Record<string, unknown>;

/** One lead taken up by another. The one that went lies among the deleted ones until it can no longer be undone. */
export const leadMerges = sqliteTable(
  "lead_merges",
  {
    ...owned("leadMerge"),
    /** Who has it now: it moves on where that lead is taken up by a third. */
    leadId: idOf("lead", "lead_id").notNull(),
    intoLeadId: idOf("lead", "into_lead_id").notNull(),
    mergedId: idOf("lead", "merged_id").notNull(),
    /** What the other one was known by, so that a form with it finds the one that stayed. */
    otherKey: text("other_key"),
    before: json<ColumnValues>("before").notNull(),
    after: json<ColumnValues>("after").notNull(),
    /** Ids of the rows that changed hands, by table. */
    moved: json<Record<string, string[]>>("moved").notNull(),
    mergedBy: text("merged_by"),
    undoneAt: time("undone_at"),
    undoneBy: text("undone_by"),
    /** From then on the other one is gone for good. */
    sealedAt: time("sealed_at"),
  },
  (table) => [
    uniqueIndex("lead_merges_merged")
      .on(table.organizationId, table.mergedId)
      .where(sql`undone_at is null`),
    index("lead_merges_lead").on(table.organizationId, table.leadId, table.id),
    index("lead_merges_key")
      .on(table.organizationId, table.otherKey)
      .where(sql`undone_at is null and other_key is not null`),
  ],
);
