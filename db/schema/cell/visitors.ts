import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, owned, time, updatedAt } from "../../columns";

export const visitorKinds = ["kept", "daily"] as const;

/** A browser: `kept` by its consent, or known for one day by a hash that nobody can make again afterwards. */
export const visitors = sqliteTable("visitors", {
  ...owned("visitor"),
  kind: text("kind", { enum: visitorKinds }).notNull(),
  firstSeenAt: time("first_seen_at").notNull(),
  lastSeenAt: time("last_seen_at").notNull(),
  landingUrl: text("landing_url"),
  referrer: text("referrer"),
  utm: json<Record<string, string>>("utm").notNull().default({}),
  country: text("country"),
  device: text("device"),
});

export const stitchWays = ["form", "email", "api", "hand"] as const;

/** Which lead a visitor is. Undone, the row stays and says who undid it. */
export const visitorIdentities = sqliteTable(
  "visitor_identities",
  {
    ...owned("visitorIdentity"),
    visitorId: idOf("visitor", "visitor_id").notNull(),
    leadId: idOf("lead", "lead_id").notNull(),
    how: text("how", { enum: stitchWays }).notNull(),
    /** What showed it: a submission, or the event in which the visitor named itself. */
    evidenceId: text("evidence_id"),
    consentedAt: time("consented_at"),
    actorId: text("actor_id"),
    undoneAt: time("undone_at"),
    undoneBy: text("undone_by"),
  },
  (table) => [
    uniqueIndex("visitor_identities_one_lead")
      .on(table.organizationId, table.visitorId)
      .where(sql`undone_at is null`),
    index("visitor_identities_lead").on(table.organizationId, table.leadId, table.id),
  ],
);

export const campaignTypes = [
  "landing_page",
  "funnel",
  "email_sequence",
  "complete_campaign",
  "component_enhancement",
  "email",
  "social_media",
  "advertising",
  "other",
] as const;
export const campaignStates = ["draft", "generating", "ready", "launched", "paused", "archived"] as const;

export const campaigns = sqliteTable(
  "campaigns",
  {
    ...owned("campaign"),
    businessId: idOf("business", "business_id"),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    type: text("type", { enum: campaignTypes }).notNull(),
    status: text("status", { enum: campaignStates }).notNull().default("draft"),
    platformSource: text("platform_source"),
    platformSourceId: text("platform_source_id"),
    targetAudience: text("target_audience").notNull().default(""),
    businessType: text("business_type").notNull().default(""),
    goals: json<string[]>("goals").notNull().default([]),
    brandGuidelines: text("brand_guidelines").notNull().default(""),
    performanceRequirements: json<Record<string, unknown>>("performance_requirements").notNull().default({}),
    startsAt: time("starts_at"),
    endsAt: time("ends_at"),
    launchedAt: time("launched_at"),
    budgetAmount: integer("budget_amount"),
    spentAmount: integer("spent_amount").notNull().default(0),
    currency: text("currency").notNull().default("usd"),
    /** What a visit's utm_campaign says when it belongs here. */
    utmCampaign: text("utm_campaign"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("campaigns_list").on(table.organizationId, table.status, table.id),
    uniqueIndex("campaigns_utm")
      .on(table.organizationId, table.utmCampaign)
      .where(sql`utm_campaign is not null`),
    check("campaigns_spent", sql`${table.spentAmount} >= 0`),
  ],
);

export const eventTypes = [
  "view",
  "click",
  "conversion",
  "form_view",
  "form_start",
  "form_submit",
  "identify",
  "email_open",
  "email_click",
] as const;
export const trafficKinds = ["human", "suspect", "bot"] as const;

/**
 * What a visitor did, as it was seen. The key is the one index: a visitor's story by time, and each event once.
 * Neither address nor browser string is kept; of the place, the country.
 */
export const campaignEvents = sqliteTable(
  "campaign_events",
  {
    id: idOf("event", "id").notNull(),
    organizationId: idOf("organization", "organization_id").notNull(),
    visitorId: idOf("visitor", "visitor_id").notNull(),
    type: text("type", { enum: eventTypes }).notNull(),
    at: time("at").notNull(),
    sessionId: text("session_id"),
    traffic: text("traffic", { enum: trafficKinds }).notNull().default("human"),
    url: text("url"),
    title: text("title"),
    referrer: text("referrer"),
    country: text("country"),
    device: text("device"),
    campaignId: idOf("campaign", "campaign_id"),
    businessId: idOf("business", "business_id"),
    pieceId: idOf("piece", "piece_id"),
    linkId: idOf("link", "link_id"),
    clickId: idOf("click", "click_id"),
    formId: idOf("form", "form_id"),
    submissionId: idOf("submission", "submission_id"),
    utm: json<Record<string, string>>("utm").notNull().default({}),
    data: json<Record<string, unknown>>("data").notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.visitorId, table.id] })],
);

/** What lists and charts read: so many events of a type on a day (UTC), by so many visitors. */
export const campaignEventDays = sqliteTable(
  "campaign_event_days",
  {
    organizationId: idOf("organization", "organization_id").notNull(),
    day: text("day").notNull(),
    type: text("type", { enum: eventTypes }).notNull(),
    /** Empty where the event belongs to none, so that the key holds. */
    campaignId: text("campaign_id").notNull().default(""),
    isBot: flag("is_bot").notNull(),
    events: integer("events").notNull(),
    visitors: integer("visitors").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationId, table.day, table.type, table.campaignId, table.isBot],
    }),
  ],
);

export const consentModes = ["ask", "cookieless"] as const;

/** What a website shows to send what it sees. It can do nothing else, so it may stand in any page's source. */
export const trackingKeys = sqliteTable(
  "tracking_keys",
  {
    ...owned("trackingKey"),
    businessId: idOf("business", "business_id"),
    name: text("name").notNull(),
    key: text("key").notNull(),
    /** Host names that may send; with none, any. */
    domains: json<string[]>("domains").notNull(),
    consentMode: text("consent_mode", { enum: consentModes }).notNull(),
    /** Rotated or revoked: from then on it opens nothing. */
    endsAt: time("ends_at"),
    lastEventAt: time("last_event_at"),
    lastEventUrl: text("last_event_url"),
    createdBy: idOf("user", "created_by"),
    updatedAt: updatedAt(),
  },
  (table) => [index("tracking_keys_list").on(table.organizationId, table.id)],
);
