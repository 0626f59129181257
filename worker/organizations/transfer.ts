import { and, eq, ne, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, organizations } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, type Step, writeOrganization } from "../kernel/write";
import { actingMember, endLive } from "./acting";
import { refuseOwningTooMany } from "./create";
import { getProfile, type Profile } from "./queries";

/** Hands the organization over: its one owner becomes an admin, the member its owner. The only way to own what exists. */
export async function transferOrganization(ctx: Context, memberId: Id<"member">): Promise<Profile> {
  authorize(ctx, "organization:transfer");
  const owner = actingMember(ctx);
  if (memberId === owner.memberId) {
    throw Invalid.field("/memberId", "own_membership", "You own this organization already.");
  }
  return await handOver(ctx, owner.memberId, memberId);
}

/** The swap itself; who may ask for it is the caller's to judge. */
export async function handOver(ctx: Context, from: Id<"member">, to: Id<"member">): Promise<Profile> {
  const before = await getProfile(ctx);
  await writeOrganization(ctx, handoverSteps(ctx, from, to), {
    facts: [{ type: "organization.transferred", subjectId: to, data: { fromMemberId: from } }],
    audit: [
      {
        action: "organization.transferred",
        resourceType: "organization",
        resourceId: ctx.organization.id,
        changes: { before: { ownerMemberId: from }, after: { ownerMemberId: to } },
      },
    ],
  });
  const after = await getProfile(ctx);
  endLive(ctx, ctx.organization.id, [before.ownerUserId, after.ownerUserId]);
  return after;
}

function handoverSteps(ctx: Context, from: Id<"member">, memberId: Id<"member">): Step[] {
  const { id } = ctx.organization;
  const updatedAt = ctx.now();
  const plain = { customRoleId: null, permissions: [], updatedAt };
  const inOrganization = eq(organizationMembers.organizationId, id);
  const newOwner = sql`(select user_id from ${organizationMembers} where id = ${memberId} and organization_id = ${id})`;
  return [
    ctx.control
      .update(organizationMembers)
      .set({ ...plain, role: "admin" })
      .where(and(inOrganization, eq(organizationMembers.id, from), eq(organizationMembers.role, "owner"))),
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
          // Somebody on their way out would leave it without an owner.
          sql`exists (select 1 from ${users} where id = ${organizationMembers.userId} and status = 'active')`,
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
