import * as z from "zod";
import type { socialPlatforms } from "../../../db/schema/cell/content";
import type { PieceKind } from "../fields";

type Platform = (typeof socialPlatforms)[number];

/** What a model says instead of writing; such an answer is asked for again and then refused, never kept (AI-02). */
const refusal =
  /^\s*(?:["“]?)(?:I(?:['’]m| am) (?:sorry|unable|not able)|(?:Sorry|Unfortunately),? (?:but )?I (?:can|am|['’]m)|I (?:can(?:no|['’])t|cannot|won['’]t) (?:help|assist|write|create|provide|comply|do that)|As an? (?:AI|artificial|language model)|As a large language model)/i;

const prose = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => !refusal.test(text), "Write the text itself, not a reason for not writing it.");
const line = (most: number) => prose(most);
const cta = {
  ctaText: z
    .string()
    .trim()
    .max(120)
    .meta({ description: "What the reader is asked to do, in a few words." }),
};

/** In plain characters; the network's own count is made when the answer is kept. */
const postLength: Record<Platform, number> = {
  x: 280,
  linkedin: 2600,
  facebook: 2600,
  instagram: 1900,
  threads: 480,
  bluesky: 290,
};
const tagsFor: Record<Platform, number> = {
  x: 2,
  linkedin: 5,
  facebook: 3,
  instagram: 12,
  threads: 1,
  bluesky: 2,
};

const blogPost = z.strictObject({
  title: line(120),
  body: prose(60_000, 20).meta({
    description: "The post in Markdown, from ## headings down, without the title.",
  }),
  metaTitle: line(70),
  metaDescription: line(200),
  keywords: z.array(z.string().trim().min(1).max(60)).min(1).max(8),
  imageAlt: z.string().trim().max(200),
  ...cta,
});
const socialPost = (platform: Platform = "linkedin") =>
  z.strictObject({
    content: prose(postLength[platform]).meta({ description: "The post, without hashtags." }),
    hashtags: z.array(z.string().trim().min(1).max(40)).max(tagsFor[platform]),
    mediaPrompts: z.array(z.string().trim().min(1).max(400)).max(3),
    ...cta,
  });
const contentUpgrade = z.strictObject({
  title: line(120),
  description: prose(600),
  body: prose(50_000, 20).meta({
    description: "The document in Markdown, from ## headings down, without the title.",
  }),
  ...cta,
});
const emailSequence = z.strictObject({ title: line(120), description: prose(1200), ...cta });
const email = z.strictObject({
  subjectLine: line(120),
  preheader: z.string().trim().max(160),
  body: prose(20_000, 20).meta({ description: "The email in Markdown, with merge tags where they help." }),
  ...cta,
});

const shapes = {
  blog_post: blogPost,
  social_post: socialPost(),
  content_upgrade: contentUpgrade,
  email_sequence: emailSequence,
  email,
} as const;

const posts: Readonly<Record<Platform, typeof shapes.social_post>> = {
  x: socialPost("x"),
  linkedin: socialPost("linkedin"),
  facebook: socialPost("facebook"),
  instagram: socialPost("instagram"),
  threads: socialPost("threads"),
  bluesky: socialPost("bluesky"),
};

export type AnswerOf<K extends PieceKind> = z.output<(typeof shapes)[K]>;
/** What a model answers for a piece; which kind it is of, the piece says. */
export type PieceAnswer = AnswerOf<PieceKind>;

export function contentShapeOf(kind: PieceKind, platform?: Platform): z.ZodType<PieceAnswer> {
  return kind === "social_post" && platform ? posts[platform] : shapes[kind];
}
