import * as z from "zod";
import {
  pieceKinds,
  pieceStates,
  sequenceTypes,
  socialPlatforms,
  socialPostTypes,
  upgradeTypes,
} from "../../db/schema/cell/content";
import { wireTime } from "../kernel/contract";
import { richTextWire } from "./rich-text";

const base = {
  id: z.string(),
  businessId: z.string(),
  bundleId: z.string().nullable(),
  strategyId: z.string().nullable(),
  topicId: z.string().nullable(),
  title: z.string(),
  status: z.enum(pieceStates),
  position: z.number().int(),
  channel: z.string().meta({ description: "A platform, `site` or `email`." }),
  conversionGoal: z.string(),
  ctaText: z.string(),
  ctaUrl: z.string(),
  excerpt: z.string(),
  wordCount: z.number().int(),
  scheduledFor: wireTime.nullable(),
  publishedAt: wireTime.nullable(),
  approvedAt: wireTime.nullable(),
  approvedBy: z.string().nullable(),
  versionNumber: z.number().int(),
  revision: z
    .number()
    .int()
    .meta({ description: "Rises with every change; a change names the one it began from." }),
  editedAt: wireTime.nullable().meta({ description: "When a person last changed the words." }),
  generationId: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  archivedAt: wireTime.nullable(),
  createdAt: wireTime,
  updatedAt: wireTime,
};

export const pieceSummaryWire = z
  .strictObject({ kind: z.enum(pieceKinds), ...base })
  .meta({ id: "PieceSummary", description: "What every kind has, without its words." });

export const socialCountWire = z
  .strictObject({
    characters: z.number().int(),
    limit: z.number().int(),
    left: z.number().int(),
    hashtags: z.number().int(),
    hashtagLimit: z.number().int().nullable(),
    fits: z.boolean(),
  })
  .meta({ id: "SocialCount", description: "As the network itself counts." });

const blogPost = {
  slug: z.string(),
  body: richTextWire,
  metaTitle: z.string(),
  metaDescription: z.string(),
  keywords: z.array(z.string()),
  imageUrl: z.string().nullable(),
  imageAlt: z.string(),
};
const socialPost = {
  platform: z.enum(socialPlatforms),
  postType: z.enum(socialPostTypes),
  text: z.string(),
  hashtags: z.array(z.string()),
  mediaPrompts: z.array(z.string()),
};
const contentUpgrade = {
  slug: z.string(),
  upgradeType: z.enum(upgradeTypes),
  description: z.string(),
  body: richTextWire,
};
const emailSequence = {
  sequenceType: z.enum(sequenceTypes),
  sequenceGoal: z.enum(sequenceTypes),
  description: z.string(),
};
const email = {
  subjectLine: z.string(),
  preheader: z.string(),
  body: richTextWire,
  delayMinutes: z.number().int().meta({ description: "After the email before it, or after joining." }),
};

const posted = {
  post: z.string().meta({ description: "As it goes out, hashtags included." }),
  count: socialCountWire,
};
const inSequence = { sequenceId: z.string(), emailPosition: z.number().int() };

export const pieceWire = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("blog_post"), ...base, ...blogPost, readingMinutes: z.number().int() })
      .meta({ id: "BlogPost" }),
    z
      .strictObject({ kind: z.literal("social_post"), ...base, ...socialPost, ...posted })
      .meta({ id: "SocialPost" }),
    z
      .strictObject({
        kind: z.literal("content_upgrade"),
        ...base,
        ...contentUpgrade,
        downloadCount: z.number().int(),
      })
      .meta({ id: "ContentUpgrade" }),
    z
      .strictObject({
        kind: z.literal("email_sequence"),
        ...base,
        ...emailSequence,
        totalEmails: z.number().int(),
      })
      .meta({ id: "EmailSequence" }),
    z.strictObject({ kind: z.literal("email"), ...base, ...email, ...inSequence }).meta({ id: "Email" }),
  ])
  .meta({ id: "Piece" });
export type PieceWire = z.input<typeof pieceWire>;

export const editedWire = z
  .strictObject({
    piece: pieceWire,
    approvalRemoved: z.boolean().meta({ description: "It was approved, and needs to be approved again." }),
  })
  .meta({ id: "EditedPiece" });

const words = {
  title: base.title,
  conversionGoal: base.conversionGoal,
  ctaText: base.ctaText,
  ctaUrl: base.ctaUrl,
};
/** The words alone, as a version keeps them. */
export const pieceContentWire = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("blog_post"), ...words, ...blogPost }),
    z.strictObject({ kind: z.literal("social_post"), ...words, ...socialPost }),
    z.strictObject({ kind: z.literal("content_upgrade"), ...words, ...contentUpgrade }),
    z.strictObject({ kind: z.literal("email_sequence"), ...words, ...emailSequence }),
    z.strictObject({ kind: z.literal("email"), ...words, ...email }),
  ])
  .meta({ id: "PieceContent" });
