import type { FetchedPage, FetcherPort } from "../../kernel/ports";
import { ProviderError } from "../../kernel/ports";
import { SiteUnreadable } from "../reasons";

export type Html = { url: string; html: string; bytes: number };

const pageTypes = ["text/html", "application/xhtml+xml"];
const textTypes = ["text/", "application/xml", "application/x-sitemap", "application/octet-stream"];

export type Visit = {
  fetcher: FetcherPort;
  /** How much time the whole visit has left, in milliseconds. */
  left(): number;
};

/** A page, or why there is none. */
export async function fetchPage(visit: Visit, url: string, maxBytes: number): Promise<Html> {
  const page = await visit.fetcher.fetch({ url, accept: pageTypes, maxBytes, timeoutMs: timeFor(visit) });
  assertAnswered(page);
  const html = decode(page);
  return { url: page.url, html, bytes: page.body.byteLength };
}

/** robots.txt, a sitemap, a style sheet: its beginning is enough; null where the site has none. */
export async function fetchText(visit: Visit, url: string, maxBytes: number): Promise<Text> {
  const { status, body } = await visit.fetcher.fetch({
    url,
    accept: textTypes,
    maxBytes,
    oversize: "cut",
    timeoutMs: timeFor(visit),
  });
  return { status, text: status === 200 ? new TextDecoder().decode(body) : "" };
}

export type Text = { status: number; text: string };

function timeFor(visit: Visit): number {
  const left = visit.left();
  if (left <= 0)
    throw new ProviderError("fetcher", "retry", "timed_out", "The website took too long to read.");
  return Math.min(10_000, left);
}

function assertAnswered({ status }: FetchedPage): void {
  if (status >= 200 && status < 300) return;
  if (status === 404 || status === 410) throw new SiteUnreadable("page_missing");
  if (status === 429) throw new SiteUnreadable("site_busy");
  if (status >= 500) throw new SiteUnreadable("site_broken");
  throw new SiteUnreadable("site_forbidden");
}

/** As its headers or its first kilobyte say; what no decoder knows is read as UTF-8. */
function decode({ body, contentType }: FetchedPage): string {
  const start = new TextDecoder("latin1").decode(body.subarray(0, 1024));
  const named = /charset\s*=\s*["']?([\w-]+)/i;
  const label = named.exec(contentType)?.[1] ?? named.exec(start)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
