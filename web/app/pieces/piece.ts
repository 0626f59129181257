import type { BadgeTone } from "~/components/ui/badge";
import type { components } from "../../../sdk";
import type { Words } from "./draft/merge";

type Schemas = components["schemas"];

export type BlogPost = Schemas["BlogPost"];
export type SocialPost = Schemas["SocialPost"];
export type ContentUpgrade = Schemas["ContentUpgrade"];
export type EmailSequence = Schemas["EmailSequence"];
export type Email = Schemas["Email"];
export type Piece = BlogPost | SocialPost | ContentUpgrade | EmailSequence | Email;
export type PieceKind = Piece["kind"];
export type PieceStatus = Piece["status"];

/** The fields that a person writes, by kind: what is edited, saved and compared. */
const written = {
  blog_post: [
    "title",
    "slug",
    "body",
    "metaTitle",
    "metaDescription",
    "keywords",
    "imageUrl",
    "imageAlt",
    "conversionGoal",
    "ctaText",
    "ctaUrl",
  ],
  social_post: [
    "title",
    "text",
    "hashtags",
    "mediaPrompts",
    "postType",
    "conversionGoal",
    "ctaText",
    "ctaUrl",
  ],
  content_upgrade: [
    "title",
    "slug",
    "description",
    "body",
    "upgradeType",
    "conversionGoal",
    "ctaText",
    "ctaUrl",
  ],
  email_sequence: [
    "title",
    "description",
    "sequenceType",
    "sequenceGoal",
    "conversionGoal",
    "ctaText",
    "ctaUrl",
  ],
  email: ["title", "subjectLine", "preheader", "body", "delayMinutes", "conversionGoal", "ctaText", "ctaUrl"],
} as const;

type Of<P, F extends readonly string[]> = { [K in F[number] & keyof P]: P[K] };
export type BlogWords = Of<BlogPost, (typeof written)["blog_post"]>;
export type SocialWords = Of<SocialPost, (typeof written)["social_post"]>;
export type UpgradeWords = Of<ContentUpgrade, (typeof written)["content_upgrade"]>;
export type SequenceWords = Of<EmailSequence, (typeof written)["email_sequence"]>;
export type EmailWords = Of<Email, (typeof written)["email"]>;
export type CallToAction = Pick<BlogWords, "conversionGoal" | "ctaText" | "ctaUrl">;

export function wordsOf(piece: Piece): Words {
  const fields: readonly string[] = written[piece.kind];
  return Object.fromEntries(Object.entries(piece).filter(([field]) => fields.includes(field)));
}

/** Nobody else may change the words while a model writes them, nor what was put away. */
export function isEditable({ status, archivedAt }: Piece): boolean {
  return archivedAt === null && !isBeingWritten(status);
}

export function isBeingWritten(status: PieceStatus): boolean {
  return status === "queued" || status === "generating";
}

export const kindNames: Record<PieceKind, string> = {
  blog_post: "Blog post",
  social_post: "Social post",
  content_upgrade: "Content upgrade",
  email_sequence: "Email sequence",
  email: "Email",
};

export const stateNames: Record<PieceStatus, { name: string; tone: BadgeTone }> = {
  draft: { name: "Not written yet", tone: "neutral" },
  queued: { name: "Waiting to be written", tone: "neutral" },
  generating: { name: "Being written", tone: "stream" },
  failed: { name: "Writing failed", tone: "danger" },
  ready: { name: "To approve", tone: "attention" },
  approved: { name: "Approved", tone: "stream" },
  scheduled: { name: "Scheduled", tone: "stream" },
  published: { name: "Published", tone: "stream" },
  archived: { name: "Archived", tone: "neutral" },
};

export const goalNames: Record<string, string> = {
  website_visit: "Visit the website",
  lead_magnet: "Get the lead magnet",
  email_signup: "Sign up by email",
  sale: "Buy",
  share: "Share it",
  referral: "Recommend you",
  testimonial: "Say how it was",
};

/** What a piece may be for, by its kind, as the API takes it. */
export const goalsOf: Record<PieceKind, readonly string[]> = {
  social_post: ["website_visit", "lead_magnet", "sale"],
  blog_post: ["lead_magnet", "sale", "share"],
  content_upgrade: ["email_signup", "sale", "share"],
  email_sequence: ["sale", "referral", "testimonial"],
  email: ["sale", "referral", "testimonial"],
};

export const platformNames: Record<SocialPost["platform"], string> = {
  x: "X",
  linkedin: "LinkedIn",
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  bluesky: "Bluesky",
};
