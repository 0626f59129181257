import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, teamMembers, teams } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";

const columns = {
  id: teams.id,
  name: teams.name,
  description: teams.description,
  managerMemberId: teams.managerMemberId,
  managerName: users.name,
  memberCount: sql<number>`(select count(*) from ${teamMembers} where ${teamMembers.teamId} = ${teams.id})`,
  createdAt: teams.createdAt,
  updatedAt: teams.updatedAt,
};

function selectTeams(ctx: Context) {
  return ctx.control
    .select(columns)
    .from(teams)
    .leftJoin(organizationMembers, eq(organizationMembers.id, teams.managerMemberId))
    .leftJoin(users, eq(users.id, organizationMembers.userId));
}

/** By name, which is unique in an organization and so is the cursor. */
export async function listTeams(ctx: Context, afterName: string | undefined, limit: number) {
  const here = eq(teams.organizationId, ctx.organization.id);
  return await selectTeams(ctx)
    .where(and(here, afterName === undefined ? undefined : gt(teams.name, afterName)))
    .orderBy(asc(teams.name))
    .limit(limit + 1);
}

export type Team = Awaited<ReturnType<typeof listTeams>>[number];

export async function getTeam(ctx: Context, id: Id<"team">): Promise<Team> {
  const [row] = await selectTeams(ctx).where(
    and(eq(teams.id, id), eq(teams.organizationId, ctx.organization.id)),
  );
  if (!row) throw new NotFound();
  return row;
}

function selectTeamMembers(ctx: Context) {
  return ctx.control
    .select({
      memberId: teamMembers.memberId,
      userId: users.id,
      name: users.name,
      avatarUrl: users.image,
      isManager: sql<boolean>`${teams.managerMemberId} is ${teamMembers.memberId}`.mapWith(Boolean),
      addedAt: teamMembers.createdAt,
    })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .innerJoin(organizationMembers, eq(organizationMembers.id, teamMembers.memberId))
    .innerJoin(users, eq(users.id, organizationMembers.userId));
}

export async function listTeamMembers(
  ctx: Context,
  id: Id<"team">,
  after: string | undefined,
  limit: number,
) {
  return await selectTeamMembers(ctx)
    .where(
      and(
        eq(teamMembers.teamId, id),
        eq(teamMembers.organizationId, ctx.organization.id),
        after === undefined ? undefined : sql`${teamMembers.memberId} > ${after}`,
      ),
    )
    .orderBy(asc(teamMembers.memberId))
    .limit(limit + 1);
}

export type TeamMember = Awaited<ReturnType<typeof listTeamMembers>>[number];

export async function getTeamMember(
  ctx: Context,
  id: Id<"team">,
  memberId: Id<"member">,
): Promise<TeamMember> {
  const [row] = await selectTeamMembers(ctx).where(
    and(
      eq(teamMembers.teamId, id),
      eq(teamMembers.memberId, memberId),
      eq(teamMembers.organizationId, ctx.organization.id),
    ),
  );
  if (!row) throw new NotFound();
  return row;
}

export type TeamOfMember = { memberId: Id<"member">; id: Id<"team">; name: string; isManager: boolean };

const mostShown = 2000;

/** Which teams these members are in, for whoever shows members. */
export async function teamsOf(ctx: Context, memberIds: Id<"member">[]): Promise<TeamOfMember[]> {
  if (memberIds.length === 0) return [];
  const rows = await ctx.control
    .select({
      memberId: teamMembers.memberId,
      id: teams.id,
      name: teams.name,
      isManager: sql<boolean>`${teams.managerMemberId} is ${teamMembers.memberId}`.mapWith(Boolean),
    })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(
      and(
        inArray(teamMembers.memberId, idsIn(memberIds)),
        eq(teamMembers.organizationId, ctx.organization.id),
      ),
    )
    .limit(mostShown);
  // Sorted here: a database pays for every row that it sorts.
  return rows.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
