import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadDuplicates, leadMerges } from "../../db/schema/cell/duplicates";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type Duplicate = typeof leadDuplicates.$inferSelect;
export type LeadMerge = typeof leadMerges.$inferSelect;

/** Written out, because the index over open pairs is not used for a bound value. */
const isOpen = sql`lead_duplicates.status = 'open'`;
const bothAreThere = sql`exists (select 1 from leads where leads.organization_id = lead_duplicates.organization_id
    and leads.id = lead_duplicates.lead_id)
  and exists (select 1 from leads where leads.organization_id = lead_duplicates.organization_id
    and leads.id = lead_duplicates.other_lead_id)`;

export type Place = { score: number; id: string };

/** The surest first. */
export async function listOpen(ctx: Context, after: Place | null, limit: number): Promise<Duplicate[]> {
  const { organizationId, score, id } = leadDuplicates;
  return await ctx.db
    .select()
    .from(leadDuplicates)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        isOpen,
        after ? or(lt(score, after.score), and(eq(score, after.score), sql`${id} < ${after.id}`)) : undefined,
        after ? sql`${score} <= ${after.score}` : undefined,
        bothAreThere,
      ),
    )
    .orderBy(desc(score), desc(id))
    .limit(limit + 1);
}

export const mostOfALead = 20;

/** Whom one lead may be. */
export async function openOf(ctx: Context, id: Id<"lead">): Promise<Duplicate[]> {
  const { organizationId, leadId, otherLeadId, score } = leadDuplicates;
  return await ctx.db
    .select()
    .from(leadDuplicates)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        or(eq(leadId, id), eq(otherLeadId, id)),
        // With a plus the index over all open pairs is not thought of.
        sql`+lead_duplicates.status = 'open'`,
        bothAreThere,
      ),
    )
    .orderBy(desc(score))
    .limit(mostOfALead);
}

const mostCounted = 1000;

export async function countOpen(ctx: Context): Promise<{ count: number; isExact: boolean }> {
  const row = await ctx.db.get<{ count: number }>(
    sql`select count(*) as count from (select 1 from lead_duplicates
      where organization_id = ${ctx.organization.id} and ${isOpen} and ${bothAreThere} limit ${mostCounted})`,
  );
  const count = row?.count ?? 0;
  return { count, isExact: count < mostCounted };
}

export async function getDuplicate(ctx: Context, id: Id<"duplicate">): Promise<Duplicate> {
  const [row] = await ctx.db.select().from(leadDuplicates).where(isDuplicate(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export function isDuplicate(ctx: Context, id: Id<"duplicate">) {
  return and(eq(leadDuplicates.organizationId, ctx.organization.id), eq(leadDuplicates.id, id));
}

export async function getMerge(ctx: Context, id: Id<"leadMerge">): Promise<LeadMerge> {
  const [row] = await ctx.db.select().from(leadMerges).where(isMerge(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export function isMerge(ctx: Context, id: Id<"leadMerge">) {
  return and(eq(leadMerges.organizationId, ctx.organization.id), eq(leadMerges.id, id));
}

const mostMerges = 50;

/** What was merged into a lead, the last first. */
export async function mergesOf(ctx: Context, id: Id<"lead">): Promise<LeadMerge[]> {
  return await ctx.db
    .select()
    .from(leadMerges)
    .where(and(eq(leadMerges.organizationId, ctx.organization.id), eq(leadMerges.leadId, id)))
    .orderBy(desc(leadMerges.id))
    .limit(mostMerges);
}
