import type { Id } from "../../db/ids";
import { findOrganization } from "../organizations";
import type { Base } from "../kernel/context";
import { NotFound } from "../kernel/errors";
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
