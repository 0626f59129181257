import type { FetcherPort } from "../../kernel/ports";
import { extractPage, type PageExtract } from "../extract/page";
import { SiteUnreadable } from "../reasons";
import { choosePages, isSameSite, type SiteLink } from "./choose";
import { fetchPage, fetchText, type Html, type Visit } from "./fetch";
import { everything, type Robots, readRobots } from "./robots";

export type SitePage = PageExtract & { url: string; bytes: number };
export type Site = { pages: SitePage[]; styles: string };

export const limits = {
  pages: 8,
  homeBytes: 2_000_000,
  pageBytes: 1_000_000,
  textBytes: 200_000,
  visitMs: 60_000,
  atOnce: 3,
  leastText: 120,
};

type Tools = { fetcher: FetcherPort; now(): number; onPages(pages: SitePage[]): Promise<void> };

/** The home page and the few that tell most: as robots.txt allows, bounded in number, size and time. */
export async function readSite(address: string, { fetcher, now, onPages }: Tools): Promise<Site> {
  const until = now() + limits.visitMs;
  const visit: Visit = { fetcher, left: () => until - now() };
  const start = new URL(address);
  const robots = await robotsOf(visit, start);
  if (!robots.allows(start)) throw new SiteUnreadable("robots_refused");
  const home = await openPage(await fetchPage(visit, start.href, limits.homeBytes));
  const arrived = new URL(home.url);
  const here = arrived.origin === start.origin ? robots : await robotsOf(visit, arrived);
  if (!here.allows(arrived)) throw new SiteUnreadable("robots_refused");
  await onPages([home]);
  const styles = await stylesOf(visit, home);
  const links = [...home.links, ...(await sitemapOf(visit, arrived, here))];
  const chosen = choosePages(arrived, links, limits.pages * 3).filter((url) => here.allows(new URL(url)));
  const pages = await readMore(visit, home, chosen.slice(0, limits.pages - 1), onPages);
  const length = pages.reduce((sum, { text }) => sum + text.length, 0);
  if (length < limits.leastText) throw new SiteUnreadable("nothing_to_read");
  return { pages, styles };
}

async function readMore(visit: Visit, home: SitePage, chosen: string[], onPages: Tools["onPages"]) {
  const pages = [home];
  for (let from = 0; from < chosen.length && visit.left() > 0; from += limits.atOnce) {
    const lot = await Promise.all(
      chosen.slice(from, from + limits.atOnce).map((url) => readOne(visit, home, url)),
    );
    for (const page of lot) {
      if (page && !pages.some(({ url }) => url === page.url)) pages.push(page);
    }
    await onPages(pages);
  }
  return pages;
}

/** A page that cannot be read is left out: the home page already told that the site is there. */
async function readOne(visit: Visit, home: SitePage, url: string): Promise<SitePage | null> {
  const html = await optional(() => fetchPage(visit, url, limits.pageBytes));
  if (!html || !isSameSite(new URL(html.url), new URL(home.url))) return null;
  return openPage(html);
}

async function openPage({ url, html, bytes }: Html): Promise<SitePage> {
  try {
    return { ...(await extractPage(html, url)), url, bytes };
  } catch (cause) {
    throw new SiteUnreadable("nothing_to_read", { cause });
  }
}

/** A site without the file may be read; one whose server fails on it may not, until it says so (RFC 9309). */
async function robotsOf(visit: Visit, { origin }: URL): Promise<Robots> {
  const { status, text } = await fetchText(visit, `${origin}/robots.txt`, limits.textBytes).catch(noText);
  if (status >= 500) throw new SiteUnreadable("robots_unavailable");
  return status === 200 ? readRobots(text) : everything;
}

/** What went wrong with this file, the page itself will say better. */
function noText() {
  return { status: 404, text: "" };
}

async function sitemapOf(visit: Visit, home: URL, robots: Robots): Promise<SiteLink[]> {
  const named = robots.sitemaps.map((address) => URL.parse(address, home));
  const address = named.find((url) => url && isSameSite(url, home)) ?? new URL("/sitemap.xml", home);
  const sitemap = await optional(() => fetchText(visit, address.href, limits.textBytes));
  const locations = [...(sitemap?.text ?? "").matchAll(/<loc>\s*([^<\s]{1,2048})\s*<\/loc>/gi)].slice(0, 500);
  return locations.map(([, url = ""]) => ({ url: url.replaceAll("&amp;", "&"), text: "" }));
}

async function stylesOf(visit: Visit, home: SitePage): Promise<string> {
  const address = home.styleSheets.find((url) => isSameSite(new URL(url), new URL(home.url)));
  const sheet = address ? await optional(() => fetchText(visit, address, limits.textBytes)) : null;
  return `${sheet?.text ?? ""}\n${home.inlineStyles}`;
}

async function optional<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch {
    return null;
  }
}
