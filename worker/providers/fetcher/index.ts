import type { FetchedPage, FetcherPort, OutboundRequest } from "../../kernel/ports";
import { ProviderError } from "../../kernel/ports";
import { type AddressPolicy, isAddress, isAllowedHost, parseAddress } from "./address";
import { DeadlinePassed, withDeadline } from "../deadline";
import { readBounded } from "./body";
import { assertPublicAnswers, type Resolve, resolveOverHttps } from "./dns";
import { headersForOtherOrigin, outboundHeaders } from "./headers";
import { refusal, refusalInFlight } from "./refusals";

export type FetcherSettings = {
  allowedHosts: string[];
  ownHosts?: string[];
  userAgent?: string;
  fetch?: typeof fetch;
  resolve?: Resolve;
};

const readable = [
  "text/html",
  "text/plain",
  "text/xml",
  "application/xhtml+xml",
  "application/xml",
  "application/rss+xml",
  "application/atom+xml",
  "application/json",
  "application/ld+json",
  "image/",
];
const redirects = new Set([301, 302, 303, 307, 308]);

/** The only way out to an address that a person typed: judged before each hop, bounded in time, size and hops. */
export function createFetcher(settings: FetcherSettings): FetcherPort {
  const dial = settings.fetch ?? ((input, init) => fetch(input, init));
  const outside: Outside = {
    policy: { allowedHosts: settings.allowedHosts, ownHosts: settings.ownHosts ?? [] },
    userAgent: settings.userAgent ?? "Tributary/1.0",
    fetch: dial,
    resolve: settings.resolve ?? resolveOverHttps(dial),
  };
  return { fetch: (request) => fetchBounded(request, outside) };
}

type Outside = { policy: AddressPolicy; userAgent: string; fetch: typeof fetch; resolve: Resolve };

type Hop = { url: URL; method: string; headers: Headers; body: string | Uint8Array | undefined };

async function fetchBounded(request: OutboundRequest, outside: Outside): Promise<FetchedPage> {
  const first: Hop = {
    url: parseAddress(request.url, outside.policy),
    method: request.method ?? "GET",
    headers: outboundHeaders(request, outside.userAgent),
    body: request.body,
  };
  try {
    return await withDeadline(request.timeoutMs ?? 10_000, async (signal) => {
      const { hop, response } = await followRedirects(first, request.maxRedirects ?? 5, outside, signal);
      return await readPage(request, hop, response, signal);
    });
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw refusalInFlight(error instanceof DeadlinePassed ? "timed_out" : "unreachable", first.method, error);
  }
}

/** With no redirects allowed the 3xx itself is the answer, which a webhook counts as a failure. */
async function followRedirects(first: Hop, limit: number, outside: Outside, signal: AbortSignal) {
  let hop = first;
  for (let followed = 0; ; followed++) {
    const response = await sendHop(hop, outside, signal);
    if (!redirects.has(response.status) || limit === 0) return { hop, response };
    void response.body?.cancel().catch(() => undefined);
    if (followed === limit) throw refusal("too_many_redirects");
    hop = nextHop(hop, response, outside.policy);
  }
}

async function sendHop(hop: Hop, outside: Outside, signal: AbortSignal): Promise<Response> {
  if (!isAllowedHost(hop.url, outside.policy) && !isAddress(hop.url.hostname)) {
    await assertPublicAnswers(hop.url.hostname, outside.policy, outside.resolve, signal);
  }
  const { method, headers, body } = hop;
  return await outside.fetch(hop.url.href, { method, headers, body, redirect: "manual", signal });
}

function nextHop(hop: Hop, response: Response, policy: AddressPolicy): Hop {
  const target = URL.parse(response.headers.get("location") ?? "", hop.url);
  if (!target || !response.headers.has("location")) throw refusal("redirect_invalid");
  const url = parseAddress(target.href, policy);
  if (hop.url.protocol === "https:" && url.protocol === "http:") throw refusal("redirect_downgrade");
  const keepsMethod = response.status === 307 || response.status === 308 || hop.method === "HEAD";
  const body = keepsMethod ? hop.body : undefined;
  const isSameOrigin = url.origin === hop.url.origin;
  if (body !== undefined && !isSameOrigin) throw refusal("redirect_with_body");
  const headers = isSameOrigin ? new Headers(hop.headers) : headersForOtherOrigin(hop.headers);
  if (body === undefined) headers.delete("content-type");
  return { url, method: keepsMethod ? hop.method : "GET", headers, body };
}

async function readPage(
  request: OutboundRequest,
  hop: Hop,
  response: Response,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const contentType = response.headers.get("content-type") ?? "";
  const headers = new Headers(response.headers);
  headers.delete("set-cookie");
  const page = { url: hop.url.href, status: response.status, contentType, headers };
  if (hop.method === "HEAD") return { ...page, body: new Uint8Array(), truncated: false };
  const accepted = response.ok ? (request.accept ?? readable) : "any";
  if (contentType) assertReadable(contentType, accepted);
  const limit = { maxBytes: request.maxBytes ?? 2_000_000, oversize: request.oversize ?? "refuse" };
  try {
    const { bytes, truncated } = await readBounded(response.body, limit, signal);
    if (bytes.byteLength > 0) assertReadable(contentType, accepted);
    return { ...page, body: bytes, truncated };
  } catch (error) {
    if (error instanceof ProviderError || signal.aborted) throw error;
    throw refusalInFlight("cut_off", hop.method, error);
  }
}

function assertReadable(contentType: string, accepted: string[] | "any"): void {
  if (accepted === "any") return;
  const type = contentType.toLowerCase().trim();
  if (!accepted.some((prefix) => type.startsWith(prefix))) throw refusal("type_not_allowed");
}
