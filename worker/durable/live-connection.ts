import * as z from "zod";
import type { LiveViewer } from "../kernel/live-viewer";
import type { Frame } from "./live-log";
import { mayRead } from "./live-viewer";

/** Why a room ended a connection; docs/live.md says what a client does about each. */
export const closeCodes = {
  badMessage: 4400,
  rightsEnded: 4401,
  fellBehind: 4408,
  roomErased: 4410,
  tooManyMessages: 4429,
  rightsUnknown: 4503,
} as const;

/** Rights looked at longer ago than this send nothing any more. */
export const rightsLastMs = 60_000;
const maxUnacknowledged = 2000;
const maxUnacknowledgedBytes = 8 * 1024 * 1024;
const maxHeardChars = 256;
const maxHeard = 30;
const heardWindowMs = 10_000;

const clientMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ping") }),
  z.strictObject({ type: z.literal("ack"), seq: z.number().int().nonnegative() }),
]);

/** One open socket: who reads, what has been sent and not yet confirmed, and how much it says. */
export class LiveConnection {
  private readonly unacknowledged: Frame[] = [];
  private unacknowledgedBytes = 0;
  private heard = { since: 0, count: 0 };

  constructor(
    private readonly socket: WebSocket,
    private current: LiveViewer,
  ) {}

  get viewer(): LiveViewer {
    return this.current;
  }

  /** The rights as they are now; kept on the socket, because this object does not survive hibernation. */
  renew(permissions: string[], checkedAt: number): void {
    this.current = { ...this.current, permissions, checkedAt };
    this.socket.serializeAttachment(this.current);
  }

  hasFreshRights(now: number): boolean {
    return now - this.current.checkedAt <= rightsLastMs;
  }

  /** Only what the viewer may read. A client that confirms nothing is let go: it can come back and catch up. */
  deliver(frames: readonly Frame[], now: number): void {
    const readable = frames.filter((frame) => mayRead(this.current, frame.audience));
    if (readable.length === 0) return;
    if (!this.hasFreshRights(now))
      return this.close(closeCodes.rightsUnknown, "Your rights could not be checked");
    for (const frame of readable) {
      this.unacknowledged.push(frame);
      this.unacknowledgedBytes += frame.bytes;
      if (this.isBehind())
        return this.close(closeCodes.fellBehind, "Too many messages were not acknowledged");
      this.say(frame.text);
    }
  }

  say(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  hear(message: string | ArrayBuffer, now: number): void {
    if (now - this.heard.since >= heardWindowMs) this.heard = { since: now, count: 0 };
    this.heard.count += 1;
    if (this.heard.count > maxHeard) return this.close(closeCodes.tooManyMessages, "Too many messages");
    const parsed = readClientMessage(message);
    if (!parsed) return this.close(closeCodes.badMessage, "Only ping and ack are understood");
    if (parsed.type === "ping") return this.say('{"type":"pong"}');
    this.acknowledge(parsed.seq);
  }

  close(code: number, reason: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.close(code, reason);
  }

  private acknowledge(seq: number): void {
    const next = this.unacknowledged.findIndex((frame) => frame.seq > seq);
    const confirmed = this.unacknowledged.splice(0, next === -1 ? this.unacknowledged.length : next);
    for (const frame of confirmed) this.unacknowledgedBytes -= frame.bytes;
  }

  private isBehind(): boolean {
    return (
      this.unacknowledged.length > maxUnacknowledged || this.unacknowledgedBytes > maxUnacknowledgedBytes
    );
  }
}

function readClientMessage(message: string | ArrayBuffer): z.infer<typeof clientMessage> | null {
  if (typeof message !== "string" || message.length > maxHeardChars) return null;
  try {
    return clientMessage.parse(JSON.parse(message));
  } catch {
    return null;
  }
}
