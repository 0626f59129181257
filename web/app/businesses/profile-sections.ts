import type { ProfileField } from "./profile-field";
import { awarenessOptions, platformNames, platformOptions, upgradeOptions } from "./profile-words";

export type ProfilePart = "offer" | "audience" | "voice" | "channels";
export type ProfileSection = { intent: string; title: string; about: string; fields: ProfileField[] };
type Planned = { socialPlatforms: string[]; postingTimes: object; platformPreferences: object };

/** The forms of the profile. Those of the channels are about the channels that are used. */
export function sectionsOf(part: ProfilePart, business: Planned): ProfileSection[] {
  return part === "channels" ? channels(business) : sections[part];
}

export function findSection(intent: string, business: Planned): ProfileSection | undefined {
  return [...Object.values(sections).flat(), ...channels(business)].find(
    (section) => section.intent === intent,
  );
}

const line = (name: string, label: string, longest: number, hint?: string): ProfileField => ({
  kind: "line",
  name,
  label,
  longest,
  hint,
});
const text = (name: string, label: string, longest: number, hint?: string): ProfileField => ({
  kind: "text",
  name,
  label,
  longest,
  hint,
  wide: true,
});
const lines = (name: string, label: string, most: number, hint = "One a line.", longest = 200) =>
  ({ kind: "lines", name, label, most, longest, hint }) satisfies ProfileField;

const sections: Record<Exclude<ProfilePart, "channels">, ProfileSection[]> = {
  offer: [
    {
      intent: "business",
      title: "Business",
      about: "Who it is and where it speaks.",
      fields: [
        { ...line("name", "Name", 120), kind: "line", longest: 120, required: true },
        { kind: "address", name: "website", label: "Website", nullable: true },
        { kind: "choice", name: "language", label: "Language it writes in", options: "languages" },
        { kind: "choice", name: "timezone", label: "Time zone", options: "zones" },
        line("industry", "Industry", 100),
        line("businessType", "Kind of business", 200, "Such as “Coffee roaster that sells to offices”."),
        {
          ...line("slug", "Name in the address of its site", 48, "Earlier names keep leading here."),
          kind: "line",
          longest: 48,
          required: true,
        },
      ],
    },
    {
      intent: "offer",
      title: "Offer",
      about: "What people get. Every piece is written from this.",
      fields: [
        text("description", "What it does", 2000),
        line("primaryProduct", "Main product or service", 200),
        text("coreOfferDescription", "What the offer is made of", 2000),
        line("primaryCta", "What readers should do", 120, "Words for a button, such as “Book a tasting”."),
        { kind: "address", name: "primaryCtaUrl", label: "Where that leads" },
        lines("competitors", "Competitors", 20),
      ],
    },
    {
      intent: "goals",
      title: "Goals",
      about: "What the content is for.",
      fields: [
        text("primaryContentGoal", "What content should bring about", 500),
        text("revenueTargets", "Revenue it should help to reach", 500),
        lines("listBuildingGoals", "Goals for the mailing list", 10),
      ],
    },
    {
      intent: "look",
      title: "Look",
      about: "For its site and everything that carries its name.",
      fields: [
        { kind: "address", name: "logoUrl", label: "Address of the logo", nullable: true, wide: true },
        { kind: "colour", name: "brandColors_primary", label: "Main colour" },
        { kind: "colour", name: "brandColors_secondary", label: "Second colour" },
        { kind: "colour", name: "brandColors_accent", label: "Accent" },
      ],
    },
  ],
  audience: [
    {
      intent: "audience",
      title: "Audience",
      about: "Whom it is written for.",
      fields: [
        text("targetAudience", "Who they are", 2000),
        line("audienceJobRole", "Their work", 200),
        { kind: "choice", name: "awarenessStage", label: "They", options: awarenessOptions, nullable: true },
        line("audienceDemographics_age", "Age", 100),
        line("audienceDemographics_gender", "Gender", 100),
        line("audienceDemographics_location", "Where they live", 200),
        line("audienceDemographics_income", "Income", 100),
      ],
    },
    {
      intent: "psychology",
      title: "What moves them",
      about: "Topics and openings are found here.",
      fields: [
        lines("audiencePainPoints", "What bothers them", 12),
        lines("audienceDesiredOutcomes", "What they want instead", 12),
        lines("audiencePsychographics_goals", "Goals", 12),
        lines("audiencePsychographics_values", "What they value", 12),
        lines("audiencePsychographics_interests", "Interests", 12),
      ],
    },
  ],
  voice: [
    {
      intent: "voice",
      title: "Voice",
      about: "How it sounds, wherever it is read.",
      fields: [
        text("toneOfVoice", "Tone of voice", 500),
        text("blogStyle", "Style of articles", 500),
        text("emailTone", "Tone of mails", 500),
        lines("brandKeywords", "Keywords", 30, "Words it wants to be found by, one a line.", 80),
      ],
    },
    {
      intent: "focus",
      title: "Focus",
      about: "What it writes about.",
      fields: [
        text("contentFocus", "Focus", 1000),
        lines("primaryTopics", "Main topics", 20, "One a line.", 120),
      ],
    },
  ],
};

function channels({ socialPlatforms, postingTimes, platformPreferences }: Planned): ProfileSection[] {
  const used = Object.keys({
    ...platformPreferences,
    ...Object.fromEntries(socialPlatforms.map((name) => [name, 0])),
  });
  const planned = [...new Set(["blog", ...used, ...Object.keys(postingTimes)])];
  return [
    {
      intent: "channels",
      title: "Channels",
      about: "Where its content goes.",
      fields: [
        { kind: "several", name: "socialPlatforms", label: "Networks", options: platformOptions, wide: true },
        { kind: "choice", name: "contentUpgradeType", label: "Favourite upgrade", options: upgradeOptions },
        line("emailFrequency", "How often it mails", 100, "Such as “Every second Tuesday”."),
        lines("competitorSocialAccounts", "Accounts of competitors", 20),
      ],
    },
    {
      intent: "posting-times",
      title: "Posting times",
      about: "In its own time zone. The calendar offers these first.",
      fields: planned.map((name) => ({
        kind: "times",
        name: `postingTimes_${name}`,
        label: platformNames[name] ?? "Blog",
        hint: "Such as “Mon–Fri 09:30”, a line for each set of days.",
      })),
    },
    {
      intent: "platform-preferences",
      title: "Ways of each network",
      about: "What posts there should keep to.",
      fields: used.map((name) => text(`platformPreferences_${name}`, platformNames[name] ?? name, 500)),
    },
  ].filter(({ fields }) => fields.length > 0) as ProfileSection[];
}
