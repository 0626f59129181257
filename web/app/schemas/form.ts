import "./without-eval";
import * as z from "zod";

export const formSentenceSchema = z.object({
  businessId: z.string().min(1),
  sentence: z
    .string({ error: "Say in a sentence what you want to know." })
    .trim()
    .min(10, "A few more words: what do you want to know, and of whom?")
    .max(1000),
});
