import { env } from "cloudflare:test";
import { expect } from "vitest";
import type { LiveMessage } from "../kernel/context";
import type { LiveRoom } from "./live-room";
import { announceViewer, type LiveViewer } from "../kernel/live-viewer";

export type Received = { type: string; seq: number; complete?: boolean; data?: { name: string } };

// safe: wrangler.toml binds LIVE_ROOM to this class
const rooms = env.LIVE_ROOM as unknown as DurableObjectNamespace<LiveRoom>;
export const home = "org_home";

export function viewer(more: Partial<LiveViewer> = {}): LiveViewer {
  const base = {
    viewerId: "usr_1",
    organizationId: home,
    permissions: ["leads:read"],
    checkedAt: Date.now(),
  };
  return more.keyId ? { ...base, ...more } : { ...base, sessionId: "ses_1", ...more };
}

export function event(name: string, more: Partial<LiveMessage> = {}): LiveMessage {
  return { type: "piece.ready", data: { name }, ...more };
}

/** A room of its own for each test, and readers that connect to it as our Worker would let them. */
export function openRoom() {
  const room = rooms.getByName(`${home}/${crypto.randomUUID()}`);

  function upgrade(
    who: unknown = viewer(),
    query = "",
    headers: Record<string, string> = { upgrade: "websocket" },
  ) {
    const sent = new Headers(headers);
    announceViewer(sent, who as LiveViewer); // safe: what is no viewer must be refused, so tests send that too
    return room.fetch(`https://live.internal/${query}`, { headers: sent });
  }

  async function connect(who: LiveViewer = viewer(), after?: number) {
    const response = await upgrade(who, after === undefined ? "" : `?after=${after}`);
    expect(response.status).toBe(101);
    const socket = response.webSocket;
    if (!socket) throw new Error("There is no socket in the answer.");
    return createReader(socket);
  }

  return { room, upgrade, connect };
}

function createReader(socket: WebSocket) {
  const received: Received[] = [];
  const reader = {
    socket,
    closed: null as number | null,
    /** Everything received, once there is this much of it. */
    async until(count: number): Promise<Received[]> {
      await wait(() => received.length >= count || reader.closed !== null);
      return received;
    },
    async untilQuiet(): Promise<Received[]> {
      for (let before = -1; before !== received.length;) {
        before = received.length;
        await scheduler.wait(20);
      }
      return received;
    },
    /** The code the room closed with. */
    async ended(): Promise<number | null> {
      await wait(() => reader.closed !== null);
      return reader.closed;
    },
    names: () => received.flatMap(({ data }) => data?.name ?? []),
    lastSeq: () => Math.max(0, ...received.filter(({ type }) => type === "event").map(({ seq }) => seq)),
  };
  socket.addEventListener("message", ({ data }) => {
    // safe: the room sends JSON of this shape only
    received.push(JSON.parse(String(data)) as Received);
  });
  socket.addEventListener("close", ({ code }) => {
    reader.closed = code;
  });
  socket.accept();
  return reader;
}

async function wait(isDone: () => boolean): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (isDone()) return;
    await scheduler.wait(5);
  }
  throw new Error("Nothing came for three seconds.");
}
