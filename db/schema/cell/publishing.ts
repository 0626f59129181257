import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const publicationChannels = ["built_in", "wordpress", "webhook", "by_hand"] as const;
export const publicationStates = [
  "scheduled",
  "publishing",
  "published",
  "unconfirmed",
  "failed",
  "withdrawn",
] as const;

/** One piece on one channel: said once, shown as it is, never repeated blindly. */
export const publications = sqliteTable(
  "publications",
  {
    ...owned("publication"),
    pieceId: idOf("piece", "piece_id").notNull(),
    businessId: idOf("business", "business_id").notNull(),
    channel: text("channel", { enum: publicationChannels }).notNull(),
    /** Empty where the channel needs none, so that the unique index holds. */
    integrationId: text("integration_id").notNull().default(""),
    state: text("state", { enum: publicationStates }).notNull(),
    runAt: time("run_at").notNull(),
    externalId: text("external_id"),
    externalUrl: text("external_url"),
    publishedVersion: integer("published_version"),
    publishedAt: time("published_at"),
    settings: json<Record<string, unknown>>("settings").notNull().default({}),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    jobId: idOf("job", "job_id"),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("publications_once").on(
      table.organizationId,
      table.pieceId,
      table.channel,
      table.integrationId,
    ),
    index("publications_business").on(table.organizationId, table.businessId, table.id),
    index("publications_site")
      .on(table.organizationId, table.businessId, table.publishedAt)
      .where(sql`channel = 'built_in' and state = 'published'`),
  ],
);

export const integrationProviders = ["wordpress", "webhook"] as const;
export const integrationStates = ["active", "failing", "disconnected"] as const;

/** A way out to another service. Credentials are sealed and never returned. */
export const integrations = sqliteTable(
  "integrations",
  {
    ...owned("integration"),
    businessId: idOf("business", "business_id"),
    provider: text("provider", { enum: integrationProviders }).notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: integrationStates }).notNull().default("active"),
    settings: json<Record<string, unknown>>("settings").notNull().default({}),
    sealedCredentials: text("sealed_credentials"),
    lastSyncAt: time("last_sync_at"),
    lastError: text("last_error"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("integrations_list").on(table.organizationId, table.id),
    check("integrations_name", sql`length(${table.name}) > 0`),
  ],
);
