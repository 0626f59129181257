import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { assignmentAvailability } from "../../db/schema/cell/assignment";
import { authorize, type Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { write } from "../kernel/write";
import { listWorkers, type Worker, workersAmong } from "../members";
import { isTimezone } from "../organizations";
import { type Availability, type Duty, dutyOf } from "./duty";

export type Available = Availability & {
  worker: Worker;
  openLeads: number;
  standing: Duty | "full";
};

/** Everybody at work here: when they take leads, how many, and how they stand at this moment. */
export async function listAvailability(
  ctx: Context,
  after: string | undefined,
  limit: number,
): Promise<Available[]> {
  return await availableOf(ctx, await listWorkers(ctx, after, limit));
}

export async function getAvailability(ctx: Context, userId: Id<"user">): Promise<Available> {
  const [found] = await availableOf(ctx, await workersAmong(ctx, { userIds: [userId], teamIds: [] }));
  if (!found) throw new NotFound();
  return found;
}

/** One's own, or anybody's with the right to set up how leads are handled. */
export async function changeAvailability(
  ctx: Context,
  userId: Id<"user">,
  change: Partial<Availability>,
): Promise<Available> {
  if (ctx.actor.kind !== "user" || ctx.actor.id !== userId) authorize(ctx, "leads:configure");
  if (change.timezone !== undefined && !isTimezone(change.timezone))
    throw Invalid.field("/timezone", "unknown_timezone", "There is no such time zone.");
  const { takesLeads, capacity, timezone, hours, absences } = await getAvailability(ctx, userId);
  const before = { takesLeads, capacity, timezone, hours, absences };
  const after = { ...before, ...change, updatedAt: ctx.now() };
  const { organizationId, userId: user } = assignmentAvailability;
  const step = ctx.db
    .insert(assignmentAvailability)
    .values({ organizationId: ctx.organization.id, userId, ...after })
    .onConflictDoUpdate({ target: [organizationId, user], set: after });
  await write(ctx, [step], {
    facts: [{ type: "assignment_rule.availability_changed", subjectId: userId }],
    audit: [
      {
        action: "assignment.availability_changed",
        resourceType: "user",
        resourceId: userId,
        changes: { before, after: change },
      },
    ],
  });
  return await getAvailability(ctx, userId);
}

export async function availableOf(ctx: Context, workers: Worker[]): Promise<Available[]> {
  const ids = workers.map(({ userId }) => userId);
  const [kept, loads] = await Promise.all([keptOf(ctx, ids), loadsOf(ctx, ids)]);
  return workers.map((worker) => {
    const availability = kept.get(worker.userId) ?? { ...usual, timezone: worker.timezone };
    const openLeads = loads.get(worker.userId) ?? 0;
    const duty = dutyOf(availability, ctx.now());
    const isFull = availability.capacity !== null && openLeads >= availability.capacity;
    return { ...availability, worker, openLeads, standing: duty === "free" && isFull ? "full" : duty };
  });
}

/** Who has said nothing takes any number at any time. */
const usual = { takesLeads: true, capacity: null, hours: null, absences: [] };

async function keptOf(ctx: Context, userIds: readonly Id<"user">[]): Promise<Map<string, Availability>> {
  const { organizationId, userId } = assignmentAvailability;
  const rows = await ctx.db
    .select()
    .from(assignmentAvailability)
    .where(and(eq(organizationId, ctx.organization.id), inArray(userId, idsIn(userIds))));
  return new Map(
    rows.map(({ userId: id, takesLeads, capacity, timezone, hours, absences }) => [
      id,
      { takesLeads, capacity, timezone, hours, absences },
    ]),
  );
}

async function loadsOf(ctx: Context, userIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.all<{ user: string; load: number }>(
    sql`select value as user, ${loadOf(ctx, sql`value`)} as load from json_each(${JSON.stringify(userIds)})`,
  );
  return new Map(rows.map(({ user, load }) => [user, load]));
}

/** Leads that somebody still has to work on, as the index of open leads holds them; more than ten thousand are not counted. */
export function loadOf(ctx: Context, user: ReturnType<typeof sql>) {
  return sql`(select count(*) from (select 1 from leads as open indexed by leads_open
    where open.organization_id = ${ctx.organization.id} and open.assigned_to = ${user} and open.is_listed = 1
    and open.assigned_to is not null and open.status not in ('closed_won', 'closed_lost', 'unqualified') limit 10000))`;
}
