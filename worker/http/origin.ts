import { createMiddleware } from "hono/factory";
import { DomainError } from "../kernel/errors";
import type { Edge } from "./edge";

/** What visitors send from anybody's page; it counts no cookie there. */
const ofVisitors = /^\/[ft]\//;
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser may change things only from our own pages (CSRF-01, CSRF-02): a request that another site made is
 * refused, cookie or not. A socket is as good as a write.
 * A key in the Authorization header is no ambient authority, so it is let through.
 */
export const refuseCrossSite = createMiddleware<Edge>(async (c, next) => {
  const { headers } = c.req.raw;
  const isSocket = headers.get("upgrade")?.toLowerCase() === "websocket";
  const isSafe = safeMethods.has(c.req.method) && !isSocket;
  const trusted = isSafe || headers.has("authorization") || ofVisitors.test(c.req.path);
  if (!trusted && comesFromElsewhere(headers, c.get("base").settings.APP_URL)) {
    throw new DomainError("cross_site", "This request did not come from the Tributary app.");
  }
  await next();
});

function comesFromElsewhere(headers: Headers, appUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin !== new URL(appUrl).origin;
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
