import "./without-eval";
import * as z from "zod";

export const companySizes = ["1-10", "11-50", "51-200", "201-500", "501-1000", "1001+"] as const;

const short = z.string().trim().max(200, "Use at most 200 characters.").default("");

export const companySchema = z.object({
  name: z
    .string("What is it called?")
    .trim()
    .min(1, "What is it called?")
    .max(200, "Use at most 200 characters."),
  website: z.string().trim().max(500, "Use at most 500 characters.").default(""),
  industry: short,
  size: z.enum(["", ...companySizes]).default(""),
  city: short,
  country: z
    .string()
    .trim()
    .regex(/^([A-Za-z]{2})?$/, "Use the two letters of the country, such as NO.")
    .default(""),
  ownerId: z.string().max(60).default(""),
  phone: z.string().trim().max(50, "Use at most 50 characters.").default(""),
  description: z.string().trim().max(2_000, "Use at most 2,000 characters.").default(""),
});
