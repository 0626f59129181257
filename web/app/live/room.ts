import { openLine } from "./line";

/** What a room tells: a fact of the organization, or that the page's data is older than what the room remembers. */
export type LiveEvent =
  | { kind: "event"; event: string; at: string; data: Record<string, unknown> }
  | { kind: "reload" };

type Frame =
  | { type: "hello" | "caught_up" | "reload"; seq: number }
  | { type: "event"; seq: number; event: string; at: string; data: Record<string, unknown> }
  | { type: "pong" };

const acknowledgeEvery = 50;

type Inside = {
  /** One thing of the organization, which has a room of its own. */
  about: string;
  /** Heard from here on: what the page was read before is older than this. */
  onJoined: () => void;
};

type Listener = (event: LiveEvent) => void;

/** One connection of this page to an organization's room, for all that listen to it. */
const shared = new Map<string, { listeners: Set<Listener>; leave: () => void }>();

/** Stays in the organization's room, or one inside it, until told to leave, and misses nothing in between: see docs/live.md. */
export function joinRoom(organizationId: string, onEvent: Listener, inside?: Inside): () => void {
  if (inside) return openRoom(organizationId, onEvent, inside);
  const room = shared.get(organizationId) ?? share(organizationId);
  // A part that listens twice is told twice.
  const listener: Listener = (event) => onEvent(event);
  room.listeners.add(listener);
  return () => {
    room.listeners.delete(listener);
    if (room.listeners.size > 0 || shared.get(organizationId) !== room) return;
    shared.delete(organizationId);
    room.leave();
  };
}

function share(organizationId: string) {
  const listeners = new Set<Listener>();
  const leave = openRoom(organizationId, (event) => {
    for (const listener of listeners) listener(event);
  });
  const room = { listeners, leave };
  shared.set(organizationId, room);
  return room;
}

function openRoom(organizationId: string, onEvent: Listener, inside?: Inside): () => void {
  let last: number | null = null;
  let handled = 0;
  const line = openLine(
    () => addressOf(organizationId, last, inside?.about),
    // safe: a room sends only these frames, and it is our own
    (text) => hear(JSON.parse(text) as Frame),
  );

  function hear(frame: Frame): void {
    if (frame.type === "pong") return;
    if (frame.type === "hello" && last !== null) return;
    if (frame.type === "hello") inside?.onJoined();
    if (frame.type === "reload") onEvent({ kind: "reload" });
    if (frame.type === "event") {
      if (last !== null && frame.seq <= last) return;
      onEvent({ kind: "event", event: frame.event, at: frame.at, data: frame.data });
      if (++handled % acknowledgeEvery === 0) line.say({ type: "ack", seq: frame.seq });
    }
    last = Math.max(last ?? 0, frame.seq);
  }

  return line.hangUp;
}

function addressOf(organizationId: string, after: number | null, about?: string): string {
  const address = new URL("/v1/live", window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("organization", organizationId);
  if (about) address.searchParams.set("about", about);
  if (after !== null) address.searchParams.set("after", String(after));
  return address.href;
}
