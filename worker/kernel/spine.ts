import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { auditLogs, facts, jobs } from "../../db/schema/cell/spine";
import type { Actor, Base, JobMessage, QueueName } from "./context";

export type FactDraft = { type: string; subjectId?: string; data?: Record<string, unknown> };
export type StoredFact = Required<Pick<FactDraft, "type" | "data">> & {
  id: Id<"fact">;
  organizationId: Id<"organization">;
  subjectId: string | null;
  actorId: string | null;
  createdAt: number;
};

export type AuditDraft = {
  action: string;
  resourceType: string;
  resourceId?: string;
  /** Before and after, without secrets. */
  changes?: Record<string, unknown>;
};

export type JobDraft = {
  queue: QueueName;
  type: string;
  payload: Record<string, unknown>;
  runAt?: number;
  dedupeKey?: string;
  maxAttempts?: number;
};

/** Who writes, for whom, and into which database. */
export type Scope = { database: Database; cell: string; organizationId: Id<"organization">; actor: Actor };

export function insertFact(base: Base, scope: Scope, draft: FactDraft) {
  const fact: StoredFact = {
    id: base.newId("fact", scope.cell),
    organizationId: scope.organizationId,
    type: draft.type,
    subjectId: draft.subjectId ?? null,
    actorId: scope.actor.id,
    data: draft.data ?? {},
    createdAt: base.now(),
  };
  const statement = scope.database
    .insert(facts)
    .values({ ...fact, seq: nextInSequence("facts", scope.organizationId) });
  return { fact, statement };
}

export function insertAudit(
  base: Base,
  scope: Scope,
  draft: AuditDraft,
  id: Id<"audit"> = base.newId("audit", scope.cell),
) {
  return scope.database.insert(auditLogs).values({
    id,
    organizationId: scope.organizationId,
    seq: nextInSequence("audit_logs", scope.organizationId),
    action: draft.action,
    resourceType: draft.resourceType,
    resourceId: draft.resourceId ?? null,
    actorKind: scope.actor.kind,
    actorId: scope.actor.id,
    changes: draft.changes ?? {},
    ipAddress: base.origin.ipAddress,
    userAgent: base.origin.userAgent,
    requestId: base.requestId,
    createdAt: base.now(),
  });
}

export function insertJob(base: Base, scope: Scope, draft: JobDraft) {
  const runAt = draft.runAt ?? base.now();
  const message: JobMessage = {
    v: 1,
    type: draft.type,
    organizationId: scope.organizationId,
    jobId: base.newId("job", scope.cell),
    requestId: base.requestId,
  };
  const statement = scope.database
    .insert(jobs)
    .values({
      id: message.jobId,
      organizationId: scope.organizationId,
      queue: draft.queue,
      type: draft.type,
      payload: draft.payload,
      maxAttempts: draft.maxAttempts ?? 5,
      runAt,
      dedupeKey: draft.dedupeKey ?? null,
      requestId: base.requestId,
      createdAt: base.now(),
    })
    .onConflictDoNothing();
  return { queue: draft.queue, message, runAt, statement };
}

/** One row read: the unique index on (organization, seq) ends at the last one. */
function nextInSequence(table: "facts" | "audit_logs", organizationId: string): SQL<number> {
  return table === "facts"
    ? sql`coalesce((select max(seq) from facts where organization_id = ${organizationId}), 0) + 1`
    : sql`coalesce((select max(seq) from audit_logs where organization_id = ${organizationId}), 0) + 1`;
}
