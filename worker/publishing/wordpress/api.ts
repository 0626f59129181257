import { Buffer } from "node:buffer";
import { type FetchedPage, type FetcherPort, type OutboundRequest, ProviderError } from "../../kernel/ports";

export type WordPress = { fetcher: FetcherPort; apiRoot: string; username: string; password: string };

export type WordPressCall = {
  method: "GET" | "POST";
  /** Such as `posts` or `media/12`. */
  path: string;
  query?: Record<string, string>;
  json?: unknown;
  file?: { bytes: Uint8Array; type: string; name: string };
};

const timeoutMs = 15_000;

/** One call to a site's REST interface. What it answers in words is never passed on; only what we make of it. */
export async function callWordPress(site: WordPress, call: WordPressCall): Promise<unknown> {
  const page = await site.fetcher.fetch(requestFor(site, call));
  if (page.status >= 200 && page.status < 300) return readJson(page, call);
  throw failureOf(page, call);
}

function requestFor(
  site: WordPress,
  { method, path, query = {}, json, file }: WordPressCall,
): OutboundRequest {
  const basic = Buffer.from(`${site.username}:${site.password}`).toString("base64");
  return {
    url: addressOf(site.apiRoot, `wp/v2/${path}`, query),
    method,
    // A redirect would take the password along to wherever the site points.
    maxRedirects: 0,
    timeoutMs,
    accept: "any",
    headers: {
      accept: "application/json",
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...(file
        ? { "content-type": file.type, "content-disposition": `attachment; filename="${file.name}"` }
        : {}),
    },
    secretHeaders: { authorization: `Basic ${basic}` },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(file ? { body: file.bytes } : {}),
  };
}

/** Where addresses are not pretty, the root is `…/?rest_route=/` and the path goes into it. */
export function addressOf(root: string, path: string, query: Record<string, string>): string {
  const url = new URL(root);
  const route = url.searchParams.get("rest_route");
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, "")}/${path}`;
  else url.searchParams.set("rest_route", `${route.replace(/\/$/, "")}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** An answer that came, but is no data: a login page, a cache, a plugin. What was asked for may have been done all the same. */
function readJson({ body }: FetchedPage, { method }: WordPressCall): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    throw said(method === "GET" ? "refuse" : "unknown", "not_data");
  }
}

const words = {
  not_data:
    "The site answered with a page instead of data. A security or cache plugin may stand in front of its REST interface.",
  wrong_password:
    "WordPress does not accept this user name and application password. Make a new application password there.",
  not_allowed:
    "WordPress does not let this user do that. The user needs the role Author, or Editor for pages.",
  no_api: "There is no WordPress REST interface at this address, or it is switched off.",
  moved:
    "The site sends visitors on to another address. Connect with the address that the browser shows in the end.",
  refused: "WordPress refused what was sent.",
  busy: "The site asks to be left alone for a moment.",
  broken: "The site had an error of its own while it took this in.",
} as const;

export type WordPressFailure = keyof typeof words;

export function said(
  verdict: ProviderError["verdict"],
  code: WordPressFailure,
  retryAfter?: number,
): ProviderError {
  return new ProviderError("wordpress", verdict, code, words[code], retryAfter);
}

/** After a broken answer to a write nobody knows what was kept; 429 and 503 say that nothing was begun. */
function failureOf({ status, headers }: FetchedPage, { method }: WordPressCall): ProviderError {
  if (status >= 300 && status < 400) return said("refuse", "moved");
  if (status === 401) return said("refuse", "wrong_password");
  if (status === 403) return said("refuse", "not_allowed");
  if (status === 404 || status === 410) return said("refuse", "no_api");
  if (status === 429 || status === 503) return said("retry", "busy", secondsOf(headers.get("retry-after")));
  if (status >= 500) return said(method === "GET" ? "retry" : "unknown", "broken");
  return said("refuse", "refused");
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) : undefined;
}
