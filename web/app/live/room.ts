import { whenOnline } from "./when-online";

/** What a room tells: a fact of the organization, or that the page's data is older than what the room remembers. */
export type LiveEvent = { kind: "event"; event: string; data: Record<string, unknown> } | { kind: "reload" };

type Frame =
  | { type: "hello" | "caught_up" | "reload"; seq: number }
  | { type: "event"; seq: number; event: string; data: Record<string, unknown> }
  | { type: "pong" };

const pingEveryMs = 30_000;
/** A room answers a ping at once; a connection that stays silent for so long is dead, whatever the browser thinks. */
const silenceMs = 10_000;
const acknowledgeEvery = 50;
const longestWaitMs = 30_000;
/** Access has ended, or what the room was about is gone: coming back would not help. */
const final = new Set([4400, 4401, 4410]);

/** Stays in the organization's room until told to leave, and misses nothing in between: see docs/live.md. */
export function joinRoom(organizationId: string, onEvent: (event: LiveEvent) => void): () => void {
  let last: number | null = null;
  let handled = 0;
  let failures = 0;
  let socket: WebSocket | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function say(message: object): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  function ping(): void {
    if (socket?.readyState !== WebSocket.OPEN) return;
    say({ type: "ping" });
    silence ??= setTimeout(connect, silenceMs);
  }

  function hear(frame: Frame): void {
    if (frame.type === "pong") return;
    failures = 0;
    if (frame.type === "hello" && last !== null) return;
    if (frame.type === "reload") onEvent({ kind: "reload" });
    if (frame.type === "event") {
      if (last !== null && frame.seq <= last) return;
      onEvent({ kind: "event", event: frame.event, data: frame.data });
      if (++handled % acknowledgeEvery === 0) say({ type: "ack", seq: frame.seq });
    }
    last = Math.max(last ?? 0, frame.seq);
  }

  /** Lets go of the connection there was without waiting for its end: a dead one takes minutes to notice. */
  function letGo(): void {
    clearTimeout(again);
    clearTimeout(silence);
    silence = undefined;
    const old = socket;
    socket = null;
    old?.close();
  }

  function connect(): void {
    letGo();
    const mine = new WebSocket(addressOf(organizationId, last));
    socket = mine;
    mine.addEventListener("message", ({ data }) => {
      if (socket !== mine) return;
      clearTimeout(silence);
      silence = undefined;
      // safe: a room sends only these frames, and it is our own
      hear(JSON.parse(String(data)) as Frame);
    });
    mine.addEventListener("close", ({ code }) => {
      if (socket !== mine) return;
      if (final.has(code)) leave();
      else again = setTimeout(connect, waitAfter(failures++));
    });
  }

  function leave(): void {
    clearInterval(pings);
    stopListening();
    letGo();
  }

  connect();
  const pings = setInterval(ping, pingEveryMs);
  const stopListening = whenOnline(() => (socket?.readyState === WebSocket.OPEN ? ping() : connect()));
  return leave;
}

function addressOf(organizationId: string, after: number | null): string {
  const address = new URL("/v1/live", window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("organization", organizationId);
  if (after !== null) address.searchParams.set("after", String(after));
  return address.href;
}

/** Half a second, then twice as long each time, never in step with everybody else. */
function waitAfter(failures: number): number {
  return Math.min(500 * 2 ** failures, longestWaitMs) * (0.75 + Math.random() / 2);
}
