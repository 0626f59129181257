import * as z from "zod";
import type { Brief } from "../../db/schema/cell/bundles";
import { pieceKinds, socialPlatforms } from "../../db/schema/cell/content";
import { idOf } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import type { PieceKind } from "../pieces";

const upTo = (most: number) => z.number().int().min(0).max(most).default(0);
const day = (example: string) => z.iso.date().meta({ example });

/** A year of content at most: a post a day, an article a week. */
export const briefShape = z.strictObject({
  counts: z.strictObject({
    blogPosts: upTo(52),
    socialPosts: upTo(365),
    contentUpgrades: upTo(12),
    emailSequences: upTo(12),
  }),
  platforms: z
    .array(z.enum(socialPlatforms))
    .max(socialPlatforms.length)
    .default([])
    .meta({ description: "Social posts are spread over them evenly." }),
  emailsPerSequence: z.number().int().min(1).max(12).default(5),
  topicIds: z
    .array(idOf("topic"))
    .max(100)
    .default([])
    .meta({ description: "Taken in turn. Without any, the profile of the business gives the subjects." }),
  notes: z.string().trim().max(2000).default("").meta({ description: "What every piece should heed." }),
});

export const orderFields = {
  name: z.string().trim().min(1).max(200),
  strategyId: idOf("strategy").nullable(),
  timePeriod: z.string().trim().max(100).meta({ description: "In words, such as “Spring 2027”." }),
  periodStart: day("2027-01-01"),
  periodEnd: day("2027-03-31"),
  brief: briefShape,
};

type Fields = { [K in keyof typeof orderFields]: z.output<(typeof orderFields)[K]> };
export type Order = Omit<Fields, "brief"> & { brief: Brief };

const dayMs = 86_400_000;
const longestDays = 366;

/** What one field alone cannot say. */
export function assertOrder({ periodStart, periodEnd, brief }: Omit<Order, "name">): void {
  const days = (Date.parse(periodEnd) - Date.parse(periodStart)) / dayMs + 1;
  if (days < 1) throw Invalid.field("/periodEnd", "before_start", "The period ends before it begins.");
  if (days > longestDays) throw Invalid.field("/periodEnd", "too_long", "A bundle covers a year at most.");
  assertBrief(brief);
}

export function assertBrief({ counts, platforms }: Brief): void {
  if (new Set(platforms).size < platforms.length)
    throw Invalid.field("/brief/platforms", "repeated", "Name each platform once.");
  if (counts.socialPosts > 0 && platforms.length === 0)
    throw Invalid.field("/brief/platforms", "missing", "Choose where the social posts go.");
}

/** An email is a piece like any other: it is written, counted and paid for by itself. */
export function piecesOrdered({ counts, emailsPerSequence }: Brief): Record<PieceKind, number> {
  return {
    blog_post: counts.blogPosts,
    social_post: counts.socialPosts,
    content_upgrade: counts.contentUpgrades,
    email_sequence: counts.emailSequences,
    email: counts.emailSequences * emailsPerSequence,
  };
}

export function countOrdered(brief: Brief): number {
  const ordered = piecesOrdered(brief);
  return pieceKinds.reduce((sum, kind) => sum + ordered[kind], 0);
}
