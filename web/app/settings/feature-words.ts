/** The names that plans use for what they count, as people say them. */
const words: Record<string, { one: string; many: string; title: string }> = {
  seats: { one: "seat", many: "seats", title: "Seats" },
  businesses: { one: "business", many: "businesses", title: "Businesses" },
  website_scans: { one: "website read", many: "websites read", title: "Websites read" },
  strategies: { one: "strategy", many: "strategies", title: "Strategies" },
  generations: { one: "piece written", many: "pieces written", title: "Pieces written" },
  regenerations: { one: "rewrite", many: "rewrites", title: "Rewrites" },
  downloads: { one: "download", many: "downloads", title: "Downloads" },
  api_keys: { one: "API key", many: "API keys", title: "API keys" },
  teams: { one: "team", many: "teams", title: "Teams" },
};

const included: Record<string, string> = {
  content: "Writing content",
  forms: "Forms",
  links: "Short links",
  api: "The API",
  sequences: "Email sequences",
  workflows: "Workflows",
  attribution: "Attribution",
  custom_roles: "Roles of your own",
  white_label: "Without our name",
};

export function featureTitle(feature: string): string {
  return words[feature]?.title ?? plain(feature);
}

export function limitWords(feature: string, limit: number | null): string {
  const { one, many } = words[feature] ?? { one: plain(feature), many: plain(feature) };
  if (limit === null) return `${capital(many)} without limit`;
  return `${new Intl.NumberFormat("en").format(limit)} ${limit === 1 ? one : many}`;
}

export function includedWords(feature: string): string {
  return included[feature] ?? plain(feature);
}

function plain(feature: string): string {
  return capital(feature.replaceAll("_", " "));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
