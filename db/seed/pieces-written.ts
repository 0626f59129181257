import type { sequenceTypes, socialPlatforms, socialPostTypes, upgradeTypes } from "../schema/cell/content";

export type Written = {
  /** By which edges and other data name it. */
  name: string;
  title: string;
  conversionGoal: string;
  ctaText: string;
  ctaUrl: string;
  /** Which of the chosen topics it is about. */
  topic?: string;
  /** What the text claims, as it stands there, and the fact of the website that backs it, if one does. */
  claims?: { claim: string; fact?: string; confirmed?: boolean }[];
  /** The words as the model first wrote them, where somebody has changed them since. */
  firstBody?: string;
};

export type WrittenPost = Written & {
  slug: string;
  body: string;
  metaTitle: string;
  metaDescription: string;
  keywords: string[];
};
export type WrittenSocial = Written & {
  platform: (typeof socialPlatforms)[number];
  postType?: (typeof socialPostTypes)[number];
  text: string;
  hashtags: string[];
  mediaPrompts: string[];
};
export type WrittenUpgrade = Written & {
  slug: string;
  upgradeType: (typeof upgradeTypes)[number];
  description: string;
  body: string;
};
export type WrittenSequence = Written & {
  sequenceType: (typeof sequenceTypes)[number];
  description: string;
};
export type WrittenEmail = Written & {
  subjectLine: string;
  preheader: string;
  delayMinutes: number;
  body: string;
};
