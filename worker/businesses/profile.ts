import * as z from "zod";
import { awarenessStages } from "../../db/schema/cell/business";
import { socialPlatforms, upgradeTypes } from "../../db/schema/cell/content";
import { language, oneLine, timezone } from "../people";
import { webLink, websiteAddress } from "./website";

const line = (longest: number) => z.union([z.literal(""), oneLine(longest)]);
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((value) => !/[^\P{Cc}\n\t\r]/u.test(value), "Only plain text can be kept here.");
const lines = (most: number, longest = 200) => z.array(oneLine(longest)).max(most);
const day = z.iso.date().meta({ examples: ["2027-03-01"] });
const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "Write a colour as #rrggbb.")
  .toLowerCase()
  .meta({ examples: ["#0f766e"] });
const platform = z.enum(socialPlatforms);

export const slugShape = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, "Use 1 to 48 small letters, digits and hyphens.")
  .meta({ examples: ["northwind-coffee"] });

const promotion = z
  .strictObject({
    name: oneLine(120),
    description: text(500).default(""),
    startsOn: day.optional(),
    endsOn: day.optional(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ["endsOn"],
    message: "It cannot end before it begins.",
  });

const postingTime = z.strictObject({
  weekday: z.int().min(1).max(7).meta({ description: "1 is Monday" }),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Write a time as 09:30.")
    .meta({ examples: ["09:30"] }),
});

/** What a business says of itself, field by field: routes, wire, proposals and prompts are all made from this. */
export const profileFields = {
  name: oneLine(120),
  website: websiteAddress.nullable(),
  language,
  timezone,
  industry: line(100),
  businessType: line(200),
  description: text(2000),
  primaryProduct: line(200),
  coreOfferDescription: text(2000),
  targetAudience: text(2000),
  audienceDemographics: z.strictObject({
    age: oneLine(100).optional(),
    gender: oneLine(100).optional(),
    location: oneLine(200).optional(),
    income: oneLine(100).optional(),
  }),
  audiencePsychographics: z.strictObject({
    goals: lines(12).optional(),
    values: lines(12).optional(),
    interests: lines(12).optional(),
  }),
  audienceJobRole: line(200),
  audiencePainPoints: lines(12),
  audienceDesiredOutcomes: lines(12),
  contentFocus: text(1000),
  primaryTopics: lines(20, 120),
  toneOfVoice: text(500),
  brandKeywords: lines(30, 80),
  competitors: lines(20),
  primaryCta: line(120),
  primaryCtaUrl: z.union([z.literal(""), webLink]),
  awarenessStage: z.enum(awarenessStages).nullable(),
  promotions: z.array(promotion).max(20),
  socialPlatforms: z.array(platform).max(socialPlatforms.length),
  platformPreferences: z.partialRecord(platform, text(500)),
  competitorSocialAccounts: lines(20),
  postingTimes: z.partialRecord(platform.or(z.literal("blog")), z.array(postingTime).max(28)),
  blogStyle: text(500),
  contentUpgradeType: z.union([z.literal(""), z.enum(upgradeTypes)]),
  emailTone: text(500),
  emailFrequency: line(100),
  listBuildingGoals: lines(10),
  primaryContentGoal: text(500),
  revenueTargets: text(500),
  brandColors: z.strictObject({
    primary: color.optional(),
    secondary: color.optional(),
    accent: color.optional(),
  }),
  logoUrl: webLink.nullable(),
};

export type ProfileField = keyof typeof profileFields;
// safe: the keys of a literal object
export const profileFieldNames = Object.keys(profileFields) as ProfileField[];

const profile = z.strictObject(profileFields);
export type BusinessProfile = z.output<typeof profile>;

export const profileChange = profile.partial().extend({ slug: slugShape.optional() });
export type ProfileChange = z.output<typeof profileChange>;

/** A name is enough where there is no website; where there is one, its host stands in until it was read. */
export const newBusiness = profileChange.refine(({ name, website }) => name || website, {
  path: ["name"],
  message: "Give a name or a website.",
});
