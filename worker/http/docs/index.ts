import type { Hono } from "hono";
import type { Route } from "../../kernel/contract";
import type { Edge, EdgeContext } from "../edge";
import { openApiDocument } from "../openapi";
import { page } from "./page";
import { problemsPage } from "./problems";
import { referencePage } from "./reference";

/** The document for machines, and the same routes for people: plain pages without script. */
export function documentRoutes(app: Hono<Edge>, routes: Route[]): void {
  const contracts = routes.map(({ contract }) => contract);
  app.get("/v1/openapi.json", (c) => c.json(openApiDocument(routes, appUrl(c))));
  app.get("/docs", (c) => answerPage(c, page("API reference", referencePage(contracts, appUrl(c)))));
  app.get("/docs/problems", (c) => answerPage(c, page("Problems", problemsPage(contracts))));
}

function appUrl(c: EdgeContext): string {
  return c.get("base").settings.APP_URL;
}

async function answerPage(c: EdgeContext, html: ReturnType<typeof page>): Promise<Response> {
  return c.html(await html, 200, {
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "public, max-age=300",
  });
}
