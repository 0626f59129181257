import { type Referral, ReferralsView } from "~/settings/referrals-view";
import type { Reward } from "~/settings/reward-words";
import { withCommon } from "./common-states";

const until = "2026-12-01T09:00:00Z";
const here = { organizationId: "org_1", organizationName: "Northwind Coffee" };
const nowhere = { organizationId: null, organizationName: null };

const referrals: Referral[] = [
  yours("inv_1", "grace@example.com", "pending"),
  { ...yours("inv_2", "linus@example.com", "accepted"), sentBy: "Nguyễn Văn Ánh" },
  yours("inv_3", "a.rather.long.address.of.a.friend@subdomain.example.com", "expired"),
  yours("inv_4", "ken@example.com", "cancelled"),
];

const rewards: Reward[] = [
  reward("rwd_1", { status: "pending", ...nowhere }),
  reward("rwd_2", { status: "pending", ...here }),
  reward("rwd_3", { status: "active", ...here }),
  reward("rwd_4", { status: "active", organizationId: "org_9", organizationName: null }),
  { ...reward("rwd_5", { status: "used", ...here }), type: "month_free", quantity: 1 },
  { ...reward("rwd_6", { status: "expired", ...here }), type: "bonus_strategies", quantity: 2 },
];

const shared = { organizationName: "Northwind Coffee" };

export const referralsScreen = withCommon("Referrals", "recommend Tributary", {
  success: () => <ReferralsView {...shared} referrals={referrals} rewards={rewards} />,
  empty: () => <ReferralsView {...shared} referrals={[]} rewards={[]} />,
  partial: () => <ReferralsView {...shared} referrals={[]} rewards={rewards} hasOlderRewards />,
});

function yours(id: string, email: string, status: Referral["status"]): Referral {
  return { id, email, status, expiresAt: until, sentBy: null, mayHandle: true };
}

function reward(id: string, fate: Pick<Reward, "status" | "organizationId" | "organizationName">): Reward {
  return { id, type: "free_generation", quantity: 20, createdAt: "2026-11-18T09:00:00Z", ...fate };
}
