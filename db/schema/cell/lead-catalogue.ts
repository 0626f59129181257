import { sql } from "drizzle-orm";
import { check, customType, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, owned, time, updatedAt } from "../../columns";
import { leadStatuses } from "./lead-columns";

export const leadStages = sqliteTable(
  "lead_stages",
  {
    ...owned("leadStage"),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    color: text("color").notNull(),
    status: text("status", { enum: leadStatuses }).notNull(),
    /** Where new leads begin; one of them. */
    isDefault: flag("is_default").notNull().default(false),
    winProbability: integer("win_probability").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("lead_stages_order").on(table.organizationId, table.position),
    check("lead_stages_probability", sql`${table.winProbability} between 0 and 100`),
  ],
);

/** How many leads stand in a stage and what they are worth, kept by every batch that changes either. */
export const leadStageTotals = sqliteTable(
  "lead_stage_totals",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    stageId: idOf("leadStage", "stage_id").notNull(),
    /** Empty for leads without a value. */
    currency: text("currency").notNull(),
    leadCount: integer("lead_count").notNull(),
    valueSum: integer("value_sum").notNull(),
  },
  (table) => [uniqueIndex("lead_stage_totals_of").on(table.organizationId, table.stageId, table.currency)],
);

/** The same of each company; it takes a stage's status to know what is open and what is won. */
export const companyStageTotals = sqliteTable(
  "company_stage_totals",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    companyId: idOf("company", "company_id").notNull(),
    stageId: idOf("leadStage", "stage_id").notNull(),
    /** Empty for leads without a value. */
    currency: text("currency").notNull(),
    leadCount: integer("lead_count").notNull(),
    valueSum: integer("value_sum").notNull(),
  },
  (table) => [
    uniqueIndex("company_stage_totals_of").on(
      table.organizationId,
      table.companyId,
      table.stageId,
      table.currency,
    ),
  ],
);

export const leadSourceTypes = [
  "website",
  "form",
  "email",
  "social",
  "linkedin",
  "advertising",
  "referral",
  "event",
  "phone",
  "import",
  "api",
  "website_analysis",
  "other",
] as const;

export const leadSources = sqliteTable(
  "lead_sources",
  {
    ...owned("leadSource"),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    type: text("type", { enum: leadSourceTypes }).notNull(),
    utmSource: text("utm_source"),
    utmMedium: text("utm_medium"),
    utmCampaign: text("utm_campaign"),
    isActive: flag("is_active").notNull().default(true),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("lead_sources_name").on(table.organizationId, table.nameKey)],
);

export const leadTags = sqliteTable(
  "lead_tags",
  {
    ...owned("leadTag"),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    color: text("color").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("lead_tags_name").on(table.organizationId, table.nameKey)],
);

/** Which leads have a tag; the lead's own row says which tags it has. */
export const leadTagLinks = sqliteTable(
  "lead_tag_links",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    tagId: idOf("leadTag", "tag_id").notNull(),
    leadId: idOf("lead", "lead_id").notNull(),
  },
  (table) => [uniqueIndex("lead_tag_links_of").on(table.organizationId, table.tagId, table.leadId)],
);

export const customFieldTypes = [
  "text",
  "long_text",
  "number",
  "date",
  "boolean",
  "select",
  "multiselect",
  "url",
  "email",
  "phone",
] as const;

export const leadCustomFields = sqliteTable(
  "lead_custom_fields",
  {
    ...owned("customField"),
    /** Of the values in a lead; it never changes. */
    key: text("key").notNull(),
    label: text("label").notNull(),
    type: text("type", { enum: customFieldTypes }).notNull(),
    description: text("description").notNull().default(""),
    options: json<string[]>("options").notNull().default([]),
    isRequired: flag("is_required").notNull().default(false),
    isUnique: flag("is_unique").notNull().default(false),
    /** Kept in an index of its own: lists can be filtered and sorted by it at any size. */
    isFilterable: flag("is_filterable").notNull().default(false),
    position: integer("position").notNull(),
    archivedAt: time("archived_at"),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("lead_custom_fields_key").on(table.organizationId, table.key)],
);

/** A column without an affinity keeps numbers as numbers and text as text. */
const untyped = customType<{ data: string | number }>({ dataType: () => "blob" });

/** The values of filterable and unique fields, as what they are: a number or a time, or text in lower case. */
export const leadFieldValues = sqliteTable(
  "lead_field_values",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    fieldId: idOf("customField", "field_id").notNull(),
    value: untyped("value").notNull(),
    leadId: idOf("lead", "lead_id").notNull(),
  },
  (table) => [
    uniqueIndex("lead_field_values_of").on(table.organizationId, table.fieldId, table.value, table.leadId),
  ],
);
