import { createMiddleware } from "hono/factory";
import type { Edge } from "./edge";

/** JSON is nobody's page: nothing may run in it, frame it, sniff it or keep it. */
const always: Record<string, string> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, no-store",
};

export const securityHeaders = createMiddleware<Edge>(async (c, next) => {
  await next();
  // A WebSocket answer has immutable headers and needs none of these.
  if (c.res.status === 101) return;
  for (const [name, value] of Object.entries(always)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  for (const [name, value] of Object.entries(c.get("answerHeaders"))) c.res.headers.set(name, value);
  c.res.headers.set("tributary-request-id", c.get("requestId"));
  if (c.get("base")?.settings.TRIBUTARY_MODE === "production") {
    c.res.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
});
