import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadDuplicates } from "../../db/schema/cell/duplicates";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { type Step, write } from "../kernel/write";
import { getLeads, type Lead } from "../leads";
import { findPairs, type Pair } from "./candidates";
import { compareLeads, worthShowing } from "./compare";
import { openOf } from "./queries";

/** Whom a lead may be, once it is new or says something else of itself. What no longer holds is taken away. */
export async function lookForDuplicates(ctx: Context, id: Id<"lead">): Promise<void> {
  const [lead] = await getLeads(ctx, [id]);
  if (!lead?.isListed) return await dropOpen(ctx, id);
  const [pairs, open] = await Promise.all([findPairs(ctx, [lead]), openOf(ctx, id)]);
  const over = await noLongerAlike(ctx, lead, open);
  const known = new Set(open.map((each) => `${each.leadId} ${each.otherLeadId} ${each.score}`));
  const news = pairs.filter((pair) => !known.has(`${pair.leadId} ${pair.otherLeadId} ${pair.score}`));
  if (news.length + over.length === 0) return;
  await write(ctx, [...dropSteps(ctx, over), ...keepSteps(ctx, news)], {
    facts: news.length > 0 ? [{ type: "duplicate.found", subjectId: id, data: { count: news.length } }] : [],
  });
}

async function noLongerAlike(ctx: Context, lead: Lead, open: Awaited<ReturnType<typeof openOf>>) {
  const others = await getLeads(
    ctx,
    open.map((pair) => (pair.leadId === lead.id ? pair.otherLeadId : pair.leadId)),
  );
  const unlike = new Set(
    others.filter((other) => compareLeads(lead, other).score < worthShowing).map(({ id }) => id),
  );
  return open.filter((pair) => unlike.has(pair.leadId) || unlike.has(pair.otherLeadId)).map(({ id }) => id);
}

/** A pair stands here once; what somebody decided about it stays decided. */
export function keepSteps(ctx: Context, pairs: readonly Pair[]): Step[] {
  if (pairs.length === 0) return [];
  const now = ctx.now();
  const rows = pairs.map((pair) => ({ ...pair, id: ctx.newId("duplicate", ctx.organization.cell) }));
  const { organizationId, leadId, otherLeadId } = leadDuplicates;
  return [
    ctx.db
      .insert(leadDuplicates)
      .select(
        sql`select value ->> 'id', ${ctx.organization.id}, ${now}, value ->> 'leadId', value ->> 'otherLeadId',
          value ->> 'score', value -> 'reasons', 'open', null, null, null, ${now}
          from json_each(${JSON.stringify(rows)}) where true`,
      )
      .onConflictDoUpdate({
        target: [organizationId, leadId, otherLeadId],
        set: { score: sql`excluded.score`, reasons: sql`excluded.reasons`, updatedAt: now },
        setWhere: sql`lead_duplicates.status = 'open' and lead_duplicates.score <> excluded.score`,
      }),
  ];
}

function dropSteps(ctx: Context, ids: readonly string[]): Step[] {
  if (ids.length === 0) return [];
  return [
    ctx.db
      .delete(leadDuplicates)
      .where(
        and(eq(leadDuplicates.organizationId, ctx.organization.id), inArray(leadDuplicates.id, idsIn(ids))),
      ),
  ];
}

/** Of a lead that left the lists: nobody can say anything about it until it is back, and then it is looked at again. */
async function dropOpen(ctx: Context, id: Id<"lead">): Promise<void> {
  await ctx.db
    .delete(leadDuplicates)
    .where(
      and(
        eq(leadDuplicates.organizationId, ctx.organization.id),
        or(eq(leadDuplicates.leadId, id), eq(leadDuplicates.otherLeadId, id)),
        sql`+lead_duplicates.status = 'open'`,
      ),
    );
}
