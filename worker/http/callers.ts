import type { KeyInOrganization } from "../api-keys";
import type { SessionMembership } from "../organizations";
import type { Actor, Base, CallerContext, Context, Person, Session } from "../kernel/context";
import { effectivePermissions, isPermission, type Permission, roleLevel } from "../kernel/permissions";

/** Turns what the database says of a credential into the contexts that verbs take. */
export function callerOfSession(base: Base, row: SessionMembership, token: string): CallerContext {
  const person: Person = row.user;
  const session: Session = {
    id: row.session.id,
    token,
    createdAt: row.session.createdAt.getTime(),
    authenticatedAt: row.session.authenticatedAt ?? row.session.createdAt.getTime(),
  };
  return { ...base, person, session, inOrganization: memberContext(base, row, person, session) };
}

function memberContext(base: Base, row: SessionMembership, person: Person, session: Session): Context | null {
  const { member, organization, customRole } = row;
  if (!member || !organization || organization.status === "deleted") return null;
  const level = member.role === "custom" ? (customRole?.level ?? 0) : roleLevel[member.role];
  const permissions = effectivePermissions(member.role, customRole?.permissions ?? [], member.permissions);
  const actor: Actor = {
    kind: "user",
    id: person.id,
    memberId: member.id,
    role: member.role,
    customRoleId: member.customRoleId,
    level,
    person,
    session,
  };
  return { ...base, organization, actor, permissions, db: base.openCell(organization.cell) };
}

export function callerOfKey(base: Base, { key, organization }: KeyInOrganization): CallerContext {
  const actor: Actor = { kind: "api_key", id: key.id, createdBy: key.createdByUserId };
  const permissions: ReadonlySet<Permission> = new Set(key.scopes.filter(isPermission));
  const db = base.openCell(organization.cell);
  return {
    ...base,
    person: null,
    session: null,
    inOrganization: { ...base, organization, actor, permissions, db },
  };
}
