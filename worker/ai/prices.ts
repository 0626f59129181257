import type { AiTask } from "./tasks";

/** Millionths of a dollar a token, which is dollars a million tokens. */
export type Price = { input: number; output: number };

/** What a million tokens cost in dollars, as published in November 2026 for usual lengths and speed. A model that is not here costs the fallback: rather too much than nothing. */
export const pricesPerMillion: Readonly<Record<string, Price>> = {
  "built-in-writer-1": { input: 0, output: 0 },
  "gpt-6-astra": { input: 10, output: 50 },
  "gpt-6.1-sol": { input: 2, output: 10 },
  "gpt-6.1-terra": { input: 1, output: 5 },
  "gpt-6-sol": { input: 2, output: 10 },
  "gpt-6-luna": { input: 0.1, output: 0.5 },
  "gpt-5.6-sol": { input: 4, output: 20 },
  "gpt-5.6-terra": { input: 2, output: 12 },
  "gpt-5.6-luna": { input: 0.2, output: 1.2 },
  "gpt-5.5-pro": { input: 30, output: 180 },
  "gpt-5.5": { input: 5, output: 30 },
  "gpt-5.4": { input: 2.5, output: 15 },
  "gpt-5.4-mini": { input: 0.75, output: 4.5 },
  "gpt-5.4-nano": { input: 0.2, output: 1.25 },
  "gpt-5.2": { input: 1.75, output: 14 },
  "gpt-5.1": { input: 1.25, output: 10 },
  "gpt-5": { input: 1.25, output: 10 },
  "gpt-5-mini": { input: 0.25, output: 2 },
  "gpt-5-nano": { input: 0.05, output: 0.4 },
  "gpt-4.1": { input: 2, output: 8 },
  "gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, output: 0.4 },
  "gpt-4o": { input: 2.5, output: 10 },
  "gpt-4o-mini": { input: 0.15, output: 0.6 },
  o3: { input: 2, output: 8 },
  "o4-mini": { input: 1.1, output: 4.4 },
};

export const fallbackPrice: Price = { input: 10, output: 50 };

/** A dated model such as `gpt-5.4-mini-2026-03-17` costs what its family does. */
export function priceOf(model: string): Price {
  const family = model.replace(/-\d{4}-\d{2}-\d{2}$|-latest$/, "");
  return Object.hasOwn(pricesPerMillion, family)
    ? (pricesPerMillion[family] ?? fallbackPrice)
    : fallbackPrice;
}

export function costOf(model: string, promptTokens: number, completionTokens: number): number {
  const { input, output } = priceOf(model);
  return Math.ceil(promptTokens * input + completionTokens * output);
}

/** What a piece of work usually takes, for the number that is shown before it starts. */
export const usualTokens: Readonly<Record<AiTask, { input: number; output: number }>> = {
  website_analysis: { input: 9000, output: 2200 },
  strategy: { input: 2500, output: 1400 },
  topics: { input: 2800, output: 2600 },
  blog_post: { input: 2600, output: 2600 },
  social_post: { input: 1700, output: 260 },
  content_upgrade: { input: 2200, output: 1800 },
  email_sequence: { input: 2000, output: 1100 },
  email: { input: 2000, output: 700 },
  suggestion: { input: 1200, output: 350 },
  form: { input: 1100, output: 900 },
  conversation: { input: 1400, output: 600 },
};
