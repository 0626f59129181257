import { and, desc, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiInsights } from "../../db/schema/cell/insights";
import { leads } from "../../db/schema/cell/leads";
import { can, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import type { CursorKey } from "../kernel/page";
import { getLead } from "../leads";

export type Insight = typeof aiInsights.$inferSelect;

const mostOfLead = 100;

export async function getInsight(ctx: Context, id: Id<"insight">): Promise<Insight> {
  const [row] = await ctx.db
    .select()
    .from(aiInsights)
    .where(and(seen(ctx), eq(aiInsights.id, id)));
  if (!row) throw new NotFound();
  await getLead(ctx, row.leadId);
  return row;
}

/** What holds and was not dismissed, the most pressing first. */
export async function insightsOfLead(ctx: Context, leadId: Id<"lead">): Promise<Insight[]> {
  await getLead(ctx, leadId);
  return await ctx.db
    .select()
    .from(aiInsights)
    .where(and(seen(ctx), eq(aiInsights.leadId, leadId), ne(aiInsights.status, "dismissed")))
    .orderBy(desc(aiInsights.priority), desc(aiInsights.id))
    .limit(mostOfLead);
}

/** Of all leads what is still to be looked at, the most pressing first. */
export async function openInsights(
  ctx: Context,
  { after, limit }: { after: CursorKey | undefined; limit: number },
): Promise<Insight[]> {
  const { priority, id, leadId, organizationId } = aiInsights;
  const [rank, last] = after ?? [];
  const beyond =
    after &&
    or(
      lt(priority, Number(rank)),
      and(eq(priority, Number(rank)), lt(id, String(last) as Id<"insight">)), // safe: only compared
    );
  const rows = await ctx.db
    .select({ insight: aiInsights })
    .from(aiInsights)
    .innerJoin(leads, and(eq(leads.organizationId, organizationId), eq(leads.id, leadId)))
    .where(and(seen(ctx), sql`ai_insights.status = 'open'`, beyond))
    .orderBy(desc(priority), desc(id))
    .limit(limit + 1);
  return rows.map(({ insight }) => insight);
}

export function placeOf({ priority, id }: Insight): CursorKey {
  return [priority, id];
}

/** For a list of leads: what to do next about each. */
export async function nextActionsOf(ctx: Context, leadIds: readonly Id<"lead">[]): Promise<Insight[]> {
  return await ctx.db
    .select()
    .from(aiInsights)
    .where(
      and(
        seen(ctx),
        inArray(aiInsights.leadId, idsIn(leadIds)),
        eq(aiInsights.type, "next_best_action"),
        ne(aiInsights.status, "dismissed"),
      ),
    );
}

/** What rests on a conversation is only for who may see those (ROLE-05). */
export function seen(ctx: Context) {
  return and(
    eq(aiInsights.organizationId, ctx.organization.id),
    gt(aiInsights.expiresAt, ctx.now()),
    can(ctx, "leads:contact") ? undefined : sql`coalesce(ai_insights.data ->> 'needsContact', 0) = 0`,
  );
}
