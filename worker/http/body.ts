import { createMiddleware } from "hono/factory";
import type { BodyLimit } from "../kernel/contract";
import { readJsonObject } from "../kernel/read-json";
import type { Edge } from "./edge";

export function readJson(limit: BodyLimit) {
  return createMiddleware<Edge>(async (c, next) => {
    const { text, body } = await readJsonObject(c.req.raw, limit);
    // Whoever asks the request for its body from here on gets what was read.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text), json: Promise.resolve(body) });
    await next();
  });
}
