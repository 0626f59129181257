import { type ProfileField, profileFieldNames } from "./profile";
import type { Business } from "./queries";

/** How a page looks and how posts are planned says nothing about what to write. */
const notForWriting = new Set<ProfileField>(["brandColors", "logoUrl", "postingTimes", "timezone"]);

/** What a model is told of a business: the fields that say something, under their own names. */
export function profileForPrompt(business: Business): Record<string, unknown> {
  const told = profileFieldNames
    .filter((name) => !notForWriting.has(name))
    .map((name) => [name, business[name]] as const)
    .filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(told);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}
