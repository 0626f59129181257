import "./without-eval";
import * as z from "zod";
import { wordListSchema } from "./lines";

const keywords = wordListSchema({ most: 20, longest: 80 });

const part = (most: number, message: string) => z.string().trim().max(most, message).default("");

/** The moment it is for; nothing of it has to be said, and without a name it is called by its situation. */
const momentSchema = {
  momentName: part(120, "Use at most 120 characters."),
  situation: part(500, "Use at most 500 characters."),
  question: part(300, "Use at most 300 characters."),
  nextStep: part(300, "Use at most 300 characters."),
};

export const topicSchema = z.object({
  ...momentSchema,
  title: z
    .string("Say what it is about.")
    .trim()
    .min(1, "Say what it is about.")
    .max(300, "Use at most 300 characters."),
  subheader: part(300, "Use at most 300 characters."),
  description: part(2000, "Use at most 2,000 characters."),
  keywords,
  seoKeywords: keywords,
  strategyId: z.string().max(64).optional(),
});

export const topicDecisions = ["suggested", "chosen", "rejected"] as const;
export type TopicDecision = (typeof topicDecisions)[number];

/** What a button or an undo carries: which topics, and what they become. */
export const decisionSchema = z.object({
  business: z.string().min(1).max(64),
  ids: z.string().transform((ids) => ids.split(",").slice(0, 100)),
  status: z.enum(topicDecisions),
  was: z.enum(topicDecisions),
  name: z.string().max(300).default(""),
});
