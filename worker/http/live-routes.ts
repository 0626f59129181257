import { z } from "zod";
import { idOf, route } from "../kernel/contract";
import { DomainError } from "../kernel/errors";

const after = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional()
  .meta({ description: "The last number handled; what came after it is sent first." });

const organization = idOf("organization").optional().meta({
  description: "Which organization, for browsers: they cannot send the header with a WebSocket.",
});

const notASocket = new DomainError("bad_request", "Connect with a WebSocket.", { reason: "not_a_websocket" });
const full = new DomainError("unavailable", "Too many are watching. Try again in half a minute.", {
  headers: { "retry-after": "30" },
});

const connectRoute = route(
  {
    method: "get",
    path: "/v1/live",
    operation: "connectLive",
    tag: "Live",
    summary: "Watch the organization live",
    description: "A WebSocket. Messages, resuming and close codes are described in docs/live.md.",
    access: "organization",
    permission: "organization:read",
    query: z.strictObject({ after, organization }),
    answer: { status: 101 },
    problems: ["bad_request", "unavailable"],
  },
  async (ctx, { request }) => {
    if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") throw notASocket;
    const answer = await ctx.connectLive(ctx.organization.id, ctx, request);
    if (answer.status !== 101) throw full;
    return answer;
  },
);

const positionRoute = route(
  {
    method: "get",
    path: "/v1/live/position",
    operation: "getLivePosition",
    tag: "Live",
    summary: "Get the room's last number",
    description:
      "A page that is rendered before it connects takes this first, then connects with it, and misses nothing.",
    access: "organization",
    permission: "organization:read",
    answer: { status: 200, schema: z.strictObject({ seq: z.number().int() }) },
  },
  async (ctx) => ({ seq: await ctx.lastLiveNumber(ctx.organization.id) }),
);

export const liveRoutes = [connectRoute, positionRoute];
