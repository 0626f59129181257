import type { components } from "../../../sdk";
import type { Locale } from "~/words/format";

export type ScoringModel = components["schemas"]["ScoringModel"];
export type WinProbability = components["schemas"]["WinProbability"];

/** What the model looks at, as a person says it. */
export const groupWords: Record<WinProbability["contributions"][number]["group"], string> = {
  source: "Where it came from",
  company: "With or without a company",
  company_size: "Size of the company",
  job_title: "With or without a job title",
  value: "Value",
  form: "By a form or another way",
  touches: "Steps on the way to you",
};

export function sayFeature(key: string, source: string | undefined): string {
  if (key === "source") return source ? `Came by “${source}”` : "Came by a source that is gone";
  // safe: every other feature is a group of its own
  return groupWords[key as keyof typeof groupWords] ?? key;
}

type Thin = Pick<ScoringModel, "won" | "lost" | "neededOfEach">;

/** Why there is no model, and what would change that. */
export function sayOff(reason: ScoringModel["reason"], { won, lost, neededOfEach }: Thin): string {
  const known = `So far ${won} were won and ${lost} lost.`;
  if (reason === "too_few_won" || reason === "too_few_lost")
    return `It takes ${neededOfEach} leads that were won and ${neededOfEach} that were lost. ${known}`;
  if (reason === "not_better")
    return `What it learned of ${won + lost} decided leads is no better than saying the same of everybody, so it says nothing. It tries again each night.`;
  return "Nothing has been learned yet. It takes a few seconds.";
}

/** Log-odds with their sign. */
export function sayOdds(value: number, { language }: Locale): string {
  const style = { signDisplay: "exceptZero", minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, style).format(value).replace("-", "−");
}
