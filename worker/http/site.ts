import type { Hono } from "hono";
import { DomainError } from "../kernel/errors";
import { answerSite } from "../publishing";
import type { Edge } from "./edge";

/** What visitors read without an account: pages, so it stands beside the API's contracts. */
export function siteRoutes(app: Hono<Edge>): void {
  app.all("/p/*", async (c) => {
    const { raw } = c.req;
    // A page is for everybody: it carries no mark of what one caller has seen.
    c.set("bookmark", () => null);
    if (raw.method === "GET" || raw.method === "HEAD") return await answerSite(c.get("base"), raw);
    throw new DomainError("method_not_allowed", "This page can only be read.", {
      headers: { allow: "GET, HEAD" },
    });
  });
}
