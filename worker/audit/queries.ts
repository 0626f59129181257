import { and, asc, desc, eq, getTableColumns, gt, gte, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { auditLogs } from "../../db/schema/cell/spine";
import type { Span } from "./bounds";
import type { Trail } from "./trails";

export type AuditRow = typeof auditLogs.$inferSelect;

export type AuditFilter = Span & {
  actor?: string | undefined;
  /** The beginning of it: `api_key` finds `api_key.created`. */
  action?: string | undefined;
  resourceType?: string | undefined;
  resourceId?: string | undefined;
};

/** What matches among the numbers from `floor` to before `before`, newest first. */
export async function selectMatches(
  { database }: Trail,
  organizationId: Id<"organization">,
  filter: AuditFilter,
  { floor, before, limit }: { floor: number; before: number; limit: number },
): Promise<AuditRow[]> {
  return await database
    .select()
    .from(auditLogs)
    .where(
      and(
        eq(auditLogs.organizationId, organizationId),
        gte(auditLogs.seq, floor),
        lt(auditLogs.seq, before),
        matches(filter),
      ),
    )
    .orderBy(desc(auditLogs.seq))
    .limit(limit);
}

function matches({ actor, action, resourceType, resourceId, from, to }: AuditFilter): SQL | undefined {
  return and(
    actor === undefined ? undefined : eq(auditLogs.actorId, actor),
    action === undefined ? undefined : sql`substr(${auditLogs.action}, 1, ${action.length}) = ${action}`,
    resourceType === undefined ? undefined : eq(auditLogs.resourceType, resourceType),
    resourceId === undefined ? undefined : eq(auditLogs.resourceId, resourceId),
    from === undefined ? undefined : gte(auditLogs.createdAt, from),
    to === undefined ? undefined : lte(auditLogs.createdAt, to),
  );
}

/** In the order they were written. */
export async function selectAfter(
  { database }: Trail,
  organizationId: Id<"organization">,
  after: number,
  limit: number,
): Promise<AuditRow[]> {
  return await database
    .select()
    .from(auditLogs)
    .where(and(eq(auditLogs.organizationId, organizationId), gt(auditLogs.seq, after)))
    .orderBy(asc(auditLogs.seq))
    .limit(limit);
}

export async function selectChainHash(
  { database }: Trail,
  organizationId: Id<"organization">,
  seq: number,
): Promise<string | null> {
  const [row] = await database
    .select({ chainHash: auditLogs.chainHash })
    .from(auditLogs)
    .where(and(eq(auditLogs.organizationId, organizationId), eq(auditLogs.seq, seq)));
  return row?.chainHash ?? null;
}

export type UnsealedRow = AuditRow & { place: number };

/** What waits for its seal in this database, whoever it belongs to, in the order it was written: a row never comes before its predecessor. */
export async function selectUnsealed(
  database: Database,
  afterPlace: number,
  limit: number,
): Promise<UnsealedRow[]> {
  return await database
    .select({ ...getTableColumns(auditLogs), place: sql<number>`rowid` })
    .from(auditLogs)
    .where(and(isNull(auditLogs.chainHash), sql`rowid > ${afterPlace}`))
    .orderBy(sql`rowid`)
    .limit(limit);
}

/** The row before this one in its organization, as far as there is one. */
export type Anchor = { of: string; id: string | null; chainHash: string | null };

export async function selectAnchors(
  database: Database,
  rows: Pick<AuditRow, "id" | "organizationId" | "seq">[],
): Promise<Anchor[]> {
  const wanted = JSON.stringify(rows.map(({ id, organizationId, seq }) => ({ id, organizationId, seq })));
  return await database.all<Anchor>(sql`
    select wanted.value ->> 'id' as "of", found.id as id, found.chain_hash as chainHash
    from json_each(${wanted}) as wanted
    left join audit_logs as found on found.id = (
      select id from audit_logs
      where organization_id = wanted.value ->> 'organizationId' and seq < wanted.value ->> 'seq'
      order by seq desc limit 1)`);
}

/** A seal is set once: whoever comes second finds it set, and it would have been the same. */
export async function writeSeals(database: Database, hashById: Record<string, string>): Promise<void> {
  if (Object.keys(hashById).length === 0) return;
  await database
    .update(auditLogs)
    .set({ chainHash: sql`seal.value` })
    .from(sql`json_each(${JSON.stringify(hashById)}) as seal`)
    // The plus keeps SQLite off the index of unsealed rows, which it would walk once for every seal.
    .where(sql`${auditLogs.id} = seal.key and +${auditLogs.chainHash} is null`);
}
