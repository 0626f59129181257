import type { Id } from "../../db/ids";
import { findOrganization } from "../organizations";
import type { Base, PersonContext } from "../kernel/context";
import { DomainError, NotFound } from "../kernel/errors";
import { acceptMembership } from "./accept-membership";
import { acceptBeta, acceptReferral } from "./accept-personal";
import { hashOfCode } from "./code";
import { findByCodeHash, type Invite } from "./queries";
import { assertOpen, withdrawn } from "./state";

export type Organization = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;
export type OpenInvite = { invite: Invite; organization: Organization };
export type Accepted = { invite: Invite; organization: Organization; memberId: Id<"member"> | null };

/** Whoever has the code of an open invite; it says why when the invite is no longer good (AUTH-09). */
export async function openInvite(base: Base, token: string): Promise<OpenInvite> {
  const invite = await findByCodeHash(base, await hashOfCode(token));
  if (!invite) throw new NotFound();
  assertOpen(invite, base.now());
  const organization = invite.organizationId && (await findOrganization(base.control, invite.organizationId));
  if (!organization || organization.status !== "active") throw withdrawn;
  return { invite, organization };
}

/** Bound to the address it was sent to: having the link is not enough, the person must have shown that the address is theirs. */
export async function acceptInvite(ctx: PersonContext, token: string): Promise<Accepted> {
  const open = await openInvite(ctx, token);
  assertAddressed(ctx, open.invite);
  switch (open.invite.type) {
    case "organization_member":
      return await acceptMembership(ctx, open);
    case "referral":
      return await acceptReferral(ctx, open);
    case "beta_access":
      return await acceptBeta(ctx, open);
  }
}

function assertAddressed({ person }: PersonContext, { email }: Invite): void {
  if (person.email.toLowerCase() !== email) {
    throw new DomainError("forbidden", "This invite was sent to another address. Sign in with that one.", {
      reason: "invite_for_another_address",
    });
  }
  if (!person.emailVerified) {
    throw new DomainError("forbidden", "Confirm your e-mail address first, then open the invite again.", {
      reason: "email_not_verified",
    });
  }
}
