import { createMiddleware } from "hono/factory";
import type { Edge } from "./edge";

const shared = {
  "access-control-allow-origin": "*",
  vary: "Origin",
};

const preflight = {
  ...shared,
  "access-control-allow-methods": "GET, POST, PUT",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "86400",
};

/**
 * Forms stand on other people's pages. Nobody's cookie counts here, so every page may read the answers, refusals too:
 * whether a page may send is the form's own rule, and is said in words that its owner finds in the console (CORS-03).
 */
export const openToPages = createMiddleware<Edge>(async (c, next) => {
  if (c.req.method === "OPTIONS") return new Response(null, { status: 204, headers: preflight });
  Object.assign(c.get("answerHeaders"), shared);
  await next();
});
