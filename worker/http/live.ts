import type { Base, LiveMessage } from "../kernel/context";
import type { Env } from "../kernel/env";

type LiveRoomStub = {
  publish(messages: LiveMessage[]): Promise<unknown>;
  revoke(who: { viewerId?: string; sessionId?: string; keyId?: string }): Promise<unknown>;
};

export function createLive(
  env: Env,
  defer: (work: Promise<unknown>) => void,
): Pick<Base, "publish" | "revokeLive"> {
  return {
    publish: (room, messages) => defer(roomStub(env, room).publish(messages)),
    revokeLive: (room, who) => defer(roomStub(env, room).revoke(who)),
  };
}

/** Rooms are named from ids that the server holds, never from a client's string. */
export function roomOf(env: Env, room: string): DurableObjectStub {
  return env.LIVE_ROOM.get(env.LIVE_ROOM.idFromName(room));
}

function roomStub(env: Env, room: string): LiveRoomStub {
  // safe: the LIVE_ROOM binding is the LiveRoom class, which has these methods
  return roomOf(env, room) as unknown as LiveRoomStub;
}
