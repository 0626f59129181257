import "./without-eval";
import * as z from "zod";
import { linesSchema } from "./lines";

export const goals = ["awareness", "consideration", "conversion", "retention"] as const;
export const voices = ["expert", "friendly", "insider", "storyteller"] as const;
export const templates = ["how-to", "problem-solution", "listicle", "case-study", "comprehensive"] as const;
export const lengths = ["quick", "standard", "deep"] as const;

const atMost = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest.toLocaleString("en")} characters.`)
    .default("");
const phrases = linesSchema({ most: 10, longest: 300 });

const scenario = z
  .object({ name: atMost(120), situation: atMost(500), question: atMost(300), nextStep: atMost(300) })
  .refine(({ name, ...rest }) => name !== "" || Object.values(rest).every((text) => text === ""), {
    path: ["name"],
    message: "Give this moment a name.",
  });

export const strategySchema = z.object({
  name: z.string("Give it a name.").trim().min(1, "Give it a name.").max(120, "Use at most 120 characters."),
  goal: z.enum(goals),
  voice: z.enum(voices),
  template: z.enum(templates),
  length: z.enum(lengths),
  targetAudience: atMost(1000),
  contentFocus: atMost(1000),
  decisionMakers: phrases,
  problems: phrases,
  searchBehavior: phrases,
  scenarios: z
    .array(scenario)
    .max(8, "Use at most 8 moments.")
    .default([])
    .transform((all) => all.filter(({ name }) => name !== "")),
});
