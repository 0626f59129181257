export type Way = {
  source?: string | null | undefined;
  medium?: string | null | undefined;
  campaign?: string | null | undefined;
  referrer?: string | null | undefined;
};

/** One way somebody came, as one tells it: “Came from the blog, campaign “cold-brew””. */
export function sayTouch(kind: string, way: Way): string {
  const from = sayWay(way);
  if (kind === "form_submit") return from ? `Sent a form, coming from ${from}` : "Sent a form";
  if (kind === "api")
    return from ? `Was reported by your site, coming from ${from}` : "Was reported by your site";
  const came = kind === "visit" ? "Came" : `Came by ${kind.replaceAll("_", " ")}`;
  if (from) return `${came} from ${from}`;
  return kind === "visit" ? "Came directly" : came;
}

/** “a search on Google, campaign “spring””; nothing where nothing is known of it. */
export function sayWay({ source, medium, campaign, referrer }: Way): string {
  const from = sayPlace(source?.trim() ?? "", medium?.trim() ?? "") || hostOf(referrer);
  const of = campaign?.trim() ? `campaign “${campaign.trim()}”` : "";
  return [from || (of && "a link"), of].filter(Boolean).join(", ");
}

function sayPlace(source: string, medium: string): string {
  const place = places.get(source.toLowerCase()) ?? source;
  const way = ways.get(medium.toLowerCase().replaceAll(/[\s_-]+/g, " "));
  if (!place) return way?.alone ?? medium;
  if (!medium || way?.with === "") return place;
  if (!way) return `${place} (${medium})`;
  return place.startsWith("the ") && way.isIn.test(place) ? place : `${way.with} ${place}`;
}

/** Names as their owners write them, and what is ours. */
const places = new Map([
  ["google", "Google"],
  ["bing", "Bing"],
  ["duckduckgo", "DuckDuckGo"],
  ["linkedin", "LinkedIn"],
  ["facebook", "Facebook"],
  ["instagram", "Instagram"],
  ["twitter", "X"],
  ["x", "X"],
  ["youtube", "YouTube"],
  ["tiktok", "TikTok"],
  ["reddit", "Reddit"],
  ["pinterest", "Pinterest"],
  ["whatsapp", "WhatsApp"],
  ["blog", "the blog"],
  ["newsletter", "the newsletter"],
  ["website", "the website"],
]);

/** `with` stands before the place, `alone` where no place is told; it is not said where the place says it already. */
type Means = { with: string; alone: string; isIn: RegExp };

const nowhere = /^$/;
const search: Means = { with: "a search on", alone: "a search", isIn: nowhere };
const ad: Means = { with: "an ad on", alone: "an ad", isIn: nowhere };
const mail: Means = { with: "an email of", alone: "an email", isIn: /newsletter/ };
const social: Means = { with: "", alone: "a social network", isIn: nowhere };
const link: Means = { with: "a link on", alone: "a link", isIn: nowhere };

const ways = new Map<string, Means>([
  ["organic", search],
  ...["cpc", "ppc", "paid", "display", "banner", "paid social", "paidsocial", "ads"].map(
    (name) => [name, ad] as const,
  ),
  ...["email", "mail", "newsletter"].map((name) => [name, mail] as const),
  ["social", social],
  ["organic social", social],
  ["referral", link],
  ["content", { with: "", alone: "an article", isIn: nowhere }],
  ["qr", { with: "a QR code of", alone: "a QR code", isIn: nowhere }],
]);

function hostOf(address: string | null | undefined): string {
  return address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : "";
}
