import * as z from "zod";
import { dataRule, type GenerationRequest, quote } from "../ai";
import type { AnalysisFact } from "../analyses";
import { type Business, profileForPrompt } from "../businesses";
import type { AiMessage } from "../kernel/ports";
import { psychologyShape, scenarioShape, strategyFields, topicFields } from "./fields";
import type { Strategy } from "./queries";

/** Rises with every change of the words below, so that what was suggested by which is known. */
export const topicsPrompt = "topics-1";
export const strategyPrompt = "strategy-1";

export const mostTopics = 20;

const score = z.number().int().min(0).max(100);
const reason = z.string().trim().min(1).max(300);

const suggestedTopic = z.strictObject({
  ...topicFields,
  engagementScore: score,
  engagementReason: reason,
  difficultyScore: score,
  difficultyReason: reason,
});
const topicsAnswer = z.strictObject({ topics: z.array(suggestedTopic).min(1).max(mostTopics) });
const strategyAnswer = z.strictObject({
  ...strategyFields,
  customerPsychology: psychologyShape,
  scenarios: z.array(scenarioShape).max(8),
});

export type SuggestedTopic = z.infer<typeof suggestedTopic>;
export type SuggestedStrategy = z.infer<typeof strategyAnswer>;

type Ask<T> = Pick<
  GenerationRequest<T>,
  "task" | "promptVersion" | "messages" | "schema" | "material" | "maxTokens"
>;
type Known = { business: Business; facts: readonly AnalysisFact[] };

export function askForTopics(
  { business, facts }: Known,
  { count, strategy, existing }: { count: number; strategy: Strategy | null; existing: string[] },
): Ask<{ topics: SuggestedTopic[] }> {
  const plan = strategy && strategyForPrompt(strategy);
  return {
    task: "topics",
    promptVersion: topicsPrompt,
    messages: ask(`${topicRules}\n${language(business)}`, [
      `Suggest ${count} topics.`,
      section("business", profileForPrompt(business)),
      plan && section("strategy", plan),
      facts.length > 0 && section("facts", factLines(facts)),
      existing.length > 0 &&
        `These exist already; suggest none of them and nothing that says the same:\n${section("existing topics", existing)}`,
    ]),
    schema: { name: "topics", zod: topicsAnswer },
    material: {
      count,
      existing,
      business: profileForPrompt(business),
      facts: factsForMaterial(facts),
      ...(plan ? { strategy: plan } : {}),
    },
    maxTokens: 600 + count * 550,
  };
}

export function askForStrategy(
  { business, facts }: Known,
  { goal, existing }: { goal: Strategy["goal"] | null; existing: string[] },
): Ask<SuggestedStrategy> {
  return {
    task: "strategy",
    promptVersion: strategyPrompt,
    messages: ask(`${strategyRules}\n${language(business)}`, [
      goal
        ? `Draft one strategy for the goal “${goal}”.`
        : "Draft the one strategy that would help most now.",
      section("business", profileForPrompt(business)),
      facts.length > 0 && section("facts", factLines(facts)),
      existing.length > 0 && `There are these already:\n${section("existing strategies", existing)}`,
    ]),
    schema: { name: "strategy", zod: strategyAnswer },
    material: {
      ...(goal ? { goal } : {}),
      business: profileForPrompt(business),
      facts: factsForMaterial(facts),
    },
    maxTokens: 5000,
  };
}

const topicRules =
  "You plan the content of one business. A topic is one idea that its readers would look for, open and finish. " +
  "Give each an engagement score and a difficulty score from 0 to 100, each with its reason in one sentence: how much readers will care, and how hard it is to be found with it. " +
  "Titles differ in what they are about, not only in their words. Claim nothing about the business that the material does not say.";

const strategyRules =
  "You plan the content of one business: its goal, voice, form and length, whom it writes for, how they decide, what keeps them busy, what they search, and the moments in which they need what the business knows. " +
  "Use their own words where the material has them, and claim nothing that it does not say.";

function language({ language }: Business): string {
  return `Write in the language with the code “${language.replaceAll(/[^a-zA-Z-]/g, "")}”.`;
}

/** Everything that is foreign is quoted; only the product speaks outside of the quotes (AI-01). */
function ask(rules: string, parts: (string | false | null)[]): AiMessage[] {
  return [
    { role: "system", content: `${rules}\n${dataRule}` },
    { role: "user", content: parts.filter((part) => typeof part === "string").join("\n\n") },
  ];
}

function section(label: string, value: unknown): string {
  return quote(JSON.stringify(value, null, 1), { label });
}

function factLines(facts: readonly AnalysisFact[]): string[] {
  return facts.map(({ statement, sentence }) => (sentence === "" ? statement : `${statement} (${sentence})`));
}

function factsForMaterial(facts: readonly AnalysisFact[]) {
  return facts.map(({ kind, statement, sentence, url }) => ({ kind, statement, sentence, url }));
}

function strategyForPrompt({ goal, voice, template, length, ...more }: Strategy) {
  const { targetAudience, contentFocus, customerPsychology, scenarios } = more;
  return { goal, voice, template, length, targetAudience, contentFocus, customerPsychology, scenarios };
}
