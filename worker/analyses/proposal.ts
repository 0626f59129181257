import * as z from "zod";
import type { Extract } from "../../db/schema/cell/business";
import { type BusinessProfile, type ProfileField, profileFields } from "../businesses";
import type { AnalysisAnswer } from "./prompt";

/** What an analysis may propose for the profile; the rest only a person knows. */
export const proposedFields = [
  "name",
  "description",
  "industry",
  "businessType",
  "primaryProduct",
  "coreOfferDescription",
  "targetAudience",
  "audienceJobRole",
  "audiencePainPoints",
  "audienceDesiredOutcomes",
  "contentFocus",
  "primaryTopics",
  "toneOfVoice",
  "brandKeywords",
  "competitors",
  "primaryCta",
  "primaryCtaUrl",
  "language",
  "brandColors",
  "logoUrl",
] as const satisfies ProfileField[];

export type ProposedField = (typeof proposedFields)[number];
export type Proposal = Partial<Pick<BusinessProfile, ProposedField>>;

export const proposalWire = z
  .strictObject(
    // safe: each name is one of the profile's own
    Object.fromEntries(proposedFields.map((name) => [name, profileFields[name]])) as Pick<
      typeof profileFields,
      ProposedField
    >,
  )
  .partial();

/** What the site said and what was read off it, each field as the profile takes it; what does not fit is left out. */
export function proposalOf(
  { facts: _facts, ...read }: AnalysisAnswer,
  extract: Extract,
  { siteName, foreign }: { siteName: string; foreign: readonly string[] },
): Proposal {
  const [primary, secondary, accent] = extract.colors;
  const found: Record<string, unknown> = {
    ...read,
    // What the site calls itself in its data is not a guess.
    name: siteName || read.name,
    language: extract.language,
    logoUrl: extract.logoUrl,
    brandColors: { primary, secondary, accent },
  };
  const kept = proposedFields.flatMap((name) => {
    const value = fitted(name, found[name]);
    return isEmpty(value) || foreign.some((link) => JSON.stringify(value).includes(link))
      ? []
      : [[name, value]];
  });
  // safe: each value has just passed the shape of its field
  return Object.fromEntries(kept) as Proposal;
}

/** Cut to what the field takes, at the end of a word; lists item by item. */
function fitted(name: ProposedField, value: unknown): unknown {
  const shape: z.ZodType = profileFields[name];
  const whole = shape.safeParse(value);
  if (whole.success) return whole.data;
  if (Array.isArray(value)) {
    const items = value.filter((item) => shape.safeParse([item]).success);
    const list = shape.safeParse(items.slice(0, 12));
    return list.success ? list.data : null;
  }
  if (typeof value !== "string") return null;
  for (const longest of [2000, 1000, 500, 200, 120, 100]) {
    const cut = shape.safeParse(oneLine(value, longest));
    if (cut.success) return cut.data;
  }
  return null;
}

function oneLine(text: string, longest: number): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  return flat.length <= longest
    ? flat
    : flat
        .slice(0, longest - 1)
        .replace(/\s+\S*$/, "")
        .concat("…");
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}
