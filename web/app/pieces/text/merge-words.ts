import type { MergeName } from "../../../../worker/pieces/pure/merge";

const names: Record<MergeName, string> = {
  "lead.first_name": "First name",
  "lead.last_name": "Last name",
  "lead.name": "Full name",
  "lead.email": "Email address",
  "lead.company": "Company",
  "business.name": "Business name",
  "business.website": "Business website",
  "sender.name": "Sender's name",
};

/** Somebody who might get the email, for previews. */
export const samplePerson: Record<MergeName, string> = {
  "lead.first_name": "Maya",
  "lead.last_name": "Okafor",
  "lead.name": "Maya Okafor",
  "lead.email": "maya@example.com",
  "lead.company": "Okafor Studio",
  "business.name": "Your business",
  "business.website": "https://example.com",
  "sender.name": "You",
};

export function mergeTagName(name: MergeName): string {
  return names[name];
}
