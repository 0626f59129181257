import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { cellOf, type Id } from "../../db/ids";
import { referralRewards, userInvites } from "../../db/schema/control/access";
import { organizations } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import { grantBonus } from "../plans";
import type { Context, PersonContext } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, writeControl } from "../kernel/write";
import type { OpenInvite } from "./open-invite";
import { listRewardsToGrant, type Reward } from "./queries";

/** What a recommendation is worth to each of the two. */
export const thanks = { type: "free_generation", feature: "generations", quantity: 20 } as const;

/** One for each of the two. The newcomer's waits until they own an organization that can use it. */
export function earnRewards(ctx: PersonContext, { invite, organization }: OpenInvite): Step[] {
  const owned = sql<Id<"organization"> | null>`(select id from ${organizations}
    where owner_user_id = ${ctx.person.id} and status = 'active' order by id limit 1)`;
  const shared = {
    earnedFromInviteId: invite.id,
    rewardType: thanks.type,
    quantity: thanks.quantity,
    createdAt: ctx.now(),
  };
  const inviters = { ...shared, userId: invite.inviterUserId, organizationId: organization.id };
  const newcomers = { ...shared, userId: ctx.person.id, organizationId: owned };
  return [inviters, newcomers].map((reward) =>
    ctx.control.insert(referralRewards).values({ id: ctx.newId("reward"), ...reward }),
  );
}

/** What an accepted recommendation earned goes into the usage of both sides. */
export async function settleRewards(ctx: Context, inviteId: Id<"invite">): Promise<void> {
  await grantAll(ctx, eq(referralRewards.earnedFromInviteId, inviteId));
}

/** Somebody founded an organization: what they earned before has a place now. */
export async function claimRewards(ctx: Context, userId: Id<"user">): Promise<void> {
  const waiting = and(
    eq(referralRewards.userId, userId),
    eq(referralRewards.status, "pending"),
    isNull(referralRewards.organizationId),
  );
  await ctx.control.update(referralRewards).set({ organizationId: ctx.organization.id }).where(waiting);
  await grantAll(ctx, eq(referralRewards.userId, userId));
}

async function grantAll(ctx: Context, which: SQL): Promise<void> {
  for (const reward of await listRewardsToGrant(ctx, which)) await grantOne(ctx, reward);
}

/** The bonus is keyed by the reward, so a try that was cut off between the two is finished and not repeated. */
async function grantOne(ctx: Context, reward: Reward): Promise<void> {
  const { id, organizationId, quantity } = reward;
  if (!organizationId) return;
  const { feature } = thanks;
  await grantBonus(ctx, organizationId, { feature, quantity, source: "referral_reward", key: id });
  const scope = { organizationId, cell: cellOf(organizationId), actor: ctx.actor };
  try {
    await writeControl(ctx, scope, activationSteps(ctx, reward), {
      facts: [{ type: "referral.rewarded", subjectId: id, data: { feature, quantity } }],
    });
  } catch (error) {
    if (error !== grantedBefore) throw error;
  }
}

const grantedBefore = new Conflict("reward_granted", "This reward was granted before.");

function activationSteps(ctx: Context, { id, userId, quantity, earnedFromInviteId }: Reward): Step[] {
  return [
    ctx.control
      .update(referralRewards)
      .set({ status: "active", grantedAt: ctx.now() })
      .where(and(eq(referralRewards.id, id), eq(referralRewards.status, "pending"))),
    orElse(grantedBefore),
    ctx.control
      .update(users)
      .set({ lifetimeReferralRewardsEarned: sql`${users.lifetimeReferralRewardsEarned} + ${quantity}` })
      .where(eq(users.id, userId)),
    ctx.control
      .update(userInvites)
      .set({
        rewardGrantedToInviter: sql`${userInvites.rewardGrantedToInviter} or ${userInvites.inviterUserId} = ${userId}`,
        rewardGrantedToInvitee: sql`${userInvites.rewardGrantedToInvitee} or ${userInvites.acceptedByUserId} = ${userId}`,
      })
      .where(eq(userInvites.id, earnedFromInviteId)),
  ];
}
