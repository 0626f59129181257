import type { Id } from "../../db/ids";
import { rightsOfKeys } from "../api-keys";
import { rightsOfSessions } from "../organizations";
import type { Base, Context, LiveMessage } from "../kernel/context";
import type { Env } from "../kernel/env";
import { openDatabase } from "../../db/client";
import { announceViewer, type LiveViewer } from "../kernel/live-viewer";

type LiveRoomStub = {
  fetch(request: Request): Promise<Response>;
  publish(messages: LiveMessage[]): Promise<number>;
  revoke(who: { viewerId?: string; sessionId?: string; keyId?: string }): Promise<number>;
  lastSeq(): Promise<number>;
  remember(room: string): Promise<void>;
};

export function createLive(
  env: Env,
  defer: (work: Promise<unknown>) => void,
): Pick<Base, "publish" | "revokeLive" | "connectLive" | "lastLiveNumber"> {
  return {
    publish: (room, messages) => defer(roomStub(env, room).publish(messages)),
    revokeLive: (room, who) => defer(roomStub(env, room).revoke(who)),
    async connectLive(room, ctx, request) {
      if (room !== ctx.organization.id) await roomStub(env, ctx.organization.id).remember(room);
      return await roomStub(env, room).fetch(asViewer(ctx, request));
    },
    lastLiveNumber: (room) => roomStub(env, room).lastSeq(),
  };
}

/** Rooms are named from ids that the server holds, never from a client's string. */
function roomStub(env: Env, room: string): LiveRoomStub {
  // safe: the LIVE_ROOM binding is the LiveRoom class, which has these methods
  return env.LIVE_ROOM.get(env.LIVE_ROOM.idFromName(room)) as unknown as LiveRoomStub;
}

function asViewer(ctx: Context, request: Request): Request {
  const headers = new Headers(request.headers);
  announceViewer(headers, viewerOf(ctx));
  return new Request(request, { headers });
}

function viewerOf({ actor, organization, permissions, now }: Context): LiveViewer {
  const rights = { organizationId: organization.id, permissions: [...permissions], checkedAt: now() };
  if (actor.kind === "api_key") return { viewerId: actor.id, keyId: actor.id, ...rights };
  if (actor.kind === "user") return { viewerId: actor.id, sessionId: actor.session.id, ...rights };
  throw new Error(`A ${actor.kind} does not watch.`);
}

/** What those who watch may do now; who is missing here is let go (TEN-08). */
export async function currentRights(
  env: Env,
  viewers: LiveViewer[],
  now: number,
): Promise<Map<string, string[]>> {
  const [first] = viewers;
  if (!first) return new Map();
  const { database } = openDatabase(env.DB, "first-primary");
  // safe: the room belongs to one organization, whose id our Worker wrote into every viewer
  const organizationId = first.organizationId as Id<"organization">;
  const [bySession, byKey] = await Promise.all([
    rightsOfSessions(
      database,
      organizationId,
      viewers.flatMap((viewer) => viewer.sessionId ?? []),
      now,
    ),
    rightsOfKeys(
      database,
      organizationId,
      viewers.flatMap((viewer) => viewer.keyId ?? []),
      now,
    ),
  ]);
  return new Map([...bySession, ...byKey]);
}
