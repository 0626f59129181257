import type { Site } from "./find-site";
import { iso } from "./layout";
import { listCards, type PageCard } from "./published";

const inFeed = 30;
const inSitemap = 5000;

export async function rssFeed(site: Site): Promise<string> {
  const { business, root } = site;
  const cards = await listCards(site, { kind: "blog_post" }, inFeed);
  const newest = cards[0] ? element("lastBuildDate", new Date(cards[0].publishedAt).toUTCString()) : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
${element("title", business.name)}
${element("link", root)}
<atom:link href="${escapeXml(`${root}/rss.xml`)}" rel="self" type="application/rss+xml"/>
${element("description", business.description || business.name)}
${element("language", business.language)}
${newest}
${cards.map((card) => item(site, card)).join("\n")}
</channel></rss>
`;
}

function item({ root }: Site, { id, path, title, excerpt, publishedAt }: PageCard): string {
  return `<item>${element("title", title)}${element("link", `${root}/${path}`)}<guid isPermaLink="false">${id}</guid>${element(
    "pubDate",
    new Date(publishedAt).toUTCString(),
  )}${element("description", excerpt)}</item>`;
}

export async function sitemap(site: Site): Promise<string> {
  const cards = await listCards(site, { kind: "any" }, inSitemap);
  const newest = cards.reduce((latest, { changedAt }) => Math.max(latest, changedAt), 0);
  const entries = [
    entry(site.root, newest),
    ...cards.map(({ path, changedAt }) => entry(`${site.root}/${path}`, changedAt)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}

function entry(address: string, changedAt: number): string {
  return `<url>${element("loc", address)}${changedAt > 0 ? element("lastmod", iso(changedAt)) : ""}</url>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Signs that XML 1.0 cannot hold at all would make the whole feed unreadable, so they go. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? "");
}
