import type { Id } from "../../db/ids";
import { endOrganization, findOrganization, handOver } from "../organizations";
import type { Context } from "../kernel/context";
import { findHeir, getMember, listPlacesOf } from "./queries";
import { endMembership } from "./remove";

/** Somebody has been erased: they hold no seat any more. What they owned goes to who stands next, or goes as well. */
export async function forgetPerson(ctx: Context, userId: Id<"user">): Promise<void> {
  for (const { organizationId, memberId } of await listPlacesOf(ctx, userId)) {
    const organization = await findOrganization(ctx.control, organizationId);
    if (!organization || organization.status === "deleted") continue;
    await leaveFor({ ...ctx, organization, db: ctx.openCell(organization.cell) }, memberId);
  }
}

async function leaveFor(ctx: Context, memberId: Id<"member">): Promise<void> {
  const { role } = await getMember(ctx, memberId);
  if (role === "owner") {
    const heir = await findHeir(ctx);
    if (!heir) return await endOrganization(ctx);
    await handOver(ctx, memberId, heir);
  }
  await endMembership(ctx, await getMember(ctx, memberId), "member.left");
}
