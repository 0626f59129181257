import type { Id } from "../../db/ids";
import { actingMember } from "../organizations";
import type { Context } from "../kernel/context";
import { DomainError, Invalid } from "../kernel/errors";
import {
  effectivePermissions,
  type Permission,
  type RoleName,
  roleLevel,
  rolePermissions,
} from "../kernel/permissions";
import { findRole } from "./queries";

/** Roles that one member may give another; owning passes on by a transfer alone. */
export const grantableRoles = ["admin", "manager", "marketer", "sales", "viewer"] as const;
export type GrantableRole = (typeof grantableRoles)[number];

/** What makes an owner an owner: no other role, custom role or exception ever holds it. */
export const ownerOnly: readonly Permission[] = ["organization:delete", "organization:transfer"];

export type Grant = {
  role: RoleName;
  customRoleId: Id<"role"> | null;
  level: number;
  permissions: readonly string[];
};

export type WantedRole = { role?: GrantableRole; customRoleId?: Id<"role"> };

/** A role by its name, or a custom one of this organization by its id. */
export async function resolveGrant(ctx: Context, { role, customRoleId }: WantedRole): Promise<Grant> {
  if ((role === undefined) === (customRoleId === undefined)) {
    throw Invalid.field("/role", "one_role", "Name either a role or a custom role.");
  }
  if (role) return { role, customRoleId: null, level: roleLevel[role], permissions: rolePermissions[role] };
  const custom = customRoleId && (await findRole(ctx, customRoleId));
  if (!custom) throw Invalid.field("/customRoleId", "unknown_role", "There is no such role here.");
  const { hierarchyLevel, permissions } = custom;
  return { role: "custom", customRoleId: custom.id, level: hierarchyLevel, permissions };
}

/** Nobody gives more than they have (ROLE-02, AUTH-09): neither a higher role nor a right that they lack. */
export function assertMayGrant(ctx: Context, grant: Grant, overrides: readonly string[] = []): void {
  if (grant.level > actingMember(ctx).level) throw aboveOwn("You cannot give a role above your own.");
  assertHolds(ctx, [...effectivePermissions(grant.role, grant.permissions, overrides)]);
}

export function assertHolds(ctx: Context, wanted: readonly Permission[]): void {
  const lacking = wanted.find((permission) => !ctx.permissions.has(permission));
  if (lacking) throw aboveOwn(`You cannot give “${lacking}”, which you do not have yourself.`);
}

export function aboveOwn(detail: string): DomainError {
  return new DomainError("forbidden", detail, { reason: "above_own_role" });
}
