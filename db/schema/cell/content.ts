import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const pieceKinds = ["blog_post", "social_post", "content_upgrade", "email_sequence", "email"] as const;
export const pieceStates = [
  "draft",
  "queued",
  "generating",
  "failed",
  "ready",
  "approved",
  "scheduled",
  "published",
  "archived",
] as const;
export const socialPlatforms = ["x", "linkedin", "facebook", "instagram", "threads", "bluesky"] as const;
export const socialPostTypes = ["single", "carousel", "video", "thread"] as const;
export const upgradeTypes = ["checklist", "template", "guide", "worksheet", "swipe_file"] as const;
export const sequenceTypes = ["nurture", "onboarding", "sales", "retention"] as const;
export const versionReasons = [
  "generated",
  "regenerated",
  "edited",
  "suggestion",
  "restored",
  "imported",
] as const;
export const sourceStates = ["backed", "unbacked", "confirmed"] as const;
/** What every kind of content has; the rest is in the table of its kind, under the same id. */
export const contentPieces = sqliteTable(
  "content_pieces",
  {
    ...owned("piece"),
    businessId: idOf("business", "business_id").notNull(),
    bundleId: idOf("bundle", "bundle_id"),
    strategyId: idOf("strategy", "strategy_id"),
    topicId: idOf("topic", "topic_id"),
    kind: text("kind", { enum: pieceKinds }).notNull(),
    title: text("title").notNull(),
    status: text("status", { enum: pieceStates }).notNull().default("draft"),
    /** Its place in the bundle. */
    position: integer("position").notNull().default(0),
    /** A platform for social posts, `site` or `email` for the others: where a slot of the calendar is taken. */
    channel: text("channel").notNull(),
    conversionGoal: text("conversion_goal").notNull(),
    ctaText: text("cta_text").notNull().default(""),
    ctaUrl: text("cta_url").notNull().default(""),
    /** The first words, for lists. */
    excerpt: text("excerpt").notNull().default(""),
    wordCount: integer("word_count").notNull().default(0),
    scheduledFor: time("scheduled_for"),
    publishedAt: time("published_at"),
    approvedAt: time("approved_at"),
    approvedBy: idOf("user", "approved_by"),
    versionNumber: integer("version_number").notNull().default(0),
    /** Rises with every change; who saves names the one it began from, so that nobody overwrites in silence. */
    revision: integer("revision").notNull().default(1),
    /** When a person last changed the words; generation keeps such words unless it is asked not to. */
    editedAt: time("edited_at"),
    exportCount: integer("export_count").notNull().default(0),
    /** The run of the bundle that writes it, and how many times writing was begun. */
    run: integer("run").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    generationId: idOf("generation", "generation_id"),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    journeyX: real("journey_x"),
    journeyY: real("journey_y"),
    archivedAt: time("archived_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("content_pieces_bundle").on(table.organizationId, table.bundleId, table.position, table.id),
    index("content_pieces_business").on(table.organizationId, table.businessId, table.kind, table.id),
    index("content_pieces_calendar")
      .on(table.organizationId, table.scheduledFor, table.id)
      .where(sql`scheduled_for is not null`),
    uniqueIndex("content_pieces_slot")
      .on(table.organizationId, table.businessId, table.channel, table.scheduledFor)
      .where(sql`scheduled_for is not null and archived_at is null`),
  ],
);

/** A rich text as the editor keeps it: a tree of typed blocks, never HTML. */
export type RichText = { type: "doc"; content?: RichNode[] };
export type RichNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
};

export const blogPosts = sqliteTable(
  "blog_posts",
  {
    ...owned("piece"),
    businessId: idOf("business", "business_id").notNull(),
    slug: text("slug").notNull(),
    content: json<RichText>("content").notNull(),
    metaTitle: text("meta_title").notNull().default(""),
    metaDescription: text("meta_description").notNull().default(""),
    keywords: json<string[]>("keywords").notNull().default([]),
    readingMinutes: integer("reading_minutes").notNull().default(1),
    imageUrl: text("image_url"),
    imageAlt: text("image_alt").notNull().default(""),
    performanceMetrics: json<Record<string, number>>("performance_metrics").notNull().default({}),
  },
  (table) => [uniqueIndex("blog_posts_slug").on(table.organizationId, table.businessId, table.slug)],
);

