import * as z from "zod";
import {
  type pieceKinds,
  sequenceTypes,
  socialPlatforms,
  socialPostTypes,
  upgradeTypes,
} from "../../db/schema/cell/content";
import { safeImage, safeLink } from "./pure/links";
import { plainTag } from "./pure/social";
import { emailTextShape, richTextShape } from "./rich-text";

export type PieceKind = (typeof pieceKinds)[number];

/** What a piece may be for, by its kind; the first is what it is for when nobody says. */
export const goalsByKind = {
  social_post: ["website_visit", "lead_magnet", "sale"],
  blog_post: ["lead_magnet", "sale", "share"],
  content_upgrade: ["email_signup", "sale", "share"],
  email_sequence: ["sale", "referral", "testimonial"],
  email: ["sale", "referral", "testimonial"],
} as const satisfies Record<PieceKind, readonly [string, ...string[]]>;
export const conversionGoals = [...new Set(Object.values(goalsByKind).flat())] as const;

const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/\s+/g, " ").trim());
const paragraphs = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/\r\n?/g, "\n"));
const link = z
  .string()
  .max(2000)
  .transform((text, context) => {
    const href = text.trim() === "" ? "" : safeLink(text.trim());
    if (href !== null) return href;
    context.addIssue({
      code: "custom",
      message: "Use an address that begins with http, https, mailto or tel.",
    });
    return z.NEVER;
  });
const picture = z
  .string()
  .max(2000)
  .transform((text, context) => {
    const src = safeImage(text.trim());
    if (src !== null) return src;
    context.addIssue({ code: "custom", message: "Use an address that begins with http or https." });
    return z.NEVER;
  })
  .nullable();
const tag = z.string().max(120).transform(plainTag).pipe(z.string().min(1, "Use letters or digits."));

const shared = {
  title: line(300).pipe(z.string().min(1)),
  ctaText: line(200),
  ctaUrl: link,
};
const address = {
  slug: z
    .string()
    .max(100)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use small letters, digits and single hyphens."),
};

/** What a person may write, by kind. */
export const contentFields = {
  blog_post: z.strictObject({
    ...shared,
    ...address,
    conversionGoal: z.enum(goalsByKind.blog_post),
    body: richTextShape,
    metaTitle: line(200),
    metaDescription: line(500),
    keywords: z.array(line(80).pipe(z.string().min(1))).max(20),
    imageUrl: picture,
    imageAlt: line(300),
  }),
  social_post: z.strictObject({
    ...shared,
    conversionGoal: z.enum(goalsByKind.social_post),
    platform: z.enum(socialPlatforms),
    postType: z.enum(socialPostTypes),
    text: paragraphs(70_000),
    hashtags: z.array(tag).max(60),
    mediaPrompts: z.array(line(1000)).max(20),
  }),
  content_upgrade: z.strictObject({
    ...shared,
    ...address,
    conversionGoal: z.enum(goalsByKind.content_upgrade),
    upgradeType: z.enum(upgradeTypes),
    description: paragraphs(2000),
    body: richTextShape,
  }),
  email_sequence: z.strictObject({
    ...shared,
    conversionGoal: z.enum(goalsByKind.email_sequence),
    sequenceType: z.enum(sequenceTypes),
    sequenceGoal: z.enum(sequenceTypes),
    description: paragraphs(2000),
  }),
  email: z.strictObject({
    ...shared,
    conversionGoal: z.enum(goalsByKind.email),
    subjectLine: line(300),
    preheader: line(300),
    body: emailTextShape,
    delayMinutes: z.number().int().min(0).max(525_600),
  }),
} as const satisfies Record<PieceKind, z.ZodObject>;

/** The words of a piece with all that belongs to them: what is edited, versioned and restored as one. */
export type PieceContent = {
  [K in PieceKind]: { kind: K } & z.output<(typeof contentFields)[K]>;
}[PieceKind];
export type ContentOf<K extends PieceKind> = Extract<PieceContent, { kind: K }>;
