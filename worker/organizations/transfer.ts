import { and, eq, ne, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, organizations } from "../../db/schema/control/organizations";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, type Step, writeOrganization } from "../kernel/write";
import { actingMember, endLive, type MemberActor } from "./acting";
import { refuseOwningTooMany } from "./create";
import { getProfile, type Profile } from "./queries";

/** Hands the organization over: its one owner becomes an admin, the member its owner. The only way to own what exists. */
export async function transferOrganization(ctx: Context, memberId: Id<"member">): Promise<Profile> {
  authorize(ctx, "organization:transfer");
  const owner = actingMember(ctx);
  const before = await getProfile(ctx);
  if (memberId === owner.memberId) {
    throw Invalid.field("/memberId", "own_membership", "You own this organization already.");
  }
  await writeOrganization(ctx, handoverSteps(ctx, owner, memberId), {
    facts: [
      { type: "organization.transferred", subjectId: memberId, data: { fromMemberId: owner.memberId } },
    ],
    audit: [
      {
        action: "organization.transferred",
        resourceType: "organization",
        resourceId: ctx.organization.id,
        changes: { before: { ownerMemberId: owner.memberId }, after: { ownerMemberId: memberId } },
      },
    ],
  });
  const after = await getProfile(ctx);
  endLive(ctx, ctx.organization.id, [before.ownerUserId, after.ownerUserId]);
  return after;
}

function handoverSteps(ctx: Context, owner: MemberActor, memberId: Id<"member">): Step[] {
  const { id } = ctx.organization;
  const updatedAt = ctx.now();
  const plain = { customRoleId: null, permissions: [], updatedAt };
  const inOrganization = eq(organizationMembers.organizationId, id);
  const newOwner = sql`(select user_id from ${organizationMembers} where id = ${memberId} and organization_id = ${id})`;
  return [
    ctx.control
      .update(organizationMembers)
      .set({ ...plain, role: "admin" })
      .where(
        and(
          inOrganization,
          eq(organizationMembers.id, owner.memberId),
          eq(organizationMembers.role, "owner"),
        ),
      ),
    orElse(new Conflict("not_owner", "You do not own this organization any more.")),
    ctx.control
      .update(organizationMembers)
      .set({ ...plain, role: "owner" })
      .where(
        and(
          inOrganization,
          eq(organizationMembers.id, memberId),
          eq(organizationMembers.status, "active"),
          ne(organizationMembers.role, "owner"),
        ),
      ),
    orElse(Invalid.field("/memberId", "unknown_member", "There is no such active member here.")),
    refuseOwningTooMany(newOwner),
    ctx.control
      .update(organizations)
      .set({ ownerUserId: newOwner, updatedAt })
      .where(eq(organizations.id, id)),
  ];
}
