import type { PersonContext } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { acceptMembership } from "./accept-membership";
import { acceptBeta, acceptReferral } from "./accept-personal";
import { type Accepted, openInvite } from "./open-invite";
import type { Invite } from "./queries";

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
    throw new DomainError("forbidden", "Confirm your email address first, then open the invite again.", {
      reason: "email_not_verified",
    });
  }
}
