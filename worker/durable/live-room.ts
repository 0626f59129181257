import { DurableObject } from "cloudflare:workers";
import type { LiveMessage } from "../kernel/context";
import { announcedViewer, type LiveViewer } from "../kernel/live-viewer";
import { closeCodes, LiveConnection } from "./live-connection";
import { LiveLog } from "./live-log";
import { credentialOf } from "./live-viewer";

export const maxConnections = 1000;
const recheckEveryMs = 45_000;
const retryRecheckMs = 5_000;
const below = "below:";
/** Whoever was let into a room below has arrived there by then. */
const arrivesWithinMs = 60_000;

export type Who = { viewerId?: string; sessionId?: string; keyId?: string };
/** What a room asks of the rooms below it. */
export type RoomBelow = { revoke(who: Who): Promise<number>; size(): Promise<number> };
/** By credential: the permissions it has now. A credential that is missing has none and is let go. */
export type CurrentRights = Map<string, string[]>;

/** Everybody who looks at one bundle, or at one organization. Named `org_…` or `org_…/<what>`. */
export class LiveRoom<Env = Cloudflare.Env> extends DurableObject<Env> {
  private log: LiveLog;
  private readonly connections = new Map<WebSocket, LiveConnection>();
  private wakesAt: number | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.log = new LiveLog(ctx.storage);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"type":"ping"}', '{"type":"pong"}'));
  }

  /** The upgrade, called by our Worker alone, with a viewer whose rights it has just checked. */
  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get("upgrade")?.toLowerCase() !== "websocket")
      return refuse(426, "Expected a WebSocket");
    const viewer = announcedViewer(request.headers);
    const after = readAfter(request.url);
    if (!viewer || Number.isNaN(after))
      return refuse(400, "The viewer or the number to resume after is malformed");
    if (!this.belongsTo(viewer.organizationId)) return refuse(404, "There is no such room");
    if (this.open().length >= maxConnections) return refuse(503, "The room is full", { "retry-after": "30" });
    const { 0: client, 1: server } = new WebSocketPair();
    this.welcome(server, { ...viewer, checkedAt: Math.min(viewer.checkedAt, Date.now()) }, after);
    await this.wakeInTime(recheckEveryMs);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Numbers the messages, keeps those that last, and sends each to whoever may read it. Answers the last number. */
  async publish(messages: LiveMessage[]): Promise<number> {
    const now = Date.now();
    const frames = this.log.append(messages, now);
    for (const connection of this.open()) connection.deliver(frames, now);
    await this.wakeInTime(recheckEveryMs);
    return this.log.seq;
  }

  /** Called before a viewer is let into a room below this one, so that whoever is revoked here is revoked there. */
  async remember(room: string): Promise<void> {
    if (room.startsWith(`${this.ctx.id.name}/`)) this.ctx.storage.kv.put(below + room, Date.now());
  }

  /** Ends every connection of this person, this session or this key, here and below, at once. Answers how many. */
  async revoke({ viewerId, sessionId, keyId }: Who): Promise<number> {
    const tags = Object.entries({ viewerId, sessionId, keyId }).filter(([, id]) => id !== undefined);
    const ended = new Set(tags.flatMap(([kind, id]) => this.open(`${kind}:${id}`)));
    for (const connection of ended) connection.close(closeCodes.rightsEnded, "Your access has ended");
    const endedBelow = await this.revokeBelow({ viewerId, sessionId, keyId });
    return ended.size + endedBelow;
  }

  async size(): Promise<number> {
    return this.open().length;
  }

  /** For a page that is rendered before it connects: resuming after this number misses nothing. */
  async lastSeq(): Promise<number> {
    return this.log.seq;
  }

  /** When what the room is about has been erased: nobody stays, and nothing that was said stays. */
  async erase(): Promise<void> {
    for (const connection of this.open()) connection.close(closeCodes.roomErased, "This is no longer here");
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.log = new LiveLog(this.ctx.storage);
    this.wakesAt = null;
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    this.connectionOf(socket).hear(message, Date.now());
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    this.connections.delete(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.connections.delete(socket);
  }

  override async alarm(): Promise<void> {
    this.wakesAt = null;
    this.log.prune(Date.now());
    const answered = await this.recheckRights();
    await this.wakeInTime(answered ? recheckEveryMs : retryRecheckMs);
  }

  /** Overridden where the rooms are bound. */
  protected roomBelow(_name: string): RoomBelow | null {
    return null;
  }

  /** Asks who may still be here. Overridden where the database is known; a rejection means that nobody could say. */
  protected async stillAllowed(viewers: LiveViewer[]): Promise<CurrentRights> {
    return new Map(viewers.map((viewer) => [credentialOf(viewer), viewer.permissions]));
  }

  /** A room that cannot be reached keeps nobody from being revoked in the others; it asks again itself within a minute. */
  private async revokeBelow(who: Who): Promise<number> {
    const remembered = [...this.ctx.storage.kv.list<number>({ prefix: below })];
    const ended = await Promise.allSettled(
      remembered.map(async ([key, since]) => {
        const room = this.roomBelow(key.slice(below.length));
        if (!room) return 0;
        const count = await room.revoke(who);
        if (Date.now() - since > arrivesWithinMs && (await room.size()) === 0) this.forget(key, since);
        return count;
      }),
    );
    return ended.reduce((sum, each) => sum + (each.status === "fulfilled" ? each.value : 0), 0);
  }

  /** Unless somebody was let in there meanwhile. */
  private forget(key: string, since: number): void {
    if (this.ctx.storage.kv.get(key) === since) this.ctx.storage.kv.delete(key);
  }

  /** False when nobody could be asked; then rights run out by themselves. */
  private async recheckRights(): Promise<boolean> {
    const asked = this.open();
    if (asked.length === 0) return true;
    const now = Date.now();
    const viewers = new Map(asked.map(({ viewer }) => [credentialOf(viewer), viewer]));
    const rights = await this.stillAllowed([...viewers.values()]).catch(() => null);
    for (const connection of asked) {
      const permissions = rights?.get(credentialOf(connection.viewer));
      if (permissions) connection.renew(permissions, now);
      else if (rights) connection.close(closeCodes.rightsEnded, "Your access has ended");
      else if (!connection.hasFreshRights(now + retryRecheckMs)) {
        connection.close(closeCodes.rightsUnknown, "Your rights could not be checked");
      }
    }
    return rights !== null;
  }

  /** Nothing is awaited from accepting to the last replayed message, so no message can slip in between or twice. */
  private welcome(socket: WebSocket, viewer: LiveViewer, after: number | null): void {
    this.ctx.acceptWebSocket(socket, tagsOf(viewer));
    socket.serializeAttachment(viewer);
    const connection = this.connectionOf(socket);
    const { seq } = this.log;
    connection.say(JSON.stringify({ type: "hello", seq }));
    if (after === null) return;
    const missed = this.log.since(after);
    if (!missed) return connection.say(JSON.stringify({ type: "reload", seq }));
    connection.deliver(missed.frames, Date.now());
    connection.say(JSON.stringify({ type: "caught_up", seq, complete: missed.complete }));
  }

  private open(tag?: string): LiveConnection[] {
    const sockets = this.ctx.getWebSockets(tag).filter((socket) => socket.readyState === WebSocket.OPEN);
    return sockets.map((socket) => this.connectionOf(socket));
  }

  private connectionOf(socket: WebSocket): LiveConnection {
    const known = this.connections.get(socket);
    if (known) return known;
    // safe: welcome and renew attach a viewer to every socket of this room
    const connection = new LiveConnection(socket, socket.deserializeAttachment() as LiveViewer);
    this.connections.set(socket, connection);
    return connection;
  }

  /** The room's name was made from the organization's id on the server; a viewer of another has no business here. */
  private belongsTo(organizationId: string): boolean {
    return this.ctx.id.name?.split("/")[0] === organizationId;
  }

  private async wakeInTime(recheckMs: number): Promise<void> {
    const recheckAt = this.open().length > 0 ? Date.now() + recheckMs : Infinity;
    const time = Math.min(recheckAt, this.log.pruneAt);
    if (time === Infinity) return;
    this.wakesAt ??= await this.ctx.storage.getAlarm();
    if (this.wakesAt !== null && this.wakesAt <= time) return;
    this.wakesAt = time;
    await this.ctx.storage.setAlarm(time);
  }
}

function readAfter(url: string): number | null {
  const after = new URL(url).searchParams.get("after");
  if (after === null) return null;
  return /^\d{1,15}$/.test(after) ? Number(after) : Number.NaN;
}

function tagsOf({ viewerId, sessionId, keyId }: LiveViewer): string[] {
  const tags = Object.entries({ viewerId, sessionId, keyId }).filter(([, id]) => id !== undefined);
  return tags.map(([kind, id]) => `${kind}:${id}`);
}

function refuse(status: number, words: string, headers: Record<string, string> = {}): Response {
  return new Response(words, { status, headers });
}
