import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, owned, time, updatedAt } from "../../columns";

export const importStates = [
  "uploading",
  "ready",
  "running",
  "completed",
  "stopped",
  "failed",
  "undoing",
  "undone",
] as const;

/** A file of leads that somebody brought, what is to be made of it, and how far that is. */
export const leadImports = sqliteTable(
  "lead_imports",
  {
    ...owned("leadImport"),
    fileName: text("file_name").notNull(),
    status: text("status", { enum: importStates }).notNull(),
    bytes: integer("bytes").notNull().default(0),
    encoding: text("encoding").notNull().default(""),
    separator: text("separator").notNull().default(""),
    /** Its first records, the line with the names among them. */
    head: json<string[][]>("head").notNull().default([]),
    /** All records, the line with the names among them. */
    records: integer("records").notNull().default(0),
    hasHeader: flag("has_header").notNull().default(true),
    /** The file lies in so many parts; they go when it has been read to its end. */
    lots: integer("lots").notNull().default(0),
    plan: json<Record<string, unknown>>("plan"),
    nextLot: integer("next_lot").notNull().default(0),
    done: integer("done").notNull().default(0),
    created: integer("created").notNull().default(0),
    updated: integer("updated").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    removed: integer("removed").notNull().default(0),
    restored: integer("restored").notNull().default(0),
    kept: integer("kept").notNull().default(0),
    errorMessage: text("error_message"),
    requestedBy: idOf("user", "requested_by"),
    startedAt: time("started_at"),
    finishedAt: time("finished_at"),
    undoUntil: time("undo_until"),
    /** A person or a key. */
    undoneBy: text("undone_by"),
    updatedAt: updatedAt(),
  },
  (table) => [index("lead_imports_list").on(table.organizationId, table.id)],
);

export type ImportedChange = {
  id: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};
export type RefusedRow = { row: number; cells: string[]; errors: { column: string; detail: string }[] };

/** What became of a lot, in a row instead of one for each lead: what undoing needs, and what was refused and why. */
export const leadImportLots = sqliteTable(
  "lead_import_lots",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    importId: idOf("leadImport", "import_id").notNull(),
    lot: integer("lot").notNull(),
    part: integer("part").notNull(),
    at: time("at").notNull(),
    created: json<string[]>("created").notNull(),
    changed: json<ImportedChange[]>("changed").notNull(),
    refused: json<RefusedRow[]>("refused").notNull(),
  },
  (table) => [
    uniqueIndex("lead_import_lots_of").on(table.organizationId, table.importId, table.lot, table.part),
  ],
);
