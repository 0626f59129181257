import { eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import { organizationMembers } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import { actingMember, refuseUnlessStillActing } from "../organizations";
import { seatsPromised, withinPlan } from "../plans";
import { type GrantableRole, type Grant, resolveGrant } from "../roles";
import { teamExists } from "../teams";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { refuseWhen, type Step, writeOrganization } from "../kernel/write";
import { newCode } from "./code";
import { assertMayInvite, assertMayPromise, deliveryJob, lifeMs } from "./giving";
import { getInvite, type Invite } from "./queries";

export type InviteDraft = {
  email: string;
  type: Invite["type"];
  role?: GrantableRole;
  customRoleId?: Id<"role">;
  teamId?: Id<"team">;
};

/** A promise by mail. For members it takes a seat while it is open, so that accepting it does not fail for want of one. */
export async function createInvite(ctx: Context, draft: InviteDraft): Promise<Invite> {
  assertMayInvite(ctx, draft.type);
  const { email, type, teamId } = draft;
  const grant = await grantFor(ctx, draft);
  const id = ctx.newId("invite");
  const now = ctx.now();
  const { code, codeHash } = await newCode(ctx);
  const insert = ctx.control.insert(userInvites).values({
    id,
    organizationId: ctx.organization.id,
    inviterUserId: actingMember(ctx).id,
    email,
    codeHash,
    inviteType: type,
    role: grant?.role ?? null,
    customRoleId: grant?.customRoleId ?? null,
    teamId: teamId ?? null,
    expiresAt: now + lifeMs,
    createdAt: now,
  });
  const promised = grant && { role: grant.role, customRoleId: grant.customRoleId, teamId: teamId ?? null };
  await writeOrganization(ctx, [...(await guards(ctx, draft)), insert, ...countReferral(ctx, type)], {
    facts: [{ type: "invite.created", subjectId: id, data: { inviteType: type } }],
    audit: [
      {
        action: "invite.created",
        resourceType: "invite",
        resourceId: id,
        changes: { after: { email, type, ...promised } },
      },
    ],
    jobs: [await deliveryJob(ctx, id, code)],
  });
  return await getInvite(ctx, id);
}

/** Only a membership has a role and a team to begin in. */
async function grantFor(ctx: Context, draft: InviteDraft): Promise<Grant | null> {
  const { type, role, customRoleId, teamId } = draft;
  if (type !== "organization_member") {
    if (role ?? customRoleId ?? teamId) {
      throw Invalid.field("/role", "no_role", "Only members of an organization have a role and a team.");
    }
    return null;
  }
  const grant = await resolveGrant(ctx, { role, customRoleId });
  assertMayPromise(ctx, grant);
  if (teamId) authorize(ctx, "teams:write");
  return grant;
}

async function guards(ctx: Context, { email, type, teamId }: InviteDraft): Promise<Step[]> {
  const { id } = ctx.organization;
  const isOpen = sql`exists (select 1 from ${userInvites}
    where organization_id = ${id} and email = ${email} and status = 'pending' and invite_type = ${type})`;
  const common = [refuseUnlessStillActing(ctx), refuseWhen(isOpen, alreadyInvited)];
  if (type === "referral") return [...common, refuseWhen(sql`${email} = ${ownEmail(ctx)}`, ownAddress)];
  if (type === "beta_access") return common;
  const isMember = sql`exists (select 1 from ${organizationMembers} m join ${users} u on u.id = m.user_id
    where m.organization_id = ${id} and u.email = ${email})`;
  return [
    ...common,
    refuseWhen(isMember, alreadyMember),
    ...(teamId ? [refuseWhen(sql`not ${teamExists(ctx, teamId)}`, unknownTeam)] : []),
    await withinPlan(ctx, "seats", seatsPromised(id, ctx.now())),
  ];
}

const alreadyInvited = new Conflict(
  "already_invited",
  "There is an open invite for this address. Send that one again, or cancel it.",
);
const alreadyMember = new Conflict("already_member", "Somebody with this address is a member already.");
const ownAddress = new Conflict(
  "own_address",
  "This is your own address. Recommend Tributary to somebody else.",
);
const unknownTeam = Invalid.field("/teamId", "unknown_team", "There is no such team here.");

function ownEmail(ctx: Context): string {
  return actingMember(ctx).person.email.toLowerCase();
}

function countReferral(ctx: Context, type: Invite["type"]): Step[] {
  if (type !== "referral") return [];
  return [
    ctx.control
      .update(users)
      .set({ totalReferralsMade: sql`${users.totalReferralsMade} + 1` })
      .where(eq(users.id, actingMember(ctx).id)),
  ];
}
