import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import { organizationMembers } from "../../db/schema/control/organizations";
import { actorAs, workIn } from "../organizations";
import { seatsInUse, withinPlan } from "../plans";
import type { Grant } from "../roles";
import { joinTeam } from "../teams";
import type { Context, PersonContext } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, refuseWhen, type Step, writeOrganization } from "../kernel/write";
import type { Accepted, OpenInvite, Organization } from "./open-invite";
import { asItWas, changedMeanwhile, grantOf, mayStillGive } from "./giving";
import { findInviter, type Invite } from "./queries";
import { withdrawn } from "./state";

/** The seat is asked for again in the batch that takes it: of two who come at once for the last one, one gets it. */
export async function acceptMembership(
  person: PersonContext,
  { invite, organization }: OpenInvite,
): Promise<Accepted> {
  const grant = grantOf(invite);
  const inviter = await findInviter(person, organization.id, invite.inviterUserId);
  if (!grant || !mayStillGive(inviter, grant)) throw withdrawn;
  const memberId = person.newId("member");
  const ctx = insideAs(person, organization, { memberId, ...grant });
  const steps = [
    refuseWhen(isMember(ctx, person.person.id), alreadyMember),
    refuseWhen(sql`not ${isMember(ctx, invite.inviterUserId)}`, withdrawn),
    await withinPlan(ctx, "seats", seatsInUse(organization.id)),
    markAccepted(person, invite),
    orElse(changedMeanwhile),
    insertMember(ctx, person.person.id, invite, { memberId, ...grant }),
    ...(invite.teamId ? [joinTeam(ctx, invite.teamId, memberId)] : []),
    ...workIn(person, organization.id),
  ];
  await writeOrganization(ctx, steps, {
    facts: [
      { type: "member.joined", subjectId: memberId, data: { userId: person.person.id, inviteId: invite.id } },
    ],
    audit: [
      {
        action: "member.joined",
        resourceType: "member",
        resourceId: memberId,
        changes: { after: { inviteId: invite.id, role: grant.role, customRoleId: grant.customRoleId } },
      },
    ],
  });
  return { invite, organization, memberId };
}

type NewMember = Grant & { memberId: Id<"member"> };

/** The organization as the new member sees it, in which they may do nothing but join. */
function insideAs(person: PersonContext, organization: Organization, member: NewMember): Context {
  const { memberId, role, customRoleId, level } = member;
  return {
    ...person,
    organization,
    actor: actorAs(person, { memberId, role, customRoleId, level }),
    permissions: new Set(),
    db: person.openCell(organization.cell),
  };
}

function isMember(ctx: Context, userId: Id<"user">) {
  return sql`exists (select 1 from ${organizationMembers}
    where organization_id = ${ctx.organization.id} and user_id = ${userId})`;
}

const alreadyMember = new Conflict(
  "already_member",
  "You are a member of this organization already. If you cannot open it, your membership is paused: ask an admin.",
);

export function markAccepted(ctx: PersonContext, invite: Invite) {
  return ctx.control
    .update(userInvites)
    .set({ status: "accepted", acceptedAt: ctx.now(), acceptedByUserId: ctx.person.id })
    .where(asItWas(invite));
}

function insertMember(ctx: Context, userId: Id<"user">, invite: Invite, member: NewMember): Step {
  const now = ctx.now();
  return ctx.control.insert(organizationMembers).values({
    id: member.memberId,
    organizationId: ctx.organization.id,
    userId,
    role: member.role,
    customRoleId: member.customRoleId,
    invitedBy: invite.inviterUserId,
    joinedAt: now,
    createdAt: now,
    updatedAt: now,
  });
}