export const socialPosts = sqliteTable("social_posts", {
  ...owned("piece"),
  platform: text("platform", { enum: socialPlatforms }).notNull(),
  content: text("content").notNull(),
  hashtags: json<string[]>("hashtags").notNull().default([]),
  mediaPrompts: json<string[]>("media_prompts").notNull().default([]),
  postType: text("post_type", { enum: socialPostTypes }).notNull().default("single"),
  engagementMetrics: json<Record<string, number>>("engagement_metrics").notNull().default({}),
});

export const contentUpgrades = sqliteTable(
  "content_upgrades",
  {
    ...owned("piece"),
    businessId: idOf("business", "business_id").notNull(),
    slug: text("slug").notNull(),
    upgradeType: text("upgrade_type", { enum: upgradeTypes }).notNull(),
    description: text("description").notNull().default(""),
    content: json<RichText>("content").notNull(),
    downloadCount: integer("download_count").notNull().default(0),
  },
  (table) => [uniqueIndex("content_upgrades_slug").on(table.organizationId, table.businessId, table.slug)],
);

export const emailSequences = sqliteTable("email_sequences", {
  ...owned("piece"),
  sequenceType: text("sequence_type", { enum: sequenceTypes }).notNull(),
  sequenceGoal: text("sequence_goal", { enum: sequenceTypes }).notNull(),
  description: text("description").notNull().default(""),
  totalEmails: integer("total_emails").notNull().default(0),
});

export const emails = sqliteTable(
  "emails",
  {
    ...owned("piece"),
    sequenceId: idOf("piece", "sequence_id").notNull(),
    position: integer("position").notNull(),
    /** After the email before it, or after joining. */
    delayMinutes: integer("delay_minutes").notNull().default(0),
    subjectLine: text("subject_line").notNull().default(""),
    preheader: text("preheader").notNull().default(""),
    content: json<RichText>("content").notNull(),
    performanceMetrics: json<Record<string, number>>("performance_metrics").notNull().default({}),
  },
  (table) => [index("emails_sequence").on(table.organizationId, table.sequenceId, table.position)],
);

export const journeyEdges = sqliteTable(
  "journey_edges",
  {
    ...owned("edge"),
    businessId: idOf("business", "business_id").notNull(),
    bundleId: idOf("bundle", "bundle_id"),
    fromPieceId: idOf("piece", "from_piece_id").notNull(),
    toPieceId: idOf("piece", "to_piece_id").notNull(),
    ctaText: text("cta_text").notNull().default(""),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("journey_edges_pair").on(table.organizationId, table.fromPieceId, table.toPieceId),
    index("journey_edges_to").on(table.organizationId, table.toPieceId),
    index("journey_edges_bundle").on(table.organizationId, table.bundleId, table.id),
    index("journey_edges_business").on(table.organizationId, table.businessId, table.id),
  ],
);

/** The whole of a piece as it was; restoring one makes a new one. */
export const contentVersions = sqliteTable(
  "content_versions",
  {
    ...owned("version"),
    pieceId: idOf("piece", "piece_id").notNull(),
    number: integer("number").notNull(),
    snapshot: json<Record<string, unknown>>("snapshot").notNull(),
    reason: text("reason", { enum: versionReasons }).notNull(),
    /** A person, or null where a model wrote it. */
    createdBy: idOf("user", "created_by"),
    generationId: idOf("generation", "generation_id"),
    feedback: text("feedback").notNull().default(""),
    performanceSnapshot: json<Record<string, number>>("performance_snapshot").notNull().default({}),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("content_versions_number").on(table.organizationId, table.pieceId, table.number)],
);

/** A claim in a piece and what backs it; what nothing backs is marked until a person answers for it. */
export const pieceSources = sqliteTable(
  "piece_sources",
  {
    ...owned("source"),
    pieceId: idOf("piece", "piece_id").notNull(),
    claim: text("claim").notNull(),
    analysisFactId: idOf("analysisFact", "analysis_fact_id"),
    quote: text("quote").notNull().default(""),
    url: text("url").notNull().default(""),
    status: text("status", { enum: sourceStates }).notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [index("piece_sources_piece").on(table.organizationId, table.pieceId, table.id)],
);
