import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { activities } from "../../db/schema/cell/activities";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { getLeads } from "../leads";

export type Activity = typeof activities.$inferSelect;

/** Where what has no day stands: behind everything that has one. */
export const someday = 8_640_000_000_000_000;

export async function getActivity(ctx: Context, id: Id<"activity">): Promise<Activity> {
  const activity = await findActivity(ctx, id);
  if (!activity || activity.state === "deleted") throw new NotFound();
  return activity;
}

export async function findActivity(ctx: Context, id: Id<"activity">): Promise<Activity | undefined> {
  const [activity] = await ctx.db.select().from(activities).where(isActivity(ctx, id));
  return activity;
}

export function isActivity(ctx: Context, id: Id<"activity">) {
  return and(eq(activities.organizationId, ctx.organization.id), eq(activities.id, id));
}

export type ListOf = {
  state: "open" | "done";
  leadId?: Id<"lead">;
  assignedTo?: Id<"user">;
  from?: number | undefined;
  to?: number | undefined;
};
export type Place = { at: number; id: string };

/** What is open, the first due first; what is done, the last done first. One index serves each. */
export async function listActivities(
  ctx: Context,
  { state, leadId, assignedTo, from, to }: ListOf,
  after: Place | undefined,
  limit: number,
): Promise<Activity[]> {
  const order = state === "open" ? asc : desc;
  return await ctx.db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, ctx.organization.id),
        leadId && eq(activities.leadId, leadId),
        assignedTo && eq(activities.assignedTo, assignedTo),
        eq(activities.state, state),
        from === undefined ? undefined : gte(activities.at, from),
        to === undefined ? undefined : lt(activities.at, to),
        after && beyond(state, after),
      ),
    )
    .orderBy(order(activities.at), order(activities.id))
    .limit(limit + 1);
}

function beyond(state: "open" | "done", { at, id }: Place): SQL {
  const here = sql`(${activities.at}, ${activities.id})`;
  return state === "open" ? sql`${here} > (${at}, ${id})` : sql`${here} < (${at}, ${id})`;
}

/** The leads of a page, by id; what was deleted is not there. */
export async function leadsOf(ctx: Context, rows: readonly Activity[]) {
  const leads = await getLeads(ctx, [...new Set(rows.map(({ leadId }) => leadId))]);
  return new Map(leads.map((lead) => [lead.id, lead]));
}

export const mostCounted = 300;

/** Open ones between two times, up to three hundred, without those of deleted leads. */
export async function countOpen(
  ctx: Context,
  { assignedTo, from, to }: Omit<ListOf, "state" | "leadId">,
): Promise<number> {
  const rows = ctx.db
    .select({ leadId: activities.leadId })
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, ctx.organization.id),
        assignedTo && eq(activities.assignedTo, assignedTo),
        eq(activities.state, "open"),
        from === undefined ? undefined : gte(activities.at, from),
        to === undefined ? undefined : lt(activities.at, to),
      ),
    )
    .limit(mostCounted);
  const row = await ctx.db.get<{ found: number }>(sql`select count(*) as found from ${rows} as open
    join leads on leads.organization_id = ${ctx.organization.id} and leads.id = open.lead_id`);
  return row?.found ?? 0;
}
