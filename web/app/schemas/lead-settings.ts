import "./without-eval";
import * as z from "zod";

const name = z
  .string("Give it a name.")
  .trim()
  .min(1, "Give it a name.")
  .max(80, "Use at most 80 characters.");
const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, "Choose a colour.")
  .default("#64748b");

export const leadStatuses = [
  "new",
  "contacted",
  "qualified",
  "proposal",
  "negotiation",
  "closed_won",
  "closed_lost",
  "nurturing",
  "unqualified",
] as const;

export const stageSchema = z.object({
  name,
  color,
  status: z.enum(leadStatuses),
  winProbability: z
    .number("Give a number from 0 to 100.")
    .int("Give a whole number.")
    .min(0, "Give a number from 0 to 100.")
    .max(100, "Give a number from 0 to 100."),
  position: z
    .number("Give its place.")
    .int("Give a whole number.")
    .min(1, "The first place is 1.")
    .max(30, "There are at most 30 stages."),
});

export const fieldTypes = [
  "text",
  "long_text",
  "number",
  "date",
  "boolean",
  "select",
  "multiselect",
  "url",
  "email",
  "phone",
] as const;

export const fieldSchema = z.object({
  label: name,
  type: z.enum(fieldTypes),
  description: z.string().trim().max(500, "Use at most 500 characters.").default(""),
  options: z.string().max(10_000, "These are too many.").default(""),
  isRequired: z.boolean().default(false),
  isUnique: z.boolean().default(false),
  isFilterable: z.boolean().default(false),
});

export const sourceTypes = [
  "website",
  "form",
  "email",
  "social",
  "linkedin",
  "advertising",
  "referral",
  "event",
  "phone",
  "import",
  "api",
  "website_analysis",
  "other",
] as const;

const utm = z.string().trim().max(200, "Use at most 200 characters.").default("");

export const sourceSchema = z.object({
  name,
  type: z.enum(sourceTypes),
  utmSource: utm,
  utmMedium: utm,
  utmCampaign: utm,
  isActive: z.boolean().default(false),
});

export const tagSchema = z.object({ name, color });
