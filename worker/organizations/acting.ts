import { eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";
import type { Actor, Base, Context, PersonContext } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { RoleName } from "../kernel/permissions";
import { refuseWhen, type Step } from "../kernel/write";

export type MemberActor = Extract<Actor, { kind: "user" }>;

/** The member who acts. A key or a job stands nowhere among people, so it may not rank them. */
export function actingMember(ctx: Context): MemberActor {
  if (ctx.actor.kind === "user") return ctx.actor;
  throw new DomainError("forbidden", "This is for people; an API key cannot do it.", {
    reason: "session_only",
  });
}

/** For a batch that ranks people: whoever was demoted or removed a moment ago no longer decides about others. */
export function refuseUnlessStillActing(ctx: Context): Step {
  const { memberId, role, customRoleId } = actingMember(ctx);
  const stillActs = sql`exists (select 1 from ${organizationMembers}
    where id = ${memberId} and organization_id = ${ctx.organization.id} and status = 'active'
      and role = ${role} and custom_role_id is ${customRoleId})`;
  return refuseWhen(
    sql`not ${stillActs}`,
    new DomainError("forbidden", "Your role has just changed.", { reason: "role_changed" }),
  );
}

export type Membership = {
  memberId: Id<"member">;
  role: RoleName;
  customRoleId?: Id<"role"> | null;
  level: number;
};

/** A person who acts as the member they are about to be, or are of an organization that is not in context. */
export function actorAs({ person, session }: PersonContext, membership: Membership): MemberActor {
  return { kind: "user", id: person.id, person, session, customRoleId: null, ...membership };
}

/** From here on this is where the person works, unless a call names another organization. */
export function workIn(ctx: PersonContext, organizationId: Id<"organization">): Step[] {
  return [
    ctx.control.update(users).set({ lastOrganizationId: organizationId }).where(eq(users.id, ctx.person.id)),
    ctx.control.update(sessions).set({ organizationId }).where(eq(sessions.id, ctx.session.id)),
  ];
}

/** Closes what these people have open; who may still come back does so with the rights of now. */
export function endLive(ctx: Base, organizationId: Id<"organization">, userIds: Id<"user">[]): void {
  for (const viewerId of userIds) ctx.revokeLive(organizationId, { viewerId });
}
