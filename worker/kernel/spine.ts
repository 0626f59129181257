import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { auditLogs, facts, jobs } from "../../db/schema/cell/spine";
import type { Actor, Base } from "./context";
import type { AuditDraft, FactDraft, JobDraft, JobMessage, StoredFact } from "./drafts";

/** Who writes, for whom, and into which database. */
export type Scope = { database: Database; cell: string; organizationId: Id<"organization">; actor: Actor };

export function insertFact(base: Base, scope: Scope, draft: FactDraft) {
  const fact: StoredFact = {
    id: base.newId("fact", scope.cell),
    organizationId: scope.organizationId,
    type: draft.type,
    subjectId: draft.subjectId ?? null,
    actorId: draft.actorId ?? scope.actor.id,
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
  const row = rowOfJob(base, scope, draft);
  const statement = scope.database.insert(jobs).values(row).onConflictDoNothing();
  return { ...carriageOf(row), statement };
}

const handful = 5;
/** One bound value may hold 2 MB, and a character is three bytes at most. */
const longestValue = 500_000;

/** A few have a statement each; many share one, however many they are. */
export function insertJobs(base: Base, scope: Scope, drafts: JobDraft[]) {
  const rows = drafts.map((draft) => rowOfJob(base, scope, draft));
  const statements =
    rows.length <= handful
      ? rows.map((row) => scope.database.insert(jobs).values(row).onConflictDoNothing())
      : textsOf(rows).map((text) => insertManyJobs(scope.database, text));
  return { statements, carriages: rows.map(carriageOf) };
}

function rowOfJob(base: Base, scope: Scope, draft: JobDraft) {
  return {
    id: base.newId("job", scope.cell),
    organizationId: scope.organizationId,
    queue: draft.queue,
    type: draft.type,
    payload: draft.payload,
    maxAttempts: draft.maxAttempts ?? 5,
    runAt: draft.runAt ?? base.now(),
    dedupeKey: draft.dedupeKey ?? null,
    requestId: base.requestId,
    createdAt: base.now(),
  };
}

type JobRow = ReturnType<typeof rowOfJob>;

function carriageOf({ id, queue, type, organizationId, requestId, runAt }: JobRow) {
  const message: JobMessage = { v: 1, type, organizationId, jobId: id, requestId };
  return { queue, message, runAt };
}

/** In the order of the table's columns. `where true` keeps what follows from being read as a join. */
function insertManyJobs(database: Database, rows: string) {
  return database
    .insert(jobs)
    .select(
      sql`select value ->> 'id', value ->> 'organizationId', value ->> 'queue', value ->> 'type',
      value -> 'payload', 'pending', 0, value ->> 'maxAttempts', value ->> 'runAt',
      null, null, null, null, value ->> 'dedupeKey', value ->> 'requestId', value ->> 'createdAt'
      from json_each(${rows}) where true`,
    )
    .onConflictDoNothing();
}

/** The rows as JSON lists, none longer than one bound value may be. */
function textsOf(rows: JobRow[]): string[] {
  const lots: string[][] = [];
  let length = longestValue;
  for (const text of rows.map((row) => JSON.stringify(row))) {
    if (length + text.length >= longestValue) {
      lots.push([]);
      length = 0;
    }
    lots.at(-1)?.push(text);
    length += text.length + 1;
  }
  return lots.map((lot) => `[${lot.join(",")}]`);
}

/** One row read: the unique index on (organization, seq) ends at the last one. */
function nextInSequence(table: "facts" | "audit_logs", organizationId: string): SQL<number> {
  return table === "facts"
    ? sql`coalesce((select max(seq) from facts where organization_id = ${organizationId}), 0) + 1`
    : sql`coalesce((select max(seq) from audit_logs where organization_id = ${organizationId}), 0) + 1`;
}
