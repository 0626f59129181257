import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, userRoles } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { effectivePermissions, type Permission } from "../kernel/permissions";

export type Holder = { userId: Id<"user">; email: string };

/** Whoever has a right in the organization today, for what concerns only them; at most a hundred. */
export async function holdersOf(ctx: Context, permission: Permission): Promise<Holder[]> {
  const rows = await ctx.control
    .select({
      userId: organizationMembers.userId,
      email: users.email,
      role: organizationMembers.role,
      overrides: organizationMembers.permissions,
      custom: userRoles.permissions,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId))
    .where(
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        eq(organizationMembers.status, "active"),
        eq(users.status, "active"),
      ),
    )
    .orderBy(asc(organizationMembers.id))
    .limit(1000);
  return rows
    .filter(({ role, custom, overrides }) =>
      effectivePermissions(role, custom ?? [], overrides).has(permission),
    )
    .map(({ userId, email }) => ({ userId, email }))
    .slice(0, 100);
}
