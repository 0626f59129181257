import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, owned, time, updatedAt } from "../../columns";
import { type Address, type CustomValues, leadColumns } from "./lead-columns";

export * from "./lead-columns";

/** The rowid by its name: it costs nothing, and full text knows its rows by it. */
const number = () => integer("number").primaryKey();
const named = <K extends "lead" | "company">(kind: K) => ({
  number: number(),
  id: idOf(kind, "id").notNull(),
  organizationId: idOf("organization", "organization_id").notNull(),
  createdAt: createdAt(),
});

/**
 * One list order, one index. All but the first three hold only what is listed: a lead that just came by a form is
 * written with three rows, and a job brings up the rest. The address (organization, id) is also the order of creation.
 */
export const leads = sqliteTable(
  "leads",
  { ...named("lead"), isListed: flag("is_listed").notNull().default(false), ...leadColumns() },
  (table) => {
    const listed = sql`is_listed = 1`;
    const by = (name: string, column: typeof table.score | typeof table.nameKey | typeof table.companyId) =>
      index(name).on(table.organizationId, column, table.id).where(listed);
    return [
      uniqueIndex("leads_id").on(table.organizationId, table.id),
      uniqueIndex("leads_match")
        .on(table.organizationId, table.matchKey)
        .where(sql`match_key is not null`),
      index("leads_phone")
        .on(table.organizationId, table.phoneKey)
        .where(sql`is_listed = 1 and phone_key is not null`),
      index("leads_updated").on(table.organizationId, table.updatedAt, table.id).where(listed),
      by("leads_score", table.score),
      by("leads_name", table.nameKey),
      index("leads_follow_up").on(table.organizationId, table.nextFollowUpAt, table.id).where(listed),
      index("leads_value").on(table.organizationId, table.predictedValue, table.id).where(listed),
      index("leads_status").on(table.organizationId, table.status, table.id).where(listed),
      index("leads_board").on(table.organizationId, table.stageId, table.position, table.id).where(listed),
      index("leads_assigned").on(table.organizationId, table.assignedTo, table.id).where(listed),
      // How many somebody has to work on: asked for each lead that is handed out, and most leads are closed ones.
      index("leads_open")
        .on(table.organizationId, table.assignedTo)
        .where(
          sql`is_listed = 1 and assigned_to is not null and status not in ('closed_won', 'closed_lost', 'unqualified')`,
        ),
      index("leads_source").on(table.organizationId, table.sourceId, table.id).where(listed),
      index("leads_company")
        .on(table.organizationId, table.companyId, table.id)
        .where(sql`is_listed = 1 and company_id is not null`),
    ];
  },
);

/** What was deleted stands apart for thirty days, so that no query anywhere has to leave it out. */
export const deletedLeads = sqliteTable(
  "deleted_leads",
  {
    ...named("lead"),
    ...leadColumns(),
    deletedAt: time("deleted_at").notNull(),
    deletedBy: text("deleted_by"),
    /** Not deleted but taken up by another, which has what belonged to it. */
    mergedInto: idOf("lead", "merged_into"),
  },
  (table) => [
    uniqueIndex("deleted_leads_id").on(table.organizationId, table.id),
    index("deleted_leads_last")
      .on(table.organizationId, table.deletedAt, table.id)
      .where(sql`merged_into is null`),
  ],
);

/** One step of somebody on the way to us, since it is known who they are. */
export const touchpoints = sqliteTable(
  "touchpoints",
  {
    ...owned("touchpoint"),
    leadId: idOf("lead", "lead_id").notNull(),
    visitorId: idOf("visitor", "visitor_id"),
    kind: text("kind").notNull(),
    pieceId: idOf("piece", "piece_id"),
    linkId: idOf("link", "link_id"),
    campaignId: idOf("campaign", "campaign_id"),
    formId: idOf("form", "form_id"),
    submissionId: idOf("submission", "submission_id"),
    emailId: text("email_id"),
    source: text("source"),
    medium: text("medium"),
    campaign: text("campaign"),
    term: text("term"),
    content: text("content"),
    referrer: text("referrer"),
    occurredAt: time("occurred_at").notNull(),
  },
  (table) => [
    index("touchpoints_lead").on(table.organizationId, table.leadId, table.occurredAt),
    index("touchpoints_piece")
      .on(table.organizationId, table.pieceId, table.occurredAt)
      .where(sql`piece_id is not null`),
  ],
);

export const conversions = sqliteTable(
  "conversions",
  {
    ...owned("conversion"),
    leadId: idOf("lead", "lead_id").notNull(),
    type: text("type").notNull(),
    /** In minor units of the currency. */
    value: integer("value"),
    currency: text("currency"),
    source: text("source"),
    medium: text("medium"),
    campaignId: idOf("campaign", "campaign_id"),
    /** The invoice or order at the customer's own shop: the same one counts once. */
    externalId: text("external_id"),
    refundedAmount: integer("refunded_amount").notNull().default(0),
    refundedAt: time("refunded_at"),
    occurredAt: time("occurred_at").notNull(),
  },
  (table) => [
    index("conversions_lead").on(table.organizationId, table.leadId, table.occurredAt),
    uniqueIndex("conversions_external")
      .on(table.organizationId, table.externalId)
      .where(sql`external_id is not null`),
  ],
);

export const companySizes = ["1-10", "11-50", "51-200", "201-500", "501-1000", "1001+"] as const;

/** The firms that leads work for. */
export const companies = sqliteTable(
  "companies",
  {
    ...named("company"),
    businessId: idOf("business", "business_id"),
    ownerId: idOf("user", "owner_id"),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    /** Its domain, or else its name: two of the same are one. */
    matchKey: text("match_key"),
    website: text("website"),
    domain: text("domain"),
    industry: text("industry").notNull().default(""),
    size: text("size", { enum: companySizes }),
    phone: text("phone"),
    address: json<Address>("address").notNull().default({}),
    description: text("description").notNull().default(""),
    companyData: json<Record<string, unknown>>("company_data").notNull().default({}),
    customFields: json<CustomValues>("custom_fields").notNull().default({}),
    isActive: flag("is_active").notNull().default(true),
    /** Of those that are listed; kept by every batch that changes it. */
    leadCount: integer("lead_count").notNull().default(0),
    deletedAt: time("deleted_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("companies_id").on(table.organizationId, table.id),
    uniqueIndex("companies_match")
      .on(table.organizationId, table.matchKey)
      .where(sql`match_key is not null`),
    index("companies_leads")
      .on(table.organizationId, table.leadCount, table.id)
      .where(sql`deleted_at is null`),
    index("companies_name")
      .on(table.organizationId, table.nameKey, table.id)
      .where(sql`deleted_at is null`),
  ],
);
