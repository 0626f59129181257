import "./without-eval";
import * as z from "zod";
import { longestTarget, readTarget, targetWords } from "../../../worker/links/pure/target";

const target = z
  .string("Type the address that the link leads to.")
  .trim()
  .max(longestTarget, `An address may have up to ${longestTarget} characters.`)
  .superRefine((typed, issues) => {
    const read = readTarget(typed);
    if ("problem" in read) issues.addIssue({ code: "custom", message: targetWords(read.problem) });
  });

const utm = z.string().trim().max(100, "Use at most 100 characters.").optional();

const shared = {
  url: target,
  name: z.string().trim().max(120, "Use at most 120 characters.").optional(),
  source: utm,
  medium: utm,
  campaign: utm,
  term: utm,
  content: utm,
  /** A day; the link ends with it. */
  expires: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "Choose a day.")
    .optional(),
  passesIds: z.boolean().default(false),
};

export const newLinkSchema = z.object({
  ...shared,
  businessId: z.string("Choose a business.").min(1, "Choose a business."),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use small letters, digits and hyphens, such as “spring-offer”.")
    .min(2, "Use two letters at least.")
    .max(48, "Use at most 48 characters.")
    .optional(),
});

export const linkSchema = z.object(shared);

const moment = z
  .string("Choose a day and a time.")
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "Choose a day and a time.");

/** In the clock of whoever says it. */
export const judgeRangeSchema = z.object({
  from: moment,
  to: moment,
  verdict: z.enum(["bot", "human", "rules"]),
});

export const repointSchema = z.object({ from: z.string().min(1), to: target });
