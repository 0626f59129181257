import * as z from "zod";
import {
  pieceKinds,
  pieceStates,
  sequenceTypes,
  socialPlatforms,
  socialPostTypes,
  upgradeTypes,
} from "../../db/schema/cell/content";
import { idOf } from "../kernel/contract";
import { pageQuery } from "../kernel/page";
import { conversionGoals } from "./fields";
import { richTextWire } from "./rich-text";

const body = z.strictObject(richTextWire.shape).meta({
  description: "A RichText; see there.",
  example: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Words." }] }] },
});

const shared = {
  title: z.string().max(300),
  conversionGoal: z.enum(conversionGoals),
  ctaText: z.string().max(200),
  ctaUrl: z.string().max(2000).meta({ description: "http, https, mailto or tel; empty for none." }),
};
/** Every field that words of any kind may have; the piece's own kind says which of them are its. */
export const pieceWords = {
  ...shared,
  body,
  text: z.string().max(70_000),
  slug: z.string().max(100),
  metaTitle: z.string().max(200),
  metaDescription: z.string().max(500),
  keywords: z.array(z.string().max(80)).max(20),
  imageUrl: z.string().max(2000).nullable(),
  imageAlt: z.string().max(300),
  hashtags: z.array(z.string().max(120)).max(60),
  mediaPrompts: z.array(z.string().max(1000)).max(20),
  postType: z.enum(socialPostTypes),
  upgradeType: z.enum(upgradeTypes),
  description: z.string().max(2000),
  sequenceType: z.enum(sequenceTypes),
  sequenceGoal: z.enum(sequenceTypes),
  subjectLine: z.string().max(300),
  preheader: z.string().max(300),
  delayMinutes: z.number().int().min(0).max(525_600),
};
const revision = z.number().int().min(1).meta({
  description:
    "The one that this began from; another one now is a conflict, with the newer piece in `current`.",
});

export const pieceChange = z.strictObject({ revision, ...z.strictObject(pieceWords).partial().shape });

export const newPiece = z
  .strictObject({
    kind: z.enum(pieceKinds).exclude(["email"]),
    businessId: idOf("business"),
    bundleId: idOf("bundle").optional(),
    strategyId: idOf("strategy").optional(),
    topicId: idOf("topic").optional(),
    platform: z.enum(socialPlatforms).optional().meta({ description: "For social posts." }),
    ...z.strictObject(pieceWords).partial().shape,
    title: z.string().trim().min(1).max(300),
  })
  .superRefine(({ kind, platform }, context) => {
    if (kind === "social_post" && platform === undefined)
      context.addIssue({ code: "custom", path: ["platform"], message: "Name the network of the post." });
    if (kind !== "social_post" && platform !== undefined)
      context.addIssue({ code: "custom", path: ["platform"], message: "Only social posts have a network." });
  });

const { title, ctaText, ctaUrl, subjectLine, preheader, delayMinutes, conversionGoal } = pieceWords;
export const newEmail = z
  .strictObject({ title, ctaText, ctaUrl, subjectLine, preheader, body, delayMinutes, conversionGoal })
  .partial();

export const approvalOrder = z.strictObject({ revision: revision.optional() });
export const generationWish = z.strictObject({
  feedback: z.string().trim().max(2000).default("").meta({ description: "What to do otherwise." }),
  keepEdits: z
    .boolean()
    .default(true)
    .meta({ description: "A result that lost sentences of a person is then a suggestion, not the text." }),
  revision: revision.optional(),
});
export const selectionWish = z.strictObject({
  selection: z.string().trim().min(1).max(5000).meta({ description: "As it stands in the saved text." }),
  instruction: z.string().trim().min(1).max(500),
});

export const pieceQuery = pageQuery.extend({
  businessId: idOf("business").optional(),
  bundleId: idOf("bundle").optional(),
  kind: z.enum(pieceKinds).optional(),
  status: z.enum(pieceStates).optional(),
  q: z.string().trim().max(100).optional().meta({ description: "How the title begins." }),
  archived: z.enum(["true", "false"]).default("false"),
});
