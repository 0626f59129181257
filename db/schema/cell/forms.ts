import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, owned, time, updatedAt } from "../../columns";

/** What visitors see, but for its title and description; its shape is owned by worker/forms. */
export type StoredDefinition = Record<string, unknown>;
/** How it is run, in force at once; its shape is owned by worker/forms. */
export type StoredFormSettings = Record<string, unknown>;

/** A form as it is worked on. Visitors see the version that is published. */
export const leadForms = sqliteTable(
  "lead_forms",
  {
    ...owned("form"),
    businessId: idOf("business", "business_id").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    aiPersonalizationEnabled: flag("ai_personalization_enabled").notNull().default(false),
    /** Fields with their order, options and rules, endings, theme and languages: read and written whole. */
    definition: json<StoredDefinition>("definition").notNull(),
    formSettings: json<StoredFormSettings>("form_settings").notNull(),
    /** Sealed; never returned. */
    challengeSecret: text("challenge_secret"),
    revision: integer("revision").notNull().default(1),
    /** The revision in which the definition was changed last, and the one that is published. */
    definitionRevision: integer("definition_revision").notNull().default(1),
    publishedRevision: integer("published_revision"),
    publishedVersionId: idOf("formVersion", "published_version_id"),
    publishedAt: time("published_at"),
    /** Counted in the batch of each response, so that a limit is exact. */
    responseCount: integer("response_count").notNull().default(0),
    archivedAt: time("archived_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("lead_forms_open")
      .on(table.organizationId, table.id)
      .where(sql`archived_at is null`),
    index("lead_forms_archived")
      .on(table.organizationId, table.id)
      .where(sql`archived_at is not null`),
    index("lead_forms_names").on(table.organizationId, sql`lower(name)`, table.id),
    index("lead_forms_titles").on(table.organizationId, sql`lower(title)`, table.id),
  ],
);

export const formVersionReasons = ["published", "kept"] as const;

/** What was once shown to visitors, or stood there before an older version was taken back. Never changed. */
export const formVersions = sqliteTable(
  "form_versions",
  {
    ...owned("formVersion"),
    formId: idOf("form", "form_id").notNull(),
    number: integer("number").notNull(),
    reason: text("reason", { enum: formVersionReasons }).notNull(),
    definition: json<StoredDefinition>("definition").notNull(),
    createdBy: idOf("user", "created_by"),
  },
  (table) => [
    uniqueIndex("form_versions_number").on(table.organizationId, table.formId, table.number),
    check("form_versions_reason", sql`reason in ('published', 'kept')`),
  ],
);
