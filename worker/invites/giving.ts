import { and, eq, type SQL } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import { actingMember } from "../organizations";
import { authorize, type Context } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import { effectivePermissions, roleLevel } from "../kernel/permissions";
import type { JobDraft } from "../kernel/drafts";
import { assertMayGrant, type Grant } from "../roles";
import type { Invite, Inviter } from "./queries";

const dayMs = 86_400_000;
export const lifeMs = 14 * dayMs;

/** Members are invited by those who may, operators open the beta, and everybody may tell a friend. */
export function assertMayInvite(ctx: Context, type: Invite["type"]): void {
  const { person } = actingMember(ctx);
  if (type === "organization_member") authorize(ctx, "invites:write");
  if (type === "beta_access" && person.platformRole !== "super_admin") {
    throw new DomainError("forbidden", "Only the operator of Tributary invites to the beta.", {
      reason: "operator_only",
    });
  }
}

/** One's own, or anybody's with the permission. */
export function assertMayHandle(ctx: Context, invite: Invite): void {
  if (invite.inviterUserId !== actingMember(ctx).id) authorize(ctx, "invites:write");
  assertMayInvite(ctx, invite.type);
}

/** What an invite promises; null where it promises no membership. */
export function grantOf({ type, role, customRoleId, customRole }: Invite): Grant | null {
  if (type !== "organization_member" || role === null) return null;
  if (role === "custom") {
    const { level, permissions } = customRole ?? { level: 0, permissions: [] };
    return { role, customRoleId, level, permissions };
  }
  return { role, customRoleId: null, level: roleLevel[role], permissions: [] };
}

export function assertMayPromise(ctx: Context, grant: Grant | null): void {
  if (grant) assertMayGrant(ctx, grant);
}

/** Judged again when an invite is accepted: it is worth no more than its sender is by then (ROLE-07). */
export function mayStillGive(inviter: Inviter | undefined, grant: Grant): boolean {
  if (!inviter) return false;
  const { role, overrides, customRole } = inviter;
  const own = effectivePermissions(role, customRole?.permissions ?? [], overrides);
  const level = role === "custom" ? (customRole?.level ?? 0) : roleLevel[role];
  const given = effectivePermissions(grant.role, grant.permissions, []);
  return (
    own.has("invites:write") && level >= grant.level && [...given].every((permission) => own.has(permission))
  );
}

/** The invite as it was read: not used, cancelled or sent again since. */
export function asItWas({ id, codeHash }: Pick<Invite, "id" | "codeHash">): SQL | undefined {
  return and(eq(userInvites.id, id), eq(userInvites.codeHash, codeHash), eq(userInvites.status, "pending"));
}

export const changedMeanwhile = new Conflict(
  "invite_changed",
  "Somebody else has just changed this invite. Look again, then decide.",
);

/** The code travels sealed: it is a secret, and the jobs table is read by operators. */
export async function deliveryJob(ctx: Context, id: Id<"invite">, code: string): Promise<JobDraft> {
  const sealedCode = await ctx.sealer.seal(code, bindingOf(ctx, id), ctx.random);
  return { queue: "delivery", type: "invites.deliver", payload: { inviteId: id, sealedCode } };
}

export function openCode(ctx: Context, id: Id<"invite">, sealedCode: string): Promise<string> {
  return ctx.sealer.open(sealedCode, bindingOf(ctx, id));
}

function bindingOf(ctx: Context, id: Id<"invite">) {
  return { organizationId: ctx.organization.id, recordId: id, purpose: "invite" };
}
