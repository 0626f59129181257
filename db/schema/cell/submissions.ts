import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, owned, time, updatedAt } from "../../columns";

export const submissionStates = ["kept", "spam"] as const;
export const spamReasons = [
  "honeypot",
  "too_fast",
  "replayed",
  "challenge_failed",
  "disposable_address",
  "repeated",
  "too_many_links",
  "odd_characters",
  "too_many_from_network",
  "marked",
] as const;
/** What could not be looked at when the answer came: the lead is kept all the same. */
export const submissionFlags = ["limiter_down", "challenge_down", "no_time_stamp"] as const;

export type SpamReason = (typeof spamReasons)[number];
export type SubmissionFlag = (typeof submissionFlags)[number];

export type Answers = Record<string, unknown>;
/** What somebody agreed to, word for word, and when and from where (GDPR-04). */
export type ConsentGiven = { key: string; text: string; isGiven: boolean };
export type SubmissionOrigin = {
  /** Cut to /24 or /48. */
  network?: string;
  /** Town and country in words, where the network told. */
  place?: string;
  page?: string;
  referrer?: string;
  language?: string;
  via: "page" | "embed" | "api";
  utm?: Record<string, string>;
  visitorId?: string;
  clickId?: string;
};

/**
 * What somebody sent. Its id comes from the form and the sender's own id of it, so sending twice is one row (IDEM-04). The
 * table has no rowid (see the migration): a row written here costs itself and an index or two.
 */
export const formSubmissions = sqliteTable(
  "form_submissions",
  {
    ...owned("submission"),
    formId: idOf("form", "form_id").notNull(),
    formVersion: integer("form_version").notNull(),
    businessId: idOf("business", "business_id"),
    state: text("state", { enum: submissionStates }).notNull(),
    /** Counts what a form has kept, from one, without a gap: the limit of answers is judged by it. Spam has none. */
    number: integer("number"),
    leadId: idOf("lead", "lead_id"),
    answers: json<Answers>("answers").notNull(),
    consents: json<ConsentGiven[]>("consents").notNull().default([]),
    origin: json<SubmissionOrigin>("origin").notNull(),
    flags: json<SubmissionFlag[]>("flags").notNull().default([]),
    spamReason: text("spam_reason", { enum: spamReasons }),
    /** Where the form asks for it: when the link in the mail was followed. */
    confirmedAt: time("confirmed_at"),
    awaitsConfirmation: flag("awaits_confirmation").notNull().default(false),
    hasFiles: flag("has_files").notNull().default(false),
  },
  (table) => [
    uniqueIndex("form_submissions_kept")
      .on(table.organizationId, table.formId, table.number)
      .where(sql`number is not null`),
    index("form_submissions_spam")
      .on(table.organizationId, table.formId, table.createdAt, table.id)
      .where(sql`number is null`),
    index("form_submissions_lead")
      .on(table.organizationId, table.leadId, table.createdAt, table.id)
      .where(sql`lead_id is not null`),
  ],
);

/** Answers that nobody has sent yet, where the visitor agreed to that. The address holds a secret; here is only what it makes. */
export const formDrafts = sqliteTable(
  "form_drafts",
  {
    ...owned("formDraft"),
    formId: idOf("form", "form_id").notNull(),
    formVersion: integer("form_version").notNull(),
    answers: json<Answers>("answers").notNull(),
    /** The last question that got an answer: where people stop is read from here. */
    lastKey: text("last_key").notNull(),
    sentAt: time("sent_at"),
    expiresAt: time("expires_at").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [index("form_drafts_form").on(table.organizationId, table.formId, table.createdAt, table.id)],
);

/** One object in the bucket each. Until it is sent with a form it belongs to nobody, and goes after a day. */
export const files = sqliteTable(
  "files",
  {
    ...owned("file"),
    formId: idOf("form", "form_id").notNull(),
    fieldKey: text("field_key").notNull(),
    submissionId: idOf("submission", "submission_id"),
    objectKey: text("object_key").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    bytes: integer("bytes").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [index("files_submission").on(table.organizationId, table.submissionId, table.id)],
);
