import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, teamMembers, userRoles } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { effectivePermissions, type Permission } from "../kernel/permissions";

/** Somebody at work here, and the teams among those asked for that they are in. */
export type Worker = {
  memberId: Id<"member">;
  userId: Id<"user">;
  name: string;
  timezone: string;
  teamIds: Id<"team">[];
  may(permission: Permission): boolean;
};
type Group = { userIds: readonly Id<"user">[]; teamIds: readonly Id<"team">[] };

const most = 500;

/** Who of these people and teams works here today, in the order of the people named and then of joining. */
export async function workersAmong(ctx: Context, { userIds, teamIds }: Group): Promise<Worker[]> {
  if (userIds.length + teamIds.length === 0) return [];
  const isNamed = inArray(organizationMembers.userId, idsIn(userIds));
  const rows = await select(ctx, teamIds)
    .where(and(isAtWork(ctx), or(isNamed, sql`${teamMembers.teamId} is not null`)))
    .orderBy(asc(organizationMembers.id))
    .limit(most);
  const placeOf = ({ userId }: Worker) => (userIds.indexOf(userId) + most) % most;
  return toWorkers(rows).toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Everybody at work here, in the order of joining. */
export async function listWorkers(ctx: Context, after: string | undefined, limit: number): Promise<Worker[]> {
  const isAfter = after === undefined ? undefined : gt(organizationMembers.id, sql`${after}`);
  const rows = await select(ctx, [])
    .where(and(isAtWork(ctx), isAfter))
    .orderBy(asc(organizationMembers.id))
    .limit(limit + 1);
  return toWorkers(rows);
}

function select(ctx: Context, teamIds: readonly string[]) {
  const isOfTeam = and(
    eq(teamMembers.memberId, organizationMembers.id),
    inArray(teamMembers.teamId, idsIn(teamIds)),
  );
  return ctx.control
    .select({
      memberId: organizationMembers.id,
      userId: organizationMembers.userId,
      name: users.name,
      timezone: users.timezone,
      role: organizationMembers.role,
      overrides: organizationMembers.permissions,
      custom: userRoles.permissions,
      teamId: teamMembers.teamId,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId))
    .leftJoin(teamMembers, isOfTeam);
}

function isAtWork(ctx: Context) {
  return and(
    eq(organizationMembers.organizationId, ctx.organization.id),
    eq(organizationMembers.status, "active"),
    eq(users.status, "active"),
  );
}

type Row = Awaited<ReturnType<typeof select>>[number];

function toWorkers(rows: Row[]): Worker[] {
  return [...Map.groupBy(rows, ({ userId }) => userId).values()].flatMap((mine) => {
    const [first] = mine;
    if (!first) return [];
    const { memberId, userId, name, timezone, role, overrides, custom } = first;
    const granted = effectivePermissions(role, custom ?? [], overrides);
    const teamIds = mine.flatMap(({ teamId }) => teamId ?? []);
    return { memberId, userId, name, timezone, teamIds, may: (permission) => granted.has(permission) };
  });
}
