import type { Extract } from "../../../db/schema/cell/business";
import type { Site, SitePage } from "../crawl/read-site";
import { coloursIn } from "./colors";
import { contactIn, socialAccountsIn, textIn } from "./contact";

const organizations =
  /Organization|LocalBusiness|Corporation|Store|Restaurant|Service|WebSite|Product|Person$/;

/** What the pages themselves said, before anybody interpreted it. */
export function summarize({ pages, styles }: Site, logo: Extract["logo"] = null): Extract {
  const [home] = pages;
  const meta = (name: string) => home?.meta.get(name) ?? "";
  return {
    title: home?.title || meta("og:title"),
    description: meta("description") || meta("og:description"),
    language: languageOf(home),
    headings: pages.flatMap(({ headings }) => headings).slice(0, 60),
    colors: coloursIn(meta("theme-color"), styles),
    logoUrl: logoOf(pages),
    contact: contactIn(pages),
    socialAccounts: socialAccountsIn(pages),
    structured: pages
      .flatMap(({ structured }) => structured)
      .map(told)
      .filter(saysSomething)
      .slice(0, 10),
    prices: linesLike(pages, /[$€£¥]\s?\d|\d\s?(?:[$€£¥]|(?:usd|eur|gbp|nok|sek|dkk|chf|kr|euros?)\b)/i),
    proof: linesLike(
      pages,
      /\b(?:since|founded in|established) (?:19|20)\d\d\b|\b\d[\d,.]*\+? (?:customers|clients|users|reviews|members|companies|teams)\b|\d\s?%|\baward|\bcertified\b|[★]/i,
    ),
    logo,
  };
}

export function nameOf(pages: SitePage[]): string {
  const [home] = pages;
  const structured = pages
    .flatMap(({ structured }) => structured)
    .find((data) => organizations.test(typeOf(data)));
  return home?.meta.get("og:site_name") || textIn(structured?.["name"]);
}

function languageOf(home: SitePage | undefined): string {
  try {
    return (
      Intl.getCanonicalLocales(home?.language || home?.meta.get("og:locale")?.replace("_", "-") || "")[0] ??
      ""
    );
  } catch {
    return "";
  }
}

function logoOf(pages: SitePage[]): string | null {
  const [home] = pages;
  const named = pages
    .flatMap(({ structured, url }) => structured.map(({ logo }) => addressIn(logo, url)))
    .find((address) => address !== null);
  return named ?? home?.logos[0] ?? null;
}

function addressIn(logo: unknown, base: string): string | null {
  const text = typeof logo === "object" && logo !== null && "url" in logo ? textIn(logo.url) : textIn(logo);
  const url = text ? URL.parse(text, base) : null;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 2048 ? url.href : null;
}

function typeOf(data: Record<string, unknown>): string {
  const type = data["@type"];
  return String(Array.isArray(type) ? type[0] : (type ?? ""));
}

/** Of structured data only the plain sayings: nothing deep, nothing long. */
function told(data: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(data)
    .map(([name, value]) => [name.slice(0, 40), typeof value === "number" ? value : textIn(value)] as const)
    .filter(([name, value]) => value !== "" && !["@context", "__proto__"].includes(name));
  return Object.fromEntries(plain.slice(0, 20));
}

function saysSomething(data: Record<string, unknown>): boolean {
  return Object.keys(data).length > 1;
}

function linesLike(pages: SitePage[], sign: RegExp): string[] {
  const lines = pages.flatMap(({ text }) => text.split("\n"));
  return [...new Set(lines.filter((line) => line.length <= 300 && sign.test(line)))].slice(0, 12);
}
