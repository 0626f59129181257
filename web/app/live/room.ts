import { openLine } from "./line";

/** What a room tells: a fact of the organization, or that the page's data is older than what the room remembers. */
export type LiveEvent = { kind: "event"; event: string; data: Record<string, unknown> } | { kind: "reload" };

type Frame =
  | { type: "hello" | "caught_up" | "reload"; seq: number }
  | { type: "event"; seq: number; event: string; data: Record<string, unknown> }
  | { type: "pong" };

const acknowledgeEvery = 50;

/** Stays in the organization's room until told to leave, and misses nothing in between: see docs/live.md. */
export function joinRoom(organizationId: string, onEvent: (event: LiveEvent) => void): () => void {
  let last: number | null = null;
  let handled = 0;
  const line = openLine(
    () => addressOf(organizationId, last),
    // safe: a room sends only these frames, and it is our own
    (text) => hear(JSON.parse(text) as Frame),
  );

  function hear(frame: Frame): void {
    if (frame.type === "pong") return;
    if (frame.type === "hello" && last !== null) return;
    if (frame.type === "reload") onEvent({ kind: "reload" });
    if (frame.type === "event") {
      if (last !== null && frame.seq <= last) return;
      onEvent({ kind: "event", event: frame.event, data: frame.data });
      if (++handled % acknowledgeEvery === 0) line.say({ type: "ack", seq: frame.seq });
    }
    last = Math.max(last ?? 0, frame.seq);
  }

  return line.hangUp;
}

function addressOf(organizationId: string, after: number | null): string {
  const address = new URL("/v1/live", window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("organization", organizationId);
  if (after !== null) address.searchParams.set("after", String(after));
  return address.href;
}
