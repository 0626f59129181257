export const utmNames = ["source", "medium", "campaign", "term", "content"] as const;
export type UtmName = (typeof utmNames)[number];
export type Utm = Partial<Record<UtmName, string>>;

export const longestUtm = 100;

/** Places that a value may name, so that one template serves many links. */
export const utmPlaces = ["business", "name", "slug", "year", "month"] as const;
export type UtmPlaces = Record<(typeof utmPlaces)[number], string>;

/** What people fill in most, by the way it is sent. */
export const utmTemplates: { name: string; utm: Utm }[] = [
  { name: "Newsletter", utm: { source: "newsletter", medium: "email", campaign: "{year}-{month}" } },
  { name: "LinkedIn post", utm: { source: "linkedin", medium: "social", campaign: "{name}" } },
  { name: "X post", utm: { source: "x", medium: "social", campaign: "{name}" } },
  { name: "Instagram bio", utm: { source: "instagram", medium: "social", campaign: "bio" } },
  { name: "Paid search", utm: { source: "google", medium: "cpc", campaign: "{name}" } },
  { name: "Print", utm: { source: "print", medium: "qr", campaign: "{name}", content: "{slug}" } },
  { name: "Partner", utm: { source: "partner", medium: "referral", campaign: "{business}" } },
];

/** Lower case, trimmed, blanks as hyphens: “Spring Sale ” and “spring-sale” are one campaign. */
export function normalizeUtm(utm: Utm, places?: UtmPlaces): Utm {
  const kept: Utm = {};
  for (const name of utmNames) {
    const value = normalizeValue(fillPlaces(utm[name] ?? "", places));
    if (value !== "") kept[name] = value;
  }
  return kept;
}

/** Letters of any script, digits and the marks that addresses bear well. */
export function normalizeValue(value: string): string {
  return value
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, "-")
    .replaceAll(/[^\p{L}\p{M}\p{N}._~|+-]/gu, "")
    .replaceAll(/-{2,}/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, longestUtm);
}

/** From a closed list (TPL-01): what is not on it stays as it was typed. */
function fillPlaces(value: string, places: UtmPlaces | undefined): string {
  if (!places) return value;
  return value.replaceAll(
    /\{(business|name|slug|year|month)\}/g,
    (_, place: keyof UtmPlaces) => places[place],
  );
}

/** What an address says already, taken out of it: a link keeps each in one place only. */
export function splitUtm(address: string): { url: string; utm: Utm } {
  const url = new URL(address);
  const utm: Utm = {};
  for (const name of utmNames) {
    const value = url.searchParams.get(`utm_${name}`);
    if (value === null) continue;
    utm[name] = value;
    url.searchParams.delete(`utm_${name}`);
  }
  return { url: url.href, utm: normalizeUtm(utm) };
}

/** Where somebody arrives: the target with what the link says about itself, and otherwise to the letter as it was. */
export function withUtm(address: string, utm: Utm): string {
  const said = new URL(address).searchParams;
  const more = utmNames
    .filter((name) => utm[name] && !said.has(`utm_${name}`))
    .map((name) => `utm_${name}=${encodeURIComponent(utm[name] ?? "")}`);
  return more.length === 0 ? address : withQuery(address, more.join("&"));
}

/** Before the fragment, after whatever query there is. */
export function withQuery(address: string, query: string): string {
  const [before = "", hash] = splitOnce(address, "#");
  const joint = before.includes("?") ? (/[?&]$/.test(before) ? "" : "&") : "?";
  return `${before}${joint}${query}${hash === undefined ? "" : `#${hash}`}`;
}

function splitOnce(text: string, at: string): string[] {
  const index = text.indexOf(at);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
