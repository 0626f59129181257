import type { components } from "../../../sdk";

export type Insight = components["schemas"]["Insight"];
export type InsightsAnswer = { insights: Insight[] };

export const typeWords: Record<Insight["type"], string> = {
  next_best_action: "Next",
  buying_signal: "Buying signal",
  churn_risk: "Risk",
  competitive_threat: "Competitor",
  optimal_contact_time: "When to reach them",
  content_recommendation: "What to send",
};
