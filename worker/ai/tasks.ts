import { aiTasks } from "../../db/schema/cell/ai";

export { aiTasks };
export type AiTask = (typeof aiTasks)[number];

/** The most that one job may let a model write, whatever its caller asks for (COST-01). */
export const mostTokens: Readonly<Record<AiTask, number>> = {
  website_analysis: 8000,
  strategy: 6000,
  topics: 12_000,
  blog_post: 12_000,
  social_post: 2000,
  content_upgrade: 10_000,
  email_sequence: 12_000,
  email: 4000,
  suggestion: 4000,
  form: 6000,
  conversation: 3000,
};
