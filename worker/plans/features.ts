/** What a plan limits by number. Adding one here and in plan_definitions is all that a new limit takes. */
export const limitedFeatures = [
  "seats",
  "businesses",
  "website_scans",
  "strategies",
  "generations",
  "regenerations",
  "downloads",
  "api_keys",
  "teams",
] as const;

/** Spent, and back on the first of the month; the rest is counted as it stands. */
export const meteredFeatures = ["website_scans", "generations", "regenerations", "downloads"] as const;

/** Counted from the rows that are there, so nothing has to be kept in step. */
export const countedFeatures = ["seats", "businesses", "strategies", "teams", "api_keys"] as const;

/** What a plan has or has not. */
export const includedFeatures = [
  "content",
  "forms",
  "links",
  "api",
  "sequences",
  "workflows",
  "attribution",
  "custom_roles",
  "white_label",
] as const;

export type LimitedFeature = (typeof limitedFeatures)[number];
export type MeteredFeature = (typeof meteredFeatures)[number];
export type CountedFeature = (typeof countedFeatures)[number];
export type IncludedFeature = (typeof includedFeatures)[number];
