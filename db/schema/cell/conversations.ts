import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const directions = ["inbound", "outbound"] as const;
export const channels = ["email", "phone", "chat", "meeting", "other"] as const;
export const analysisStates = ["off", "pending", "completed", "failed"] as const;

export const sentiments = ["positive", "neutral", "negative", "mixed"] as const;
export const emotions = [
  "enthusiasm",
  "gratitude",
  "curiosity",
  "concern",
  "frustration",
  "anger",
  "confusion",
] as const;
export const intents = [
  "buy",
  "ask_price",
  "ask_information",
  "book_meeting",
  "negotiate",
  "object",
  "complain",
  "ask_support",
  "decline",
  "other",
] as const;
export const urgencies = ["low", "medium", "high"] as const;
export const entityTypes = [
  "person",
  "company",
  "competitor",
  "product",
  "place",
  "money",
  "date",
  "email",
  "phone",
  "url",
] as const;
export const buyingSignals = [
  "asks_price",
  "names_budget",
  "names_timeline",
  "asks_demo",
  "asks_contract",
  "decides",
  "compares",
] as const;

/** The words that show something: they stand in the content from `start` up to `end`. */
export type Evidence = { quote: string; start: number; end: number };
type Shown = { confidence: number; evidence: Evidence[] };

export type Sentiment = Shown & {
  overall: (typeof sentiments)[number];
  emotions: (typeof emotions)[number][];
};
export type Intent = Shown & {
  primary: (typeof intents)[number];
  urgency: (typeof urgencies)[number];
};
export type Topic = Shown & { name: string };
export type Entity = Shown & { type: (typeof entityTypes)[number]; text: string };
export type BuyingSignal = Shown & { kind: (typeof buyingSignals)[number] };

export type Analysis = {
  sentiment: Sentiment;
  intent: Intent;
  topics: Topic[];
  entities: Entity[];
  buyingSignals: BuyingSignal[];
};

/** One message, call or meeting with a lead. What was found in it stands beside what a person said of it. */
export const conversations = sqliteTable(
  "conversations",
  {
    ...owned("conversation"),
    leadId: idOf("lead", "lead_id").notNull(),
    activityId: idOf("activity", "activity_id"),
    threadId: text("thread_id").notNull(),
    /** Its id where it came from: the same one of the same lead is kept once. */
    externalId: text("external_id"),
    direction: text("direction", { enum: directions }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    subject: text("subject").notNull().default(""),
    content: text("content").notNull(),
    recordedBy: text("recorded_by"),
    occurredAt: time("occurred_at").notNull(),
    analysisStatus: text("analysis_status", { enum: analysisStates }).notNull(),
    analysisError: text("analysis_error"),
    analyzedAt: time("analyzed_at"),
    /** Which model, or the built-in writer. */
    analyzedBy: text("analyzed_by"),
    /** Of what was read, as two letters; “und” where it could not be told. */
    language: text("language"),
    sentiment: json<Sentiment>("sentiment"),
    intent: json<Intent>("intent"),
    topics: json<Topic[]>("topics"),
    entities: json<Entity[]>("entities"),
    buyingSignals: json<BuyingSignal[]>("buying_signals"),
    /** What a person put in place of it: it outlives every later analysis. */
    correction: json<Partial<Analysis>>("correction"),
    correctedBy: text("corrected_by"),
    correctedAt: time("corrected_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("conversations_lead").on(table.organizationId, table.leadId, table.occurredAt, table.id),
    index("conversations_thread").on(table.organizationId, table.leadId, table.threadId, table.occurredAt),
    uniqueIndex("conversations_external")
      .on(table.organizationId, table.leadId, table.externalId)
      .where(sql`external_id is not null`),
  ],
);
