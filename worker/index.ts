import { DurableObject } from "cloudflare:workers";

export class LiveRoom extends DurableObject {}
export class RateLimiter extends DurableObject {}
export class Sweeper extends DurableObject {}

export default {
  fetch: () => new Response("ok"),
};
