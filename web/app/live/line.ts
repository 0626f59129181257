import { whenOnline } from "./when-online";

const pingEveryMs = 30_000;
/** A ping is answered at once; a connection that stays silent for so long is dead, whatever the browser thinks. */
const silenceMs = 10_000;
const longestWaitMs = 30_000;
/** Access has ended, or what it was about is gone: coming back would not help. */
const final = new Set([4400, 4401, 4410]);

export type Line = { say(message: object): void; hangUp(): void };

/** A WebSocket that comes back whenever it is lost, until it is hung up or told that there is nothing to come back to. */
export function openLine(address: () => string, onMessage: (text: string) => void): Line {
  let failures = 0;
  let socket: WebSocket | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function say(message: object): void {
    if (isOpen(socket)) socket?.send(JSON.stringify(message));
  }

  function ping(): void {
    if (!isOpen(socket)) return;
    say({ type: "ping" });
    silence ??= setTimeout(connect, silenceMs);
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
    const mine = new WebSocket(address());
    socket = mine;
    mine.addEventListener("message", ({ data }) => {
      if (socket !== mine) return;
      clearTimeout(silence);
      silence = undefined;
      failures = 0;
      onMessage(String(data));
    });
    mine.addEventListener("close", ({ code }) => {
      if (socket !== mine) return;
      if (final.has(code)) hangUp();
      else again = setTimeout(connect, waitAfter(failures++));
    });
  }

  function hangUp(): void {
    clearInterval(pings);
    stopListening();
    letGo();
  }

  connect();
  const pings = setInterval(ping, pingEveryMs);
  const stopListening = whenOnline(() => (isOpen(socket) ? ping() : connect()));
  return { say, hangUp };
}

function isOpen(socket: WebSocket | null): boolean {
  return socket?.readyState === WebSocket.OPEN;
}

/** Half a second, then twice as long each time, never in step with everybody else. */
function waitAfter(failures: number): number {
  return Math.min(500 * 2 ** failures, longestWaitMs) * (0.75 + Math.random() / 2);
}
