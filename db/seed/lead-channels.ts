export type Channel = {
  source: { name: string; type: "website" | "form" | "email" | "social" | "linkedin" | "referral" | "event" };
  utm: { source: string; medium: string; campaign: string } | null;
  /** How many of those who come this way buy for themselves. */
  home: number;
  /** Times as likely to buy as the others: a recommendation is worth more than a download. */
  luck: number;
};

export const channelNames = [
  "guide",
  "enquiry",
  "linkedin",
  "search",
  "instagram",
  "referral",
  "newsletter",
  "fair",
] as const;
export type ChannelName = (typeof channelNames)[number];

/** How people come to ask. */
export const channels: Record<ChannelName, Channel> = {
  guide: {
    source: { name: "Cold brew checklist", type: "form" },
    utm: { source: "blog", medium: "content", campaign: "cold-brew" },
    home: 0.55,
    luck: 0.6,
  },
  enquiry: {
    source: { name: "Wholesale enquiry", type: "form" },
    utm: null,
    home: 0,
    luck: 1.5,
  },
  linkedin: {
    source: { name: "LinkedIn", type: "linkedin" },
    utm: { source: "linkedin", medium: "social", campaign: "office-coffee" },
    home: 0.05,
    luck: 1,
  },
  search: {
    source: { name: "Google", type: "website" },
    utm: { source: "google", medium: "organic", campaign: "" },
    home: 0.4,
    luck: 1,
  },
  instagram: {
    source: { name: "Instagram", type: "social" },
    utm: { source: "instagram", medium: "social", campaign: "saturday-tasting" },
    home: 0.75,
    luck: 0.7,
  },
  referral: {
    source: { name: "Recommended by a customer", type: "referral" },
    utm: null,
    home: 0.2,
    luck: 2.1,
  },
  newsletter: {
    source: { name: "Newsletter", type: "email" },
    utm: { source: "newsletter", medium: "email", campaign: "brewing-letters" },
    home: 0.6,
    luck: 1.1,
  },
  fair: {
    source: { name: "Oslo Coffee Festival", type: "event" },
    utm: null,
    home: 0.1,
    luck: 1.2,
  },
};
