import "./without-eval";
import * as z from "zod";

/** Dollars as somebody types them; nothing typed is no cap. Kept in millionths, as models are priced. */
const dollars = z
  .string()
  .trim()
  .default("")
  .refine(
    (text) => text === "" || /^\d{1,7}(?:[.,]\d{1,6})?$/.test(text),
    "Write dollars, such as 25 or 2.50.",
  )
  .transform((text) => (text === "" ? null : Math.round(Number(text.replace(",", ".")) * 1_000_000)))
  .refine((micros) => micros === null || micros <= 1_000_000_000_000, "Use at most a million dollars.");

export const capsSchema = z.object({ dailyCapMicros: dollars, monthlyCapMicros: dollars });

export const platformLimitsSchema = z.object({
  dailyCapMicros: dollars,
  maxTokens: z
    .string()
    .trim()
    .default("")
    .refine((text) => text === "" || /^\d{3,6}$/.test(text), "Write a whole number from 100 to 100000.")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((count) => count === null || count <= 100_000, "Use at most 100000."),
});

export const stopWords = "stop all writing";

export const stopSchema = z.object({
  reason: z
    .string("Say why: everybody will read it.")
    .trim()
    .min(1, "Say why: everybody will read it.")
    .max(300, "Use at most 300 characters."),
  confirmation: z
    .string("Type the words to confirm.")
    .trim()
    .refine((text) => text.toLowerCase() === stopWords, `Type “${stopWords}”.`),
});

/** A form with nothing but its button, for what asks who somebody is. */
export const nothingSchema = z.object({});

export const ratingSchema = z.object({
  id: z.string().min(1).max(64),
  rating: z.coerce.number().int().min(1).max(5),
});

export function dollarsOf(micros: number | null): string {
  return micros === null ? "" : String(micros / 1_000_000);
}
