import "~/schemas/without-eval";
import * as z from "zod";

export const websiteSchema = z.object({
  website: z.string("Type the address of the website.").trim().max(2048),
});

export const describedSchema = z.object({
  name: z.string("Give it a name.").trim().max(120, "Use at most 120 characters."),
  description: z.string().trim().max(2000, "Use at most 2000 characters.").optional(),
  targetAudience: z.string().trim().max(2000, "Use at most 2000 characters.").optional(),
});

export const factSchema = z.object({
  statement: z.string("Say it in your words.").trim().max(500, "Use at most 500 characters."),
});

const day = z.iso.date("Choose a day.").optional();

export const promotionSchema = z
  .object({
    name: z.string("Give it a name.").trim().max(120, "Use at most 120 characters."),
    description: z.string().trim().max(500, "Use at most 500 characters.").optional(),
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ["endsOn"],
    message: "It cannot end before it begins.",
  });
