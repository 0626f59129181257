import type { output } from "zod";
import type { operations } from "../../../sdk";
import type { OrderCounts, orderSchema } from "~/schemas/bundle";

type NewBundle = operations["createBundle"]["requestBody"]["content"]["application/json"];
export type OrderValues = output<typeof orderSchema>;

/** The order as the API takes it. */
export function bodyOf(order: OrderValues): NewBundle {
  const { businessId, name, strategyId, periodStart, periodEnd, topicIds, notes } = order;
  return {
    businessId,
    name,
    periodStart,
    periodEnd,
    strategyId: strategyId || null,
    brief: { ...briefOf(order), topicIds, notes },
  };
}

export function briefOf(order: OrderCounts) {
  const { blogPosts, socialPosts, contentUpgrades, emailSequences, emailsPerSequence, platforms } = order;
  return {
    counts: { blogPosts, socialPosts, contentUpgrades, emailSequences },
    emailsPerSequence,
    platforms: socialPosts > 0 ? platforms : [],
  };
}

const dayMs = 86_400_000;

/** A small bundle of every kind for the next thirty days: fits the free plan, and one press orders it. */
export function firstOrder(businessName: string, today: string) {
  const start = Date.parse(today);
  const dayAt = (days: number) => new Date(start + days * dayMs).toISOString().slice(0, 10);
  return {
    name: `${businessName}, ${monthOf(start)}`,
    periodStart: dayAt(0),
    periodEnd: dayAt(29),
    blogPosts: 2,
    socialPosts: 8,
    contentUpgrades: 1,
    emailSequences: 1,
    emailsPerSequence: 3,
    platforms: ["linkedin", "instagram"] as OrderCounts["platforms"],
  };
}

function monthOf(time: number): string {
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(time);
}
