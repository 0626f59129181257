import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, owned, time, updatedAt } from "../../columns";
import { pieceKinds } from "./content";

export const linkSources = ["by_hand", ...pieceKinds] as const;
export const linkChecks = ["unknown", "ok", "moved", "dead"] as const;
export const clickVerdicts = ["human", "suspect", "bot"] as const;
export const devices = ["desktop", "mobile", "tablet", "other"] as const;

export type Utm = Partial<Record<"source" | "medium" | "campaign" | "term" | "content", string>>;
/** Where some readers go instead; the first rule whose every condition holds decides. */
export type TargetRule = {
  countries?: string[];
  devices?: (typeof devices)[number][];
  languages?: string[];
  url: string;
};

/** A short address of ours that leads to one of theirs. */
export const managedUrls = sqliteTable(
  "managed_urls",
  {
    ...owned("link"),
    businessId: idOf("business", "business_id").notNull(),
    /** Unique in its database; a slug that somebody chose is unique everywhere through the directory. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    sourceType: text("source_type", { enum: linkSources }).notNull().default("by_hand"),
    /** The piece whose call to action it is. */
    sourceId: idOf("piece", "source_id"),
    /** Which of the piece's calls to action. */
    purpose: text("purpose").notNull().default(""),
    /** What the piece says itself, so that a change there is told from a change made here. */
    sourceUrl: text("source_url"),
    url: text("url").notNull(),
    utmParams: json<Utm>("utm_params").notNull().default({}),
    rules: json<TargetRule[]>("rules").notNull().default([]),
    /** Whether a click's id, and a visitor's where they agreed, go along to the target. */
    passesIds: flag("passes_ids").notNull().default(true),
    expiresAt: time("expires_at"),
    archivedAt: time("archived_at"),
    clickCount: integer("click_count").notNull().default(0),
    humanCount: integer("human_count").notNull().default(0),
    lastClickedAt: time("last_clicked_at"),
    lastCheckedAt: time("last_checked_at"),
    /** Null while nothing has to be asked. */
    nextCheckAt: time("next_check_at"),
    checkState: text("check_state", { enum: linkChecks }).notNull().default("unknown"),
    /** In words: what the target said the last time. */
    checkNote: text("check_note").notNull().default(""),
    movedTo: text("moved_to"),
    /** Checks in a row that found it dead or silent. */
    failures: integer("failures").notNull().default(0),
    createdBy: idOf("user", "created_by"),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("managed_urls_slug").on(table.slug),
    uniqueIndex("managed_urls_purpose")
      .on(table.organizationId, table.sourceId, table.purpose)
      .where(sql`source_id is not null`),
    index("managed_urls_list").on(table.organizationId, table.id),
    // What the search looks through: names, slugs and targets that begin with what was typed.
    index("managed_urls_names").on(table.organizationId, sql`lower(name)`, table.id),
    index("managed_urls_slugs").on(table.organizationId, table.slug, table.id),
    index("managed_urls_targets").on(table.organizationId, table.url, table.id),
    index("managed_urls_business").on(table.organizationId, table.businessId, table.id),
    index("managed_urls_broken")
      .on(table.organizationId, table.checkState, table.id)
      .where(sql`check_state in ('dead', 'moved') and archived_at is null`),
    // Asked by a chore, over all organizations of the database.
    index("managed_urls_due")
      .on(table.nextCheckAt)
      .where(sql`next_check_at is not null`),
    check("managed_urls_target", sql`${table.url} like 'http%'`),
  ],
);

/** Each is written once for good but for its verdict. Its own number is the row's, so that no index is spent on it. */
export const clicks = sqliteTable(
  "clicks",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    linkId: idOf("link", "link_id").notNull(),
    /** Made when it happened, so that it sorts by time. */
    clickId: idOf("click", "click_id").notNull(),
    createdAt: createdAt(),
    /** A visitor who agreed, or a hash that nobody can follow beyond its day. */
    visitorId: text("visitor_id"),
    country: text("country"),
    device: text("device", { enum: devices }).notNull(),
    browser: text("browser").notNull().default(""),
    language: text("language").notNull().default(""),
    /** The host it came from; empty where it was not said. */
    referrer: text("referrer").notNull().default(""),
    /** Without its last part, and never of somebody in the European Union. */
    network: text("network"),
    userAgent: text("user_agent").notNull().default(""),
    /** What was seen of the request beside these, so that it can be judged again. */
    signals: json<string[]>("signals").notNull().default([]),
    verdict: text("verdict", { enum: clickVerdicts }).notNull(),
    reason: text("reason").notNull(),
    /** A person, where one said otherwise than the rules. */
    judgedBy: text("judged_by"),
  },
  (table) => [
    uniqueIndex("clicks_once").on(table.organizationId, table.linkId, table.clickId),
    index("clicks_visitor")
      .on(table.organizationId, table.visitorId, table.clickId)
      .where(sql`visitor_id is not null`),
  ],
);

/** How many of what, by a word. */
export type Tally = Record<string, number>;

/** The clicks of a link on a day, counted when they come in: a page reads as many rows of a million as of ten. */
export const linkDays = sqliteTable(
  "link_days",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    linkId: idOf("link", "link_id").notNull(),
    /** In UTC, as 2027-01-31. */
    day: text("day").notNull(),
    verdict: text("verdict", { enum: clickVerdicts }).notNull(),
    clicks: integer("clicks").notNull(),
    countries: json<Tally>("countries").notNull(),
    devices: json<Tally>("devices").notNull(),
    referrers: json<Tally>("referrers").notNull(),
  },
  (table) => [uniqueIndex("link_days_once").on(table.organizationId, table.linkId, table.day, table.verdict)],
);
