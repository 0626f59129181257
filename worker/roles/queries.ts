import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import { organizationMembers, userRoles } from "../../db/schema/control/organizations";
import type { Context } from "../kernel/context";

export type CustomRole = typeof userRoles.$inferSelect;

/** By name. There are never more than `mostRoles` of them, so they come at once. */
export async function listCustomRoles(ctx: Context): Promise<CustomRole[]> {
  return await ctx.control
    .select()
    .from(userRoles)
    .where(eq(userRoles.organizationId, ctx.organization.id))
    .orderBy(asc(userRoles.name));
}

export async function findRole(ctx: Context, id: Id<"role">): Promise<CustomRole | undefined> {
  const [row] = await ctx.control
    .select()
    .from(userRoles)
    .where(and(eq(userRoles.id, id), eq(userRoles.organizationId, ctx.organization.id)));
  return row;
}

export async function holdersOf(ctx: Context, id: Id<"role">): Promise<Id<"user">[]> {
  const rows = await ctx.control
    .select({ userId: organizationMembers.userId })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        eq(organizationMembers.customRoleId, id),
      ),
    );
  return rows.map(({ userId }) => userId);
}

export async function countPendingInvites(ctx: Context, id: Id<"role">): Promise<number> {
  return await ctx.control.$count(
    userInvites,
    and(
      eq(userInvites.organizationId, ctx.organization.id),
      eq(userInvites.status, "pending"),
      eq(userInvites.customRoleId, id),
    ),
  );
}
