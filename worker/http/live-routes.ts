import * as z from "zod";
import type { Id } from "../../db/ids";
import { getBundle } from "../bundles";
import type { Context } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { DomainError } from "../kernel/errors";
import { bundleRoom } from "../kernel/rooms";

const after = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional()
  .meta({ description: "The last number handled; what came after it is sent first." });

const organization = idOf("organization").optional().meta({
  description: "Which organization, for browsers: they cannot send the header with a WebSocket.",
});

const about = idOf("bundle")
  .optional()
  .meta({ description: "A bundle: then its own room, where its pieces are told of." });

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
    query: z.strictObject({ after, organization, about }),
    answer: { status: 101 },
    problems: ["bad_request", "unavailable"],
  },
  async (ctx, { request, query }) => {
    if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") throw notASocket;
    const answer = await ctx.connectLive(await roomFor(ctx, query.about), ctx, request);
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
    query: z.strictObject({ about }),
    answer: { status: 200, schema: z.strictObject({ seq: z.number().int() }) },
  },
  async (ctx, { query }) => ({ seq: await ctx.lastLiveNumber(await roomFor(ctx, query.about)) }),
);

/** A room is named by what was found here, never by what was asked for. */
async function roomFor(ctx: Context, about: Id<"bundle"> | undefined): Promise<string> {
  if (about === undefined) return ctx.organization.id;
  const { id } = await getBundle(ctx, about);
  return bundleRoom(ctx.organization.id, id);
}

export const liveRoutes = [connectRoute, positionRoute];
