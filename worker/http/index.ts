import { Hono } from "hono";
import type { Reactions } from "../kernel/context";
import type { Route } from "../kernel/contract";
import { DomainError, NotFound } from "../kernel/errors";
import { createLog } from "../kernel/log";
import type { Env } from "../kernel/env";
import { openToPages } from "./cors";
import { documentRoutes } from "./docs";
import type { Edge } from "./edge";
import { formSiteRoutes } from "./form-site";
import { securityHeaders } from "./headers";
import { mount } from "./mount";
import { refuseCrossSite } from "./origin";
import { answerProblem } from "./problem";
import { createBase } from "./services";
import { siteRoutes } from "./site";
import { trackingDoor } from "./tracking-door";

export { createBase } from "./services";
export { forgetOldKeys } from "./idempotency";
export { queueOf, wakeSweeper } from "./carrier";
export { currentRights } from "./live";
export { liveRoutes } from "./live-routes";
export { openApiDocument } from "./openapi";
export { followShortLink } from "./short-links";
export { systemContext } from "./system-context";

/** The whole way in: an id, headers, a context, the routes, and one place for everything that goes wrong. */
export function createEdge(routes: Route[], reactions: Reactions): Hono<Edge> {
  const app = new Hono<Edge>();
  app.use(securityHeaders, async (c, next) => {
    openRequest(c.req.raw, c.env, c.executionCtx, reactions, c.set.bind(c));
    await next();
    const bookmark = c.get("bookmark")();
    if (c.env.TRIBUTARY_MODE === "test")
      c.get("answerHeaders")["tributary-rows"] = JSON.stringify(c.get("rows"));
    if (bookmark) c.get("answerHeaders")["tributary-bookmark"] = bookmark;
  });
  app.use(refuseCrossSite);
  app.use("/f/*", openToPages);
  mount(app, routes);
  documentRoutes(app, routes);
  siteRoutes(app);
  formSiteRoutes(app);
  trackingDoor(app);
  app.notFound((c) => answerProblem(wrongAddress(routes, c.req.method, c.req.path), c));
  app.onError((error, c) => answerProblem(error, c));
  return app;
}

function openRequest(
  request: Request,
  env: Env,
  executionCtx: Pick<ExecutionContext, "waitUntil">,
  reactions: Reactions,
  set: <K extends keyof Edge["Variables"]>(key: K, value: Edge["Variables"][K]) => void,
): void {
  const requestId = crypto.randomUUID();
  set("requestId", requestId);
  set("answerHeaders", {});
  set("owner", null);
  set(
    "log",
    createLog(requestId, () => undefined),
  );
  const meter = { read: 0, written: 0 };
  set("rows", meter);
  const { base, bookmark } = createBase(env, {
    requestId,
    ...(env.TRIBUTARY_MODE === "test" ? { meter } : {}),
    reactions,
    origin: {
      ipAddress: request.headers.get("cf-connecting-ip"),
      userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? null,
      place: placeOf(request),
      country: countryOf(request),
    },
    defer: (work) => executionCtx.waitUntil(work),
    readFrom: readFrom(request),
  });
  set("base", base);
  set("log", base.log);
  set("bookmark", bookmark);
}

function placeOf(request: Request): string | null {
  // safe: Cloudflare adds `cf` to requests that come in over the network; elsewhere it is absent
  const { city, country } = (request.cf ?? {}) as { city?: string; country?: string };
  return [city, country].filter(Boolean).join(", ") || null;
}

function countryOf(request: Request): string | null {
  // safe: as above; some networks have no country, and say XX or T1
  const { country } = (request.cf ?? {}) as { country?: string };
  return country && /^[A-Z]{2}$/.test(country) && country !== "XX" ? country : null;
}

/** Writes go to the primary; reads may come from a replica that has seen the caller's last write. */
function readFrom(request: Request): string {
  if (request.method !== "GET" && request.method !== "HEAD") return "first-primary";
  const bookmark = request.headers.get("tributary-bookmark");
  return bookmark && /^[0-9a-f-]{16,200}$/.test(bookmark) ? bookmark : "first-unconstrained";
}

/** 405 with what would be allowed, where the address exists under another method. */
function wrongAddress(routes: Route[], method: string, path: string): DomainError {
  const allowed = routes
    .filter(({ contract }) => matches(contract.path, path))
    .map(({ contract }) => contract.method.toUpperCase());
  if (allowed.length === 0) return new NotFound();
  return new DomainError("method_not_allowed", `${method} is not possible here.`, {
    headers: { allow: [...new Set(allowed)].join(", ") },
  });
}

function matches(template: string, path: string): boolean {
  const pattern = template.replaceAll(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}
