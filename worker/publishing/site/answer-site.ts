import { isId } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import { sha256Hex } from "../../kernel/secrets";
import { rssFeed, sitemap } from "./feeds";
import { findSite, type Site } from "./find-site";
import { frontPage } from "./front-page";
import type { Page } from "./layout";
import { missingPage, neutralPage } from "./missing-page";
import { postPage } from "./post-page";
import { findPage } from "./published";
import { tellView } from "./tell-view";

const address = /^\/p\/([a-z0-9-]{1,48})(?:\/([a-z0-9./_-]{0,150}))?$/;
const pagePath = /^(?:downloads\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/;
const olderPath = /^before\/([a-z0-9_]{1,40})$/;

/**
 * The built-in site. Only the path decides: a query or a header neither changes the page nor splits a cache (CACHE-01), and
 * no page sets a cookie or runs a line of script.
 */
export async function answerSite(base: Base, request: Request): Promise<Response> {
  try {
    return await answerPath(base, request);
  } catch (error) {
    base.log.error("site_failed", error, { path: new URL(request.url).pathname });
    return await answerPage(request, 503, await neutralPage("broken"), { "retry-after": "5" });
  }
}

async function answerPath(base: Base, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, name, path = ""] = address.exec(pathname) ?? [];
  const found = name ? await findSite(base, name) : ({ kind: "unknown" } as const);
  if (found.kind === "unknown") return await answerPage(request, 404, await neutralPage("unknown"));
  if (found.kind === "closed") return await answerPage(request, 410, await neutralPage("closed"));
  const { site } = found;
  const plain = path.replace(/\/+$/, "");
  if (name !== site.business.slug || pathname.endsWith("/")) return redirectTo(site, plain);
  return await answerOnSite(base, site, plain, request);
}

/** To the one spelling that counts, on our own host whatever host was asked. */
function redirectTo({ root }: Site, path: string): Response {
  return new Response(null, {
    status: 301,
    headers: { location: path ? `${root}/${path}` : root, "cache-control": "public, max-age=300" },
  });
}

async function answerOnSite(base: Base, site: Site, path: string, request: Request): Promise<Response> {
  if (path === "") {
    tellView(base, site, request, null);
    return await answerPage(request, 200, await frontPage(site));
  }
  if (path === "rss.xml") return await answer(request, 200, await rssFeed(site), xml("application/rss+xml"));
  if (path === "sitemap.xml") return await answer(request, 200, await sitemap(site), xml("application/xml"));
  const older = olderPath.exec(path)?.[1];
  if (older && isId("publication", older)) {
    return await answerPage(request, 200, await frontPage(site, older));
  }
  const page = pagePath.test(path) ? await findPage(site, path) : null;
  if (page?.state === "published") {
    tellView(base, site, request, page.pieceId);
    return await answerPage(request, 200, await postPage(site, page));
  }
  return await answerPage(request, page ? 410 : 404, await missingPage(site, page !== null));
}

const xml = (type: string) => ({
  "content-type": `${type}; charset=utf-8`,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
});

async function answerPage(
  request: Request,
  status: number,
  page: Page,
  more: Record<string, string> = {},
): Promise<Response> {
  return await answer(request, status, page.html, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": await policyFor(page),
    "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    ...more,
  });
}

/** Nothing runs, nothing is framed, nothing is sent; pictures may come from where the author took them. */
async function policyFor({ styles }: Page): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(styles));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** Kept by anybody, but asked for again each time: what was taken down is gone at the next look. */
async function answer(
  request: Request,
  status: number,
  body: string,
  headers: Record<string, string>,
): Promise<Response> {
  if (status !== 200) {
    return new Response(body, {
      status,
      headers: { ...headers, "cache-control": "no-store", "x-robots-tag": "noindex" },
    });
  }
  const etag = `"${(await sha256Hex(body)).slice(0, 32)}"`;
  const kept = { ...headers, etag, "cache-control": "public, max-age=0, must-revalidate" };
  const isKnown = namesTag(request.headers.get("if-none-match"), etag);
  return new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers: kept });
}

function namesTag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);
}
