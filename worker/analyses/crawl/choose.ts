export type SiteLink = { url: string; text: string };

/** What pages tell of a business, by the words that their addresses and links are made of; the first matter most. */
const kinds: readonly [kind: string, words: RegExp][] = [
  [
    "about",
    /\b(?:about|company|team|story|mission|who-we-are|ueber|über|unternehmen|quem|sobre|a-propos)\b/i,
  ],
  ["pricing", /\b(?:pricing|prices?|plans?|subscriptions?|preise|tarifs?|precios|precos)\b/i],
  [
    "product",
    /\b(?:products?|services?|solutions?|features?|wholesale|offers?|shop|menu|leistungen|produkte|servicios)\b/i,
  ],
  [
    "customers",
    /\b(?:customers?|clients?|testimonials?|case-stud(?:y|ies)|reviews?|references?|referenzen|portfolio)\b/i,
  ],
  ["contact", /\b(?:contact|kontakt|contacto|contato|find-us|visit)\b/i],
  ["questions", /\b(?:faq|questions|how-it-works|help)\b/i],
  ["blog", /\b(?:blog|journal|news|articles?|magazine?|stories)\b/i],
];

const never =
  /\.(?:pdf|jpe?g|png|gif|svg|webp|zip|mp[34]|docx?|xlsx?|css|js|xml|json|rss)$|\b(?:log-?in|sign-?in|sign-?up|register|cart|basket|checkout|account|privacy|datenschutz|terms|agb|cookies?|imprint|impressum|legal|wp-admin|wp-json|feed|search|tag|category)\b/i;

/** One page of each kind that matters, then more of the site near its top, the home page left out. */
export function choosePages(home: URL, links: SiteLink[], most: number): string[] {
  const known = new Map<string, string>();
  for (const { url, text } of links) {
    const page = pageOf(home, url);
    if (page) known.set(page, `${known.get(page) ?? ""} ${text}`);
  }
  const pages = [...known].map(([url, text]) => ({ url, kind: kindOf(url, text), depth: depthOf(url) }));
  const first = kinds.flatMap(([kind]) => nearest(pages.filter((page) => page.kind === kind)).slice(0, 1));
  const rest = nearest(pages.filter((page) => !first.includes(page) && page.kind !== "blog"));
  const reading = nearest(pages.filter((page) => !first.includes(page) && page.kind === "blog"));
  return [...first, ...rest, ...reading].slice(0, most).map(({ url }) => url);
}

export function isSameSite(one: URL, other: URL): boolean {
  return bare(one) === bare(other);
}

/** The address without what only tells who came from where; null where it is not a page of this site. */
function pageOf(home: URL, address: string): string | null {
  const url = URL.parse(address, home);
  if (!url || !isSameSite(url, home) || !/^https?:$/.test(url.protocol)) return null;
  if (
    url.username ||
    url.search ||
    never.test(url.pathname.replaceAll(/[-_/]/g, (mark) => (mark === "_" ? "-" : mark)))
  )
    return null;
  url.hash = "";
  // As safe as the home page was, where its links forget to say so.
  if (home.protocol === "https:") url.protocol = "https:";
  url.host = home.host;
  if (url.pathname !== "/") url.pathname = url.pathname.replace(/\/+$/, "");
  return url.href === new URL("/", home).href || url.href === home.href ? null : url.href;
}

function kindOf(url: string, text: string): string {
  const { pathname } = new URL(url);
  const byPath = kinds.find(([, words]) => words.test(pathname.split("/")[1] ?? ""));
  return (byPath ?? kinds.find(([, words]) => words.test(text)))?.[0] ?? "other";
}

function nearest<T extends { url: string; depth: number }>(pages: T[]): T[] {
  return pages.toSorted((one, other) => one.depth - other.depth || one.url.length - other.url.length);
}

function depthOf(url: string): number {
  return new URL(url).pathname.split("/").filter(Boolean).length;
}

function bare(url: URL): string {
  return url.host.replace(/^www\./, "");
}
