import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, userRoles } from "../../db/schema/control/organizations";
import type { Context } from "../kernel/context";
import { Forbidden, Invalid } from "../kernel/errors";
import { effectivePermissions, type Permission } from "../kernel/permissions";

/** For what is handed to a person: somebody who does not work here is refused like any other unknown id (TEN-02). */
export async function assertMember(ctx: Context, userId: Id<"user">, pointer: string): Promise<void> {
  const [row] = await ctx.control
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        eq(organizationMembers.userId, userId),
        eq(organizationMembers.status, "active"),
      ),
    );
  if (!row) throw Invalid.field(pointer, "unknown_member", "Nobody with this id works here.");
}

/** For work that somebody asked for earlier: whoever has lost the right since has lost it for that too (ROLE-07). */
export async function assertMayStill(
  ctx: Context,
  userId: Id<"user">,
  permission: Permission,
): Promise<void> {
  const { customRoleId, organizationId, permissions, role, status } = organizationMembers;
  const [row] = await ctx.control
    .select({ role, overrides: permissions, custom: userRoles.permissions })
    .from(organizationMembers)
    .leftJoin(userRoles, eq(userRoles.id, customRoleId))
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        eq(organizationMembers.userId, userId),
        eq(status, "active"),
      ),
    );
  if (!row || !effectivePermissions(row.role, row.custom ?? [], row.overrides).has(permission))
    throw new Forbidden(permission);
}
