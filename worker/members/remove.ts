import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";
import { actingMember, endLive, refuseUnlessStillActing } from "../organizations";
import { leaveTeams } from "../teams";
import { authorize, type Context } from "../kernel/context";
import { orElse, type Step, writeOrganization } from "../kernel/write";
import { asItWas, changedMeanwhile, rankOfActor } from "./change";
import { activeKeysMadeBy, getMember, levelOf, type Member } from "./queries";
import { assertMayAct } from "./rank";

/**
 * Ends a membership: somebody else's with the permission, one's own by leaving. API keys that the person made keep
 * working, because the organization's integrations run on them; the fact and the audit row list them for review.
 */
export async function removeMember(ctx: Context, id: Id<"member">): Promise<void> {
  const leaves = actingMember(ctx).memberId === id;
  if (!leaves) authorize(ctx, "members:remove");
  const target = await getMember(ctx, id);
  assertMayAct("remove", rankOfActor(ctx), { ...target, level: levelOf(target) });
  await endMembership(ctx, target, leaves ? "member.left" : "member.removed", [refuseUnlessStillActing(ctx)]);
}

/** Takes somebody out of the organization and of all that goes with it; who may ask for it is the caller's to judge. */
export async function endMembership(
  ctx: Context,
  target: Member,
  action: "member.left" | "member.removed",
  guards: Step[] = [],
): Promise<void> {
  const { id, userId, name, email, role, customRoleId } = target;
  const keysToReview = await activeKeysMadeBy(ctx, userId);
  await writeOrganization(ctx, [...guards, ...goingSteps(ctx, target)], {
    facts: [{ type: action, subjectId: id, data: { userId, keysToReview } }],
    audit: [
      {
        action,
        resourceType: "member",
        resourceId: id,
        changes: { before: { userId, name, email, role, customRoleId }, keysToReview },
      },
    ],
  });
  endLive(ctx, ctx.organization.id, [userId]);
}

function goingSteps(ctx: Context, target: Member): Step[] {
  const { id } = ctx.organization;
  const { userId } = target;
  return [
    ...leaveTeams(ctx, target.id),
    ctx.control.delete(organizationMembers).where(asItWas(ctx, target)),
    orElse(changedMeanwhile),
    ctx.control
      .update(users)
      .set({ lastOrganizationId: null })
      .where(and(eq(users.id, userId), eq(users.lastOrganizationId, id))),
    ctx.control
      .update(sessions)
      .set({ organizationId: null })
      .where(and(eq(sessions.userId, userId), eq(sessions.organizationId, id))),
  ];
}
