import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import type { Trail } from "./trails";

export type Span = { from?: number | undefined; to?: number | undefined };

/** Sequence numbers: the first that may match, and the one after the last. */
export type Bounds = { low: number; high: number };

/** A row's time is taken a moment before its number is: rows may stand this far from where their time says. */
const slackMs = 60_000;

/**
 * Times are found by halving the sequence, some forty rows read among a million: an index on time would cost a written
 * row for every act of everybody, for a question that is asked a few times a month.
 */
export async function boundsOf(
  { database }: Trail,
  organizationId: Id<"organization">,
  { from, to }: Span,
): Promise<Bounds> {
  const low = from === undefined ? sql`1` : firstSince(organizationId, from - slackMs);
  const high = to === undefined ? endOf(organizationId) : firstSince(organizationId, to + slackMs + 1);
  return await database.get<Bounds>(sql`select (${low}) as low, (${high}) as high`);
}

function endOf(organizationId: Id<"organization">): SQL {
  return sql`coalesce((select max(seq) from audit_logs where organization_id = ${organizationId}), 0) + 1`;
}

function firstSince(organizationId: Id<"organization">, time: number): SQL {
  const isLate = sql`(select created_at from audit_logs
    where organization_id = ${organizationId} and seq = (low + high) / 2) >= ${time}`;
  return sql`with recursive search (low, high) as (
      select 1, ${endOf(organizationId)}
      union all
      select case when ${isLate} then low else (low + high) / 2 + 1 end,
        case when ${isLate} then (low + high) / 2 else high end
      from search where low < high
    ) select low from search where low >= high`;
}
