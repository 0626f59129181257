import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import { actingMember, refuseUnlessStillActing } from "../organizations";
import { seatsPromised, withinPlan } from "../plans";
import type { Context } from "../kernel/context";
import { orElse, type Step, writeOrganization } from "../kernel/write";
import { newCode } from "./code";
import {
  asItWas,
  assertMayHandle,
  assertMayPromise,
  changedMeanwhile,
  deliveryJob,
  grantOf,
  lifeMs,
} from "./giving";
import { getInvite, type Invite } from "./queries";
import { assertUnsettled, stateOf } from "./state";

/**
 * A new mail with a new code; the old one no longer opens anything. Whoever sends a membership again answers for it, so
 * an invite of somebody who has left can be saved.
 */
export async function resendInvite(ctx: Context, id: Id<"invite">): Promise<Invite> {
  const invite = await getInvite(ctx, id);
  assertMayHandle(ctx, invite);
  assertUnsettled(invite);
  assertMayPromise(ctx, grantOf(invite));
  const { code, codeHash } = await newCode(ctx);
  const isMembership = invite.type === "organization_member";
  const update = ctx.control
    .update(userInvites)
    .set({
      codeHash,
      expiresAt: ctx.now() + lifeMs,
      sentAt: null,
      ...(isMembership ? { inviterUserId: actingMember(ctx).id } : {}),
    })
    .where(asItWas(invite));
  const guards = [refuseUnlessStillActing(ctx), ...(await seatAgain(ctx, invite))];
  await writeOrganization(ctx, [...guards, update, orElse(changedMeanwhile)], {
    audit: [
      {
        action: "invite.sent_again",
        resourceType: "invite",
        resourceId: id,
        changes: { after: { email: invite.email } },
      },
    ],
    jobs: [await deliveryJob(ctx, id, code)],
  });
  return await getInvite(ctx, id);
}

/** An expired invite had given its seat back. */
async function seatAgain(ctx: Context, invite: Invite): Promise<Step[]> {
  if (invite.type !== "organization_member" || stateOf(invite, ctx.now()) !== "expired") return [];
  return [await withinPlan(ctx, "seats", seatsPromised(ctx.organization.id, ctx.now()))];
}

export async function cancelInvite(ctx: Context, id: Id<"invite">): Promise<void> {
  const invite = await getInvite(ctx, id);
  assertMayHandle(ctx, invite);
  assertUnsettled(invite);
  const { email, type, role } = invite;
  const update = ctx.control.update(userInvites).set({ status: "cancelled" }).where(asItWas(invite));
  await writeOrganization(ctx, [update, orElse(changedMeanwhile)], {
    facts: [{ type: "invite.cancelled", subjectId: id, data: { inviteType: type } }],
    audit: [
      {
        action: "invite.cancelled",
        resourceType: "invite",
        resourceId: id,
        changes: { before: { email, type, role } },
      },
    ],
  });
}
