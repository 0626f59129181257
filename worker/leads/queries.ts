import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { deletedLeads, leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { emailKey, phoneKey } from "./pure/match";

export type Lead = typeof leads.$inferSelect;
export type LeadDraft = typeof leads.$inferInsert;
export type DeletedLead = typeof deletedLeads.$inferSelect;

/** One that was deleted is not there. */
export async function getLead(ctx: Context, id: Id<"lead">): Promise<Lead> {
  const [lead] = await ctx.db.select().from(leads).where(isLead(ctx, id));
  if (!lead) throw new NotFound();
  return lead;
}

/** In the order they were asked for; what is not here is left out. */
export async function getLeads(ctx: Context, ids: readonly Id<"lead">[]): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(leads)
    .where(and(eq(leads.organizationId, ctx.organization.id), inArray(leads.id, idsIn(ids))));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whom somebody is known as already: by the one thing that is asked first, or as whom they were merged with, or by a number. */
export async function findKnown(
  ctx: Context,
  matchKey: string,
  known: { email?: string | null; phone?: string | null },
): Promise<Lead | undefined> {
  const phone = phoneKey(known.phone);
  const rows = await ctx.db
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.organizationId, ctx.organization.id),
        or(
          eq(leads.matchKey, matchKey),
          sql`leads.id in (select lead_id from lead_merges where organization_id = ${ctx.organization.id}
            and other_key is not null and other_key = ${matchKey} and undone_at is null)`,
          ...(phone === null
            ? []
            : [eq(leads.matchKey, `p:${phone}`), and(isListed, eq(leads.phoneKey, phone))]),
        ),
      ),
    )
    .limit(5);
  const exact = rows.find((row) => row.matchKey === matchKey);
  const sameNumber = rows.filter((row) => phone !== null && row.phoneKey === phone);
  // Another address at the same number is another person; who is here for neither was merged with whom it is about.
  return (
    exact ??
    rows.find((row) => !sameNumber.includes(row)) ??
    sameNumber.find((row) => !emailKey(known.email) || row.email === null)
  );
}

/** Written out, because an index over what is listed is not used for a bound value. */
export const isListed = sql`leads.is_listed = 1`;

/**
 * For `update … from`: the lead of a row that is gone through. Compared plainly, SQLite takes an organization for a few
 * leads, walks all of them, and looks each up among the rows.
 */
export function isLeadNamed(ctx: Context, id: SQL): SQL {
  return sql`leads.number = (select named.number from leads as named
    where named.organization_id = ${ctx.organization.id} and named.id = ${id})`;
}

export function isLead(ctx: Context, id: Id<"lead">) {
  return and(eq(leads.organizationId, ctx.organization.id), eq(leads.id, id));
}

/** Not one that was merged: that one comes back by undoing the merge. */
export async function getDeletedLead(ctx: Context, id: Id<"lead">): Promise<DeletedLead> {
  const [lead] = await ctx.db.select().from(deletedLeads).where(isDeletedLead(ctx, id));
  if (!lead) throw new NotFound();
  return lead;
}

export function isDeletedLead(ctx: Context, id: Id<"lead">) {
  return and(
    eq(deletedLeads.organizationId, ctx.organization.id),
    eq(deletedLeads.id, id),
    isNull(deletedLeads.mergedInto),
  );
}

/** Ids of leads as they stand in a list, for SQL that is written by hand. */
export function leadIdsIn(ctx: Context, ids: readonly string[]) {
  return sql`leads.organization_id = ${ctx.organization.id} and leads.id in ${idsIn(ids)}`;
}
