import { eq, sql } from "drizzle-orm";
import { userInvites } from "../../db/schema/control/access";
import { users } from "../../db/schema/control/people";
import type { PersonContext } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, refuseWhen, type Step, writeControl } from "../kernel/write";
import type { Accepted, OpenInvite } from "./open-invite";
import { markAccepted } from "./accept-membership";
import { changedMeanwhile } from "./giving";
import { earnRewards } from "./rewards";

/** Somebody who is new came because a friend said so; both are thanked, once (seed 000). */
export async function acceptReferral(ctx: PersonContext, open: OpenInvite): Promise<Accepted> {
  const { invite } = open;
  if (ctx.person.createdAt.getTime() < invite.createdAt) throw notNew;
  const wasReferred = sql`exists (select 1 from ${userInvites}
    where accepted_by_user_id = ${ctx.person.id} and invite_type = 'referral' and status = 'accepted')`;
  const steps = [
    refuseWhen(wasReferred, referredBefore),
    markAccepted(ctx, invite),
    orElse(changedMeanwhile),
    ...earnRewards(ctx, open),
    ctx.control
      .update(users)
      .set({ successfulReferrals: sql`${users.successfulReferrals} + 1` })
      .where(eq(users.id, invite.inviterUserId)),
  ];
  await writeAccepted(ctx, open, steps, [
    { queue: "delivery" as const, type: "invites.settle_rewards", payload: { inviteId: invite.id } },
  ]);
  return { ...open, memberId: null };
}

/** That it was accepted is what counts: the person is in the beta from now on. */
export async function acceptBeta(ctx: PersonContext, open: OpenInvite): Promise<Accepted> {
  await writeAccepted(ctx, open, [markAccepted(ctx, open.invite), orElse(changedMeanwhile)]);
  return { ...open, memberId: null };
}

const notNew = new Conflict("already_registered", "This invite is for people who are new to Tributary.");
const referredBefore = new Conflict("already_referred", "You came by another recommendation already.");

async function writeAccepted(
  ctx: PersonContext,
  { invite, organization }: OpenInvite,
  steps: Step[],
  jobs: { queue: "delivery"; type: string; payload: Record<string, unknown> }[] = [],
): Promise<void> {
  const { id: organizationId, cell } = organization;
  await writeControl(
    ctx,
    // Somebody from outside: they have nothing to do with the organization but that it sent the invite.
    { organizationId, cell, actor: { kind: "person", id: ctx.person.id } },
    steps,
    {
      facts: [{ type: "invite.accepted", subjectId: invite.id, data: { inviteType: invite.type } }],
      audit: [
        {
          action: "invite.accepted",
          resourceType: "invite",
          resourceId: invite.id,
          changes: { after: { type: invite.type, userId: ctx.person.id } },
        },
      ],
      jobs,
    },
  );
}
