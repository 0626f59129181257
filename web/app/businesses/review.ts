import "~/schemas/without-eval";
import * as z from "zod";
import type { Business } from "./businesses-view";
import { changeOf, type ProfileField, schemaOf, typedOf } from "./profile-field";
import { sectionsOf } from "./profile-sections";
import type { WebsiteAnalysis } from "./website";

export type ReviewRow = {
  /** The field of the profile, such as `brandColors`. */
  name: string;
  /** The fields of the form that write it. */
  fields: ProfileField[];
  /** What the profile says now, in words; empty where it says nothing. */
  now: string;
};

/** What a reading proposes and the profile does not say already, in the order of the profile. */
export function reviewOf(business: Business, analysis: WebsiteAnalysis): ReviewRow[] {
  const proposal: Record<string, unknown> = { ...analysis.proposal };
  const byName = new Map<string, ProfileField[]>();
  for (const field of allFields(business)) {
    const name = outerOf(field.name);
    byName.set(name, [...(byName.get(name) ?? []), field]);
  }
  return [...byName]
    .filter(([name]) => Object.hasOwn(proposal, name))
    .map(([name, fields]) => ({ name, fields, now: wordsOf(fields, business) }))
    .filter(({ fields, now }) => wordsOf(fields, proposal) !== now);
}

export function reviewSchema(rows: ReviewRow[]) {
  return schemaOf(rows.flatMap(({ fields }) => fields)).extend({
    take: z.array(z.string()).optional(),
    acceptFacts: z.boolean().optional(),
  });
}

/** What the form of a review begins with. */
export function proposedText(rows: ReviewRow[], { proposal }: WebsiteAnalysis) {
  return typedOf(
    rows.flatMap(({ fields }) => fields),
    proposal ?? {},
  );
}

/** The rows that a person ticked, as they were left in the form. */
export function takenOf(rows: ReviewRow[], take: string[], typed: Record<string, unknown>) {
  const taken = rows.filter(({ name }) => take.includes(name));
  return changeOf(
    taken.flatMap(({ fields }) => fields),
    typed,
  );
}

function allFields(business: Business): ProfileField[] {
  const parts = ["offer", "audience", "voice"] as const;
  return parts.flatMap((part) => sectionsOf(part, business).flatMap(({ fields }) => fields));
}

function wordsOf(fields: ProfileField[], profile: object): string {
  return Object.values(typedOf(fields, profile))
    .flat()
    .filter((text) => text !== "")
    .join("\n");
}

function outerOf(name: string): string {
  return name.split("_")[0] ?? name;
}
