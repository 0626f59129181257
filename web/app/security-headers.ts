import { bookmarkCookie, type LoadContext } from "./load-context";

/** Headers of everything the web app renders. HTML carries a nonce, so it is never stored. */
export function withSecurityHeaders(response: Response, url: URL, context: LoadContext): Response {
  const headers = new Headers(response.headers);
  headers.set("Request-Id", context.requestId);
  headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Reporting-Endpoints", `csp="${reportPath}"`);
  headers.set("Content-Security-Policy", contentSecurityPolicy(url, context));
  headers.set(
    "Content-Security-Policy-Report-Only",
    ["require-trusted-types-for 'script'", ...reporting(url)].join("; "),
  );
  if (context.bookmark.isNew)
    headers.append("Set-Cookie", bookmarkCookie(context.bookmark, url.protocol === "https:"));
  if (context.renewedSession) headers.append("Set-Cookie", context.renewedSession);
  if (!isManifest(url)) headers.set("Cache-Control", "private, no-store");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** A form on another site may not act with this site's cookie. Browsers send one of the two headers on every write. */
export function isCrossSiteWrite(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return false;
  const site = request.headers.get("Sec-Fetch-Site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("Origin");
  return origin !== new URL(request.url).origin;
}

const reportPath = "/v1/browser-reports";

/** The newer way needs https, and a browser that knows it no longer looks at the older one. */
function reporting({ protocol }: URL): string[] {
  return [`report-uri ${reportPath}`, ...(protocol === "https:" ? ["report-to csp"] : [])];
}

function contentSecurityPolicy(url: URL, { nonce, formTargets }: LoadContext): string {
  const socket = `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}`;
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${socket}`,
    "font-src 'self'",
    "frame-src 'self' https://js.stripe.com https://challenges.cloudflare.com",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self' https://checkout.stripe.com", ...formTargets].join(" "),
    "frame-ancestors 'none'",
    ...reporting(url),
  ].join("; ");
}

/** The routes' map is named by its version and the same for everybody. */
function isManifest(url: URL): boolean {
  return url.pathname === "/__manifest";
}
