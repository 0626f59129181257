import type { CustomFieldType } from "../lead";

export const fieldTypeWords: Record<CustomFieldType, string> = {
  text: "Text",
  long_text: "Long text",
  number: "Number",
  date: "Date",
  boolean: "Yes or no",
  select: "One of several",
  multiselect: "Some of several",
  url: "Web address",
  email: "Email",
  phone: "Phone number",
};

export const sourceTypeWords = {
  website: "Website",
  form: "Form",
  email: "Email",
  social: "Social network",
  linkedin: "LinkedIn",
  advertising: "Advertising",
  referral: "Recommendation",
  event: "Event",
  phone: "Phone",
  import: "Import",
  api: "API",
  website_analysis: "Website analysis",
  other: "Other",
};

export function optionsFrom(words: Record<string, string>) {
  return Object.entries(words).map(([value, name]) => ({ value, name }));
}

/** A key for programs, from a label for people; it never changes afterwards. */
export function keyOf(label: string): string {
  const plain = label
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "")
    .slice(0, 50);
  return plain || "field";
}
