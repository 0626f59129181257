import { integer, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, primaryId, updatedAt } from "../../columns";

/** A limit of null is unlimited; a feature that is not named is not included. */
export type PlanLimits = Record<string, number | null>;

export const planDefinitions = sqliteTable("plan_definitions", {
  slug: text("slug").primaryKey(),
  name: text("name").notNull(),
  description: text("description").notNull().default(""),
  priceMonthly: integer("price_monthly").notNull(),
  pricePerGeneration: integer("price_per_generation"),
  currency: text("currency").notNull().default("usd"),
  features: json<string[]>("features").notNull(),
  limits: json<PlanLimits>("limits").notNull(),
  isUnlimited: flag("is_unlimited").notNull().default(false),
  displayOrder: integer("display_order").notNull(),
  active: flag("active").notNull().default(true),
});

export const appSettings = sqliteTable("app_settings", {
  key: text("key").primaryKey(),
  value: json<unknown>("value").notNull(),
  description: text("description").notNull().default(""),
  updatedAt: updatedAt(),
});

export const directoryKinds = ["tracking", "site", "form", "link"] as const;

/** From a public name to whose it is and where its rows live: what a visitor's address is looked up in. */
export const directory = sqliteTable(
  "directory",
  {
    id: primaryId("directory"),
    kind: text("kind", { enum: directoryKinds }).notNull(),
    key: text("key").notNull(),
    organizationId: idOf("organization", "organization_id").notNull(),
    cell: text("cell").notNull(),
    resourceId: text("resource_id").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("directory_key").on(table.kind, table.key),
    index("directory_organization").on(table.organizationId, table.kind),
  ],
);

/** Mail that the embedded mail provider kept instead of sending; only local runs and tests write here. */
export const mailboxMessages = sqliteTable(
  "mailbox_messages",
  {
    id: primaryId("mail"),
    recipient: text("recipient").notNull(),
    sender: text("sender").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("mailbox_messages_recipient").on(table.recipient, table.id)],
);
