import "./without-eval";
import * as z from "zod";
import { wordListSchema } from "./lines";

const keywords = wordListSchema({ most: 20, longest: 80 });

export const topicSchema = z.object({
  title: z
    .string("Say what it is about.")
    .trim()
    .min(1, "Say what it is about.")
    .max(300, "Use at most 300 characters."),
  subheader: z.string().trim().max(300, "Use at most 300 characters.").default(""),
  description: z.string().trim().max(2000, "Use at most 2,000 characters.").default(""),
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
