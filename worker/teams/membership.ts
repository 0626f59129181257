import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, teamMembers, teams } from "../../db/schema/control/organizations";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { isTaken, orElse, refuseWhen, type Step, writeOrganization } from "../kernel/write";
import { getTeamMember, type TeamMember } from "./queries";

export async function addToTeam(
  ctx: Context,
  teamId: Id<"team">,
  memberId: Id<"member">,
): Promise<TeamMember> {
  authorize(ctx, "teams:write");
  const steps = [
    refuseWhen(sql`not ${teamExists(ctx, teamId)}`, new NotFound()),
    refuseUnlessMember(ctx, memberId, "/memberId"),
    ctx.control.insert(teamMembers).values(teamMemberRow(ctx, teamId, memberId)),
  ];
  try {
    await writeOrganization(ctx, steps, {
      facts: [{ type: "team.member_added", subjectId: teamId, data: { memberId } }],
      audit: [
        {
          action: "team.member_added",
          resourceType: "team",
          resourceId: teamId,
          changes: { after: { memberId } },
        },
      ],
    });
  } catch (error) {
    throw isTaken(error, "team_members.member_id") ? alreadyIn : error;
  }
  return await getTeamMember(ctx, teamId, memberId);
}

const alreadyIn = new Conflict("already_in_team", "This member is in the team already.");

/** A manager who leaves the team no longer manages it. */
export async function takeFromTeam(ctx: Context, teamId: Id<"team">, memberId: Id<"member">): Promise<void> {
  authorize(ctx, "teams:write");
  const { id } = ctx.organization;
  const steps = [
    ctx.control
      .delete(teamMembers)
      .where(
        and(
          eq(teamMembers.teamId, teamId),
          eq(teamMembers.memberId, memberId),
          eq(teamMembers.organizationId, id),
        ),
      ),
    orElse(new NotFound()),
    ctx.control
      .update(teams)
      .set({ managerMemberId: null })
      .where(and(eq(teams.id, teamId), eq(teams.organizationId, id), eq(teams.managerMemberId, memberId))),
  ];
  await writeOrganization(ctx, steps, {
    facts: [{ type: "team.member_removed", subjectId: teamId, data: { memberId } }],
    audit: [
      {
        action: "team.member_removed",
        resourceType: "team",
        resourceId: teamId,
        changes: { before: { memberId } },
      },
    ],
  });
}

/** For the batch in which a member goes: no team keeps them or is managed by them. */
export function leaveTeams(ctx: Context, memberId: Id<"member">): Step[] {
  const { id } = ctx.organization;
  return [
    ctx.control
      .delete(teamMembers)
      .where(and(eq(teamMembers.memberId, memberId), eq(teamMembers.organizationId, id))),
    ctx.control
      .update(teams)
      .set({ managerMemberId: null })
      .where(and(eq(teams.organizationId, id), eq(teams.managerMemberId, memberId))),
  ];
}

/** For the batch in which a member comes, or becomes a manager: not again, and not into a team that has gone. */
export function joinTeam(ctx: Context, teamId: Id<"team">, memberId: Id<"member">): Step {
  // The columns stand as they do in the schema.
  const row = sql`select ${ctx.newId("teamMember")}, organization_id, id, ${memberId}, ${ctx.now()} from ${teams}
    where id = ${teamId} and organization_id = ${ctx.organization.id}`;
  return ctx.control.insert(teamMembers).select(row).onConflictDoNothing();
}

export function refuseUnlessMember(ctx: Context, memberId: Id<"member">, pointer: string): Step {
  const isMember = sql`exists (select 1 from ${organizationMembers}
    where id = ${memberId} and organization_id = ${ctx.organization.id} and status = 'active')`;
  return refuseWhen(
    sql`not ${isMember}`,
    Invalid.field(pointer, "unknown_member", "There is no such active member here."),
  );
}

export function teamExists(ctx: Context, teamId: Id<"team">) {
  return sql`exists (select 1 from ${teams} where id = ${teamId} and organization_id = ${ctx.organization.id})`;
}

function teamMemberRow(ctx: Context, teamId: Id<"team">, memberId: Id<"member">) {
  const organizationId = ctx.organization.id;
  return { id: ctx.newId("teamMember"), organizationId, teamId, memberId, createdAt: ctx.now() };
}
