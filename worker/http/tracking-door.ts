import type { Hono } from "hono";
import { answerEvents, corsOf } from "../tracking";
import type { Edge } from "./edge";

/** Where other people's pages tell what their visitors do. No cookie is read here, and none is set. */
export function trackingDoor(app: Hono<Edge>): void {
  app.options("/t/events", (c) =>
    c.body(null, 204, {
      ...corsOf(c.req.raw),
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400",
    }),
  );
  app.post("/t/events", async (c) => {
    c.set("bookmark", () => null);
    // On refusals too, so that the page's console says why.
    Object.assign(c.get("answerHeaders"), corsOf(c.req.raw));
    return await answerEvents(c.get("base"), c.req.raw);
  });
}
