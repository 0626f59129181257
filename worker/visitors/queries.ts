import { and, asc, desc, eq, gte, isNull, lte, type SQL, sql, sum } from "drizzle-orm";
import type { Id } from "../../db/ids";
import {
  campaignEventDays,
  campaignEvents,
  type eventTypes,
  visitorIdentities,
  visitors,
} from "../../db/schema/cell/visitors";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";

const mostVisitorsOfALead = 50;

export type IdentityOfLead = {
  identity: typeof visitorIdentities.$inferSelect;
  visitor: typeof visitors.$inferSelect | null;
};

/** The browsers of a lead, those that were taken away too, newest first. */
export async function listIdentities(
  ctx: Context,
  leadId: Id<"lead">,
  before: string | undefined,
  limit: number,
): Promise<IdentityOfLead[]> {
  return await ctx.db
    .select({ identity: visitorIdentities, visitor: visitors })
    .from(visitorIdentities)
    .leftJoin(visitors, eq(visitors.id, visitorIdentities.visitorId))
    .where(
      and(
        eq(visitorIdentities.organizationId, ctx.organization.id),
        eq(visitorIdentities.leadId, leadId),
        before === undefined ? undefined : sql`${visitorIdentities.id} < ${before}`,
      ),
    )
    .orderBy(desc(visitorIdentities.id))
    .limit(limit + 1);
}

/** What a lead did before and after it had a name, newest first: so many rows of each of its visitors, however long their stories. */
export async function eventsOfLead(
  ctx: Context,
  leadId: Id<"lead">,
  before: string | undefined,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await ctx.db
    .select({ visitorId: visitorIdentities.visitorId })
    .from(visitorIdentities)
    .where(
      and(
        eq(visitorIdentities.organizationId, ctx.organization.id),
        eq(visitorIdentities.leadId, leadId),
        isNull(visitorIdentities.undoneAt),
      ),
    )
    .orderBy(desc(visitorIdentities.id))
    .limit(mostVisitorsOfALead);
  const ids = rows.map(({ visitorId }) => visitorId);
  return ids.length === 0 ? [] : await eventsOfVisitors(ctx, ids, before, limit);
}

export type StoredEvent = typeof campaignEvents.$inferSelect;

export async function eventsOfVisitors(
  ctx: Context,
  visitorIds: Id<"visitor">[],
  before: string | undefined,
  limit: number,
): Promise<StoredEvent[]> {
  const earlier = before === undefined ? sql`` : sql`and each.id < ${before}`;
  const newest: SQL = sql`(select each.id from campaign_events each
    where each.organization_id = ${ctx.organization.id} and each.visitor_id = visitor.value ${earlier}
    order by each.id desc limit ${limit + 1})`;
  const keys = sql`(select visitor.value, picked.id from json_each(${JSON.stringify(visitorIds)}) visitor
    join campaign_events picked on picked.organization_id = ${ctx.organization.id}
      and picked.visitor_id = visitor.value and picked.id in ${newest})`;
  return await ctx.db
    .select()
    .from(campaignEvents)
    .where(
      and(
        eq(campaignEvents.organizationId, ctx.organization.id),
        sql`(${campaignEvents.visitorId}, ${campaignEvents.id}) in ${keys}`,
      ),
    )
    .orderBy(desc(campaignEvents.id))
    .limit(limit + 1);
}

export type DayFilter = {
  from: string;
  to: string;
  campaignId: Id<"campaign"> | null;
  types: readonly (typeof eventTypes)[number][];
};

/** From the days that were counted as the events came in: never from the events. */
export async function countDays(ctx: Context, { from, to, campaignId, types }: DayFilter) {
  return await ctx.db
    .select({
      day: campaignEventDays.day,
      type: campaignEventDays.type,
      isBot: campaignEventDays.isBot,
      events: sum(campaignEventDays.events).mapWith(Number),
      visitors: sum(campaignEventDays.visitors).mapWith(Number),
    })
    .from(campaignEventDays)
    .where(
      and(
        eq(campaignEventDays.organizationId, ctx.organization.id),
        gte(campaignEventDays.day, from),
        lte(campaignEventDays.day, to),
        campaignId === null ? undefined : eq(campaignEventDays.campaignId, campaignId),
        types.length === 0 ? undefined : sql`${campaignEventDays.type} in ${idsIn(types)}`,
      ),
    )
    .groupBy(campaignEventDays.day, campaignEventDays.type, campaignEventDays.isBot)
    .orderBy(asc(campaignEventDays.day), asc(campaignEventDays.type));
}
