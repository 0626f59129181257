import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { teamMembers, teams } from "../../db/schema/control/organizations";
import { teamsInUse, withinPlan } from "../plans";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { isTaken, orElse, type Step, writeOrganization } from "../kernel/write";
import { joinTeam, refuseUnlessMember } from "./membership";
import { getTeam, type Team } from "./queries";

export type TeamDraft = { name: string; description: string; managerMemberId: Id<"member"> | null };

export async function createTeam(ctx: Context, draft: TeamDraft): Promise<Team> {
  authorize(ctx, "teams:write");
  const id = ctx.newId("team");
  const organizationId = ctx.organization.id;
  const now = ctx.now();
  const steps = [
    await withinPlan(ctx, "teams", teamsInUse(organizationId)),
    ...refuseForeignManager(ctx, draft.managerMemberId),
    ctx.control.insert(teams).values({ id, organizationId, ...draft, createdAt: now, updatedAt: now }),
    ...seatManager(ctx, id, draft.managerMemberId),
  ];
  await refuseTakenName(
    writeOrganization(ctx, steps, {
      facts: [{ type: "team.created", subjectId: id }],
      audit: [{ action: "team.created", resourceType: "team", resourceId: id, changes: { after: draft } }],
    }),
  );
  return await getTeam(ctx, id);
}

export async function updateTeam(ctx: Context, id: Id<"team">, change: Partial<TeamDraft>): Promise<Team> {
  authorize(ctx, "teams:write");
  const before = await getTeam(ctx, id);
  if (Object.keys(change).length === 0) return before;
  const { name, description, managerMemberId } = before;
  const steps = [
    ...refuseForeignManager(ctx, change.managerMemberId),
    ctx.control
      .update(teams)
      .set({ ...change, updatedAt: ctx.now() })
      .where(and(eq(teams.id, id), eq(teams.organizationId, ctx.organization.id))),
    orElse(new NotFound()),
    ...seatManager(ctx, id, change.managerMemberId),
  ];
  await refuseTakenName(
    writeOrganization(ctx, steps, {
      facts: [{ type: "team.updated", subjectId: id }],
      audit: [
        {
          action: "team.updated",
          resourceType: "team",
          resourceId: id,
          changes: { before: { name, description, managerMemberId }, after: change },
        },
      ],
    }),
  );
  return await getTeam(ctx, id);
}

export async function deleteTeam(ctx: Context, id: Id<"team">): Promise<void> {
  authorize(ctx, "teams:write");
  const { name, memberCount } = await getTeam(ctx, id);
  const here = eq(teams.organizationId, ctx.organization.id);
  const steps = [
    ctx.control
      .delete(teamMembers)
      .where(and(eq(teamMembers.teamId, id), eq(teamMembers.organizationId, ctx.organization.id))),
    ctx.control.delete(teams).where(and(eq(teams.id, id), here)),
    orElse(new NotFound()),
  ];
  await writeOrganization(ctx, steps, {
    facts: [{ type: "team.deleted", subjectId: id }],
    audit: [
      {
        action: "team.deleted",
        resourceType: "team",
        resourceId: id,
        changes: { before: { name, memberCount } },
      },
    ],
  });
}

function refuseForeignManager(ctx: Context, memberId: Id<"member"> | null | undefined): Step[] {
  return memberId ? [refuseUnlessMember(ctx, memberId, "/managerMemberId")] : [];
}

/** Whoever manages a team is in it. */
function seatManager(ctx: Context, id: Id<"team">, memberId: Id<"member"> | null | undefined): Step[] {
  return memberId ? [joinTeam(ctx, id, memberId)] : [];
}

async function refuseTakenName(work: Promise<void>): Promise<void> {
  try {
    return await work;
  } catch (error) {
    if (!isTaken(error, "teams.name")) throw error;
    throw new Conflict("name_taken", "There is a team with this name already.");
  }
}
