import "./without-eval";
import * as z from "zod";

function upTo(most: number, what: string) {
  const words = `Order between 0 and ${most} ${what}.`;
  return z.coerce.number(words).int(words).min(0, words).max(most, words).default(0);
}

const day = z.iso.date("Choose a day.");

export const most = { blogPosts: 52, socialPosts: 365, contentUpgrades: 12, emailSequences: 12 } as const;

/** How much of each kind: what an estimate needs to know. */
const countsShape = {
  blogPosts: upTo(most.blogPosts, "blog posts"),
  socialPosts: upTo(most.socialPosts, "social posts"),
  contentUpgrades: upTo(most.contentUpgrades, "upgrades"),
  emailSequences: upTo(most.emailSequences, "sequences"),
  emailsPerSequence: z.coerce
    .number("A sequence has between 1 and 12 emails.")
    .int("A sequence has between 1 and 12 emails.")
    .min(1, "A sequence has between 1 and 12 emails.")
    .max(12, "A sequence has between 1 and 12 emails.")
    .default(5),
  platforms: z.array(z.enum(["x", "linkedin", "facebook", "instagram", "threads", "bluesky"])).default([]),
};

export const countsSchema = z.object(countsShape);

export const orderSchema = z
  .object({
    businessId: z.string().min(1).max(64),
    name: z
      .string("Give it a name.")
      .trim()
      .min(1, "Give it a name.")
      .max(200, "Use at most 200 characters."),
    strategyId: z.string().max(64).optional(),
    periodStart: day,
    periodEnd: day,
    ...countsShape,
    topicIds: z.array(z.string().max(64)).max(100).default([]),
    notes: z.string().trim().max(2000, "Use at most 2,000 characters.").default(""),
    /** Which of the two buttons. */
    purpose: z.enum(["write", "keep"]).default("write"),
  })
  .refine(({ periodStart, periodEnd }) => periodStart <= periodEnd, {
    path: ["periodEnd"],
    error: "Choose a day that is not before the first.",
  })
  .refine(({ socialPosts, platforms }) => socialPosts === 0 || platforms.length > 0, {
    path: ["platforms"],
    error: "Choose where the social posts go.",
  })
  .refine((order) => orderedIn(order) > 0, { path: ["blogPosts"], error: "Order at least one piece." });

export type OrderCounts = z.output<typeof countsSchema>;

export function orderedIn(order: OrderCounts): number {
  const { blogPosts, socialPosts, contentUpgrades, emailSequences, emailsPerSequence } = order;
  return blogPosts + socialPosts + contentUpgrades + emailSequences * (1 + emailsPerSequence);
}
