import type { Extract } from "../../../db/schema/cell/business";
import { cleanQuoted } from "../../ai";
import type { SitePage } from "../crawl/read-site";

const networks =
  /^(?:[\w-]+\.)?(?:x|twitter|linkedin|facebook|instagram|threads|youtube|tiktok|pinterest|mastodon|bsky)\.(?:com|net|app|social)$/;

/** How the business can be reached, as its pages and its data say. */
export function contactIn(pages: SitePage[]): Extract["contact"] {
  const links = pages.flatMap((page) => page.links.map(({ url }) => url));
  const text = pages.map((page) => page.text).join("\n");
  const addressed = (scheme: string) =>
    links
      .filter((url) => url.startsWith(scheme))
      .map((url) => unescaped(url.slice(scheme.length).split("?")[0] ?? ""));
  const mails = text.match(/[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi) ?? [];
  const structured = pages.flatMap((page) => page.structured);
  return {
    emails: distinct([...addressed("mailto:"), ...mails, ...structured.map((data) => textIn(data["email"]))]),
    phones: distinct([...addressed("tel:"), ...structured.map((data) => textIn(data["telephone"]))]),
    addresses: distinct(structured.map(({ address }) => addressIn(address))),
  };
}

export function socialAccountsIn(pages: SitePage[]): string[] {
  const named = pages.flatMap(({ structured }) => structured.flatMap(({ sameAs }) => sameAs));
  const links = [...pages.flatMap((page) => page.links.map(({ url }) => url)), ...named.map(textIn)];
  return distinct(
    links.filter((link) => {
      const url = URL.parse(link);
      return (
        url !== null &&
        networks.test(url.hostname) &&
        url.pathname.length > 1 &&
        !/share|intent/.test(url.href)
      );
    }),
  );
}

/** schema.org writes an address as one text or as its parts. */
function addressIn(address: unknown): string {
  if (typeof address === "string") return textIn(address);
  if (typeof address !== "object" || address === null) return "";
  const parts = ["streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"];
  return parts
    .map((name) => textIn(Reflect.get(address, name)))
    .filter(Boolean)
    .join(", ");
}

export function textIn(value: unknown): string {
  return typeof value === "string" ? cleanQuoted(value, 300) : "";
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function distinct(texts: string[]): string[] {
  const cleaned = texts.map((text) => cleanQuoted(text, 200)).filter((text) => text !== "");
  return [...new Set(cleaned)].slice(0, 10);
}
