import type { BadgeTone } from "~/components/ui/badge";
import { countOf } from "~/words/format";
import type { components } from "../../../sdk";

type Wire = components["schemas"]["ReferralReward"];

export type Reward = Pick<Wire, "id" | "type" | "quantity" | "status" | "organizationId" | "createdAt"> & {
  /** Of the organization that it goes to; null for one that its owner is no longer in. */
  organizationName: string | null;
};

const things: Record<Wire["type"], [one: string, many: string]> = {
  free_generation: ["free generation", "free generations"],
  bonus_strategies: ["extra strategy", "extra strategies"],
  month_free: ["free month", "free months"],
};

export const rewardStates: Record<Wire["status"], { name: string; tone: BadgeTone }> = {
  pending: { name: "Waiting", tone: "attention" },
  active: { name: "Yours", tone: "stream" },
  used: { name: "Used", tone: "neutral" },
  expired: { name: "Expired", tone: "neutral" },
};

/** “20 free generations”. */
export function rewardThing({ type, quantity }: Pick<Reward, "type" | "quantity">): string {
  return countOf(quantity, ...things[type]);
}

/** What has become of it, and what has to happen next where something has to. */
export function rewardFate({
  status,
  organizationId,
  organizationName,
}: Pick<Reward, "status" | "organizationId" | "organizationName">): string {
  const place = organizationName ?? "an organization that you are no longer in";
  if (organizationId === null && status === "pending") return "Is added once you own an organization";
  if (status === "pending") return `Is being added to ${place}`;
  if (organizationId === null) return "–";
  if (status === "active") return `Added to ${place}`;
  if (status === "used") return `Used by ${place}`;
  return `Was not used in time by ${place}`;
}
