import type { components } from "../../../sdk";

export type Generation = components["schemas"]["Generation"];

/** What was written, as people call it. */
export const taskWords: Record<Generation["task"], string> = {
  website_analysis: "Website analysis",
  strategy: "Strategy",
  topics: "Topics",
  blog_post: "Blog post",
  social_post: "Social post",
  content_upgrade: "Content upgrade",
  email_sequence: "Email sequence",
  email: "Email",
  suggestion: "Passage",
  form: "Form",
  conversation: "Conversation",
};

export function taskName(key: string): string {
  return key in taskWords ? taskWords[key as Generation["task"]] : key; // safe: asked on this line
}
