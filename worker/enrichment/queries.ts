import { and, desc, eq, gt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadEnrichments } from "../../db/schema/cell/enrichment";
import type { Context } from "../kernel/context";

export type Enrichment = typeof leadEnrichments.$inferSelect;

export async function latestOf(ctx: Context, leadId: Id<"lead">): Promise<Enrichment | null> {
  const { organizationId, leadId: ofLead, id } = leadEnrichments;
  const [row] = await ctx.db
    .select()
    .from(leadEnrichments)
    .where(and(eq(organizationId, ctx.organization.id), eq(ofLead, leadId)))
    .orderBy(desc(id))
    .limit(1);
  return row ?? null;
}

export async function findEnrichment(ctx: Context, id: Id<"enrichment">): Promise<Enrichment | null> {
  const [row] = await ctx.db.select().from(leadEnrichments).where(isEnrichment(ctx, id));
  return row ?? null;
}

export function isEnrichment(ctx: Context, id: Id<"enrichment">) {
  return and(eq(leadEnrichments.organizationId, ctx.organization.id), eq(leadEnrichments.id, id));
}

const freshMs = 30 * 86_400_000;
const mostLooked = 20;

/** What was learned of this company lately, for a colleague of the lead’s: nobody’s site is read again for each of them. */
export async function lateLookAt(ctx: Context, domain: string): Promise<Enrichment | null> {
  const { organizationId, domain: ofDomain, id, createdAt } = leadEnrichments;
  const rows = await ctx.db
    .select()
    .from(leadEnrichments)
    .where(
      and(eq(organizationId, ctx.organization.id), eq(ofDomain, domain), gt(createdAt, ctx.now() - freshMs)),
    )
    .orderBy(desc(id))
    .limit(mostLooked);
  return rows.find(({ status }) => status === "completed") ?? null;
}
