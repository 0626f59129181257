import { refusal } from "./refusals";

const token = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
const visible = /^[\t\x20-\x7e\x80-\xff]*$/;
const connection =
  /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive|expect|via|forwarded)$/i;
const families = /^(cf-|x-forwarded-|x-real-ip$|x-original-|x-rewrite-|proxy-|sec-)/i;
const credentials = /^(authorization|cookie|cookie2|set-cookie)$/i;
const keptAcrossOrigins = new Set(["accept", "accept-language", "content-type", "user-agent"]);

export type OutboundHeaders = { headers?: Record<string, string>; secretHeaders?: Record<string, string> };

/** Header names and values may come from people: framing, proxy and credential headers are refused, so is CR or LF. */
export function outboundHeaders(request: OutboundHeaders, userAgent: string): Headers {
  const result = new Headers({ accept: "*/*" });
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    assertAllowed(name, value);
    if (credentials.test(name)) throw refusal("header_not_allowed");
    result.set(name, value);
  }
  for (const [name, value] of Object.entries(request.secretHeaders ?? {})) {
    assertAllowed(name, value);
    result.set(name, value);
  }
  result.set("user-agent", userAgent);
  return result;
}

/** A secret may sit in any header, so a redirect to another origin keeps only those that cannot hold one. */
export function headersForOtherOrigin(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => keptAcrossOrigins.has(name)));
}

function assertAllowed(name: string, value: string): void {
  if (!token.test(name) || connection.test(name) || families.test(name) || !visible.test(value)) {
    throw refusal("header_not_allowed");
  }
}
