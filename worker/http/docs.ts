import type { Hono } from "hono";
import type { Route } from "../kernel/contract";
import type { Edge } from "./edge";
import { openApiDocument } from "./openapi";

export function documentRoutes(app: Hono<Edge>, routes: Route[]): void {
  app.get("/v1/openapi.json", (c) => c.json(openApiDocument(routes, c.var.base.settings.APP_URL)));
}
