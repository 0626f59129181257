import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, idOf, json, owned, primaryId, time } from "../../columns";

export const jobStates = ["pending", "processing", "completed", "failed", "retrying", "discarded"] as const;
export const queueNames = ["generation", "delivery", "events"] as const;

/** Something that happened, written once. */
export const facts = sqliteTable(
  "facts",
  {
    ...owned("fact"),
    seq: integer("seq").notNull(),
    type: text("type").notNull(),
    subjectId: text("subject_id"),
    actorId: text("actor_id"),
    data: json<Record<string, unknown>>("data").notNull(),
  },
  (table) => [
    uniqueIndex("facts_sequence").on(table.organizationId, table.seq),
    // The story of a lead. Nothing else is asked for by its subject, so no other fact pays for it.
    index("facts_lead")
      .on(table.organizationId, table.subjectId, table.id)
      .where(sql`subject_id >= 'lead_' and subject_id < 'lead\`'`),
  ],
);

/** Append-only by trigger; `chainHash` is set once by sealing. */
export const auditLogs = sqliteTable(
  "audit_logs",
  {
    ...owned("audit"),
    seq: integer("seq").notNull(),
    action: text("action").notNull(),
    resourceType: text("resource_type").notNull(),
    resourceId: text("resource_id"),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    changes: json<Record<string, unknown>>("changes").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    requestId: text("request_id").notNull(),
    chainHash: text("chain_hash"),
  },
  (table) => [
    uniqueIndex("audit_logs_sequence").on(table.organizationId, table.seq),
    // Holds only what waits for its seal, and, all of that being null, in the order it was written.
    index("audit_logs_unsealed")
      .on(table.chainHash)
      .where(sql`chain_hash is null`),
  ],
);

/** The promise that work will be done; the queues only carry its id. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: primaryId("job"),
    organizationId: idOf("organization", "organization_id").notNull(),
    queue: text("queue", { enum: queueNames }).notNull(),
    type: text("type").notNull(),
    payload: json<Record<string, unknown>>("payload").notNull(),
    status: text("status", { enum: jobStates }).notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    maxAttempts: integer("max_attempts").notNull(),
    runAt: time("run_at").notNull(),
    startedAt: time("started_at"),
    completedAt: time("completed_at"),
    errorMessage: text("error_message"),
    deadLetterReason: text("dead_letter_reason"),
    dedupeKey: text("dedupe_key"),
    requestId: text("request_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("jobs_due").on(table.status, table.runAt),
    uniqueIndex("jobs_dedupe")
      .on(table.organizationId, table.dedupeKey)
      .where(sql`dedupe_key is not null`),
    check(
      "jobs_status",
      sql`${table.status} in ('pending','processing','completed','failed','retrying','discarded')`,
    ),
  ],
);

export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    /** The organization, or the person where there is none yet. */
    owner: text("owner").notNull(),
    key: text("key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    status: integer("status"),
    headers: json<Record<string, string>>("headers"),
    body: text("body"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.key] }),
    index("idempotency_keys_age").on(table.createdAt),
  ],
);

/** Never holds a row: a trigger turns an insert into the end of the batch. */
export const guards = sqliteTable("guards", { name: text("name").notNull() });
