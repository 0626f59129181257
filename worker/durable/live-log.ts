import type { LiveMessage } from "../kernel/context";
import type { Audience } from "./live-viewer";

export const keptMessages = 1000;
export const keptMs = 24 * 60 * 60 * 1000;
export const maxFrameBytes = 64 * 1024;
const maxAtOnce = 500;
const maxReplayBytes = 4 * 1024 * 1024;
const keptEphemeral = 200;
/** Pruning in lots reads and writes a fraction of what pruning at each message would. */
const pruneEvery = 250;
/** Numbers of messages that are never stored are claimed in lots, so that a restart cannot give one twice. */
const claimedAtOnce = 1000;

export type Frame = { seq: number; text: string; bytes: number; audience: Audience };
/** `complete` is false where messages that were never stored may be missing. */
export type Missed = { frames: Frame[]; complete: boolean };

type MessageRow = { seq: number; frame: string; permission: string | null; viewer_ids: string | null };

/** The numbered log of a room. Numbers only rise, through eviction and pruning alike; they may skip. */
export class LiveLog {
  private last: number;
  private stored: number;
  private pruned: number;
  private claimed: number;
  private oldest: number | null;
  private readonly ephemeral: Frame[] = [];
  /** Ephemeral messages up to this number are no longer held. */
  private forgotten: number;

  constructor(private readonly storage: DurableObjectStorage) {
    this.storage.sql.exec(tables);
    const [numbering] = this.rows<{ pruned: number; claimed: number }>(
      "SELECT pruned, claimed FROM numbering",
    );
    const [log] = this.rows<{ last: number | null; stored: number; oldest: number | null }>(
      "SELECT max(seq) AS last, count(*) AS stored, min(at) AS oldest FROM messages",
    );
    this.pruned = numbering?.pruned ?? 0;
    this.claimed = numbering?.claimed ?? 0;
    this.last = Math.max(log?.last ?? 0, this.pruned, this.claimed);
    this.stored = log?.stored ?? 0;
    this.oldest = log?.oldest ?? null;
    this.forgotten = this.claimed;
  }

  get seq(): number {
    return this.last;
  }

  /** When the oldest message has to go. */
  get pruneAt(): number {
    return this.oldest === null ? Infinity : this.oldest + keptMs;
  }

  /** All of the messages or, when one is too large, none. */
  append(messages: readonly LiveMessage[], now: number): Frame[] {
    if (messages.length > maxAtOnce) throw new RangeError(`At most ${maxAtOnce} live messages at once.`);
    const frames = messages.map((message, index) => frameOf(message, this.last + 1 + index, now));
    const passing = frames.filter((_, index) => messages[index]?.ephemeral);
    const lasting = frames.filter((_, index) => !messages[index]?.ephemeral);
    this.storage.transactionSync(() => {
      for (const frame of lasting) this.insert(frame, now);
      this.claim(passing.at(-1)?.seq ?? 0);
    });
    this.last += frames.length;
    this.stored += lasting.length;
    if (lasting.length > 0) this.oldest ??= now;
    this.remember(passing);
    if (this.stored >= keptMessages + pruneEvery) this.prune(now);
    return frames;
  }

  /** What came after this number, or null where that is no longer known: the reader has to begin anew. */
  since(after: number): Missed | null {
    if (after < this.pruned || after > this.last) return null;
    const query = "SELECT seq, frame, permission, viewer_ids FROM messages WHERE seq > ? ORDER BY seq";
    const stored = this.rows<MessageRow>(query, after).map(frameOfRow);
    const passing = this.ephemeral.filter((frame) => frame.seq > after);
    const frames = [...stored, ...passing].toSorted((left, right) => left.seq - right.seq);
    const bytes = frames.reduce((total, frame) => total + frame.bytes, 0);
    return bytes > maxReplayBytes ? null : { frames, complete: after >= this.forgotten };
  }

  prune(now: number): void {
    const [beyond] = this.rows<{ seq: number }>(
      "SELECT seq FROM messages ORDER BY seq DESC LIMIT 1 OFFSET ?",
      keptMessages,
    );
    const [aged] = this.rows<{ seq: number | null }>(
      "SELECT max(seq) AS seq FROM messages WHERE at <= ?",
      now - keptMs,
    );
    const upTo = Math.max(beyond?.seq ?? 0, aged?.seq ?? 0);
    if (upTo === 0) return;
    this.storage.transactionSync(() => {
      this.storage.sql.exec("DELETE FROM messages WHERE seq <= ?", upTo);
      this.storage.sql.exec("UPDATE numbering SET pruned = ?", upTo);
    });
    this.pruned = upTo;
    const [left] = this.rows<{ stored: number; oldest: number | null }>(
      "SELECT count(*) AS stored, min(at) AS oldest FROM messages",
    );
    this.stored = left?.stored ?? 0;
    this.oldest = left?.oldest ?? null;
  }

  private insert({ seq, text, audience }: Frame, now: number): void {
    this.storage.sql.exec(
      "INSERT INTO messages (seq, at, frame, permission, viewer_ids) VALUES (?, ?, ?, ?, ?)",
      seq,
      now,
      text,
      audience.permission ?? null,
      audience.viewerIds ? JSON.stringify(audience.viewerIds) : null,
    );
  }

  private claim(seq: number): void {
    if (seq <= this.claimed) return;
    this.claimed = seq + claimedAtOnce;
    this.storage.sql.exec("UPDATE numbering SET claimed = ?", this.claimed);
  }

  private remember(frames: Frame[]): void {
    this.ephemeral.push(...frames);
    const dropped = this.ephemeral.splice(0, Math.max(0, this.ephemeral.length - keptEphemeral));
    this.forgotten = dropped.at(-1)?.seq ?? this.forgotten;
  }

  private rows<Row extends Record<string, SqlStorageValue>>(
    query: string,
    ...values: SqlStorageValue[]
  ): Row[] {
    return this.storage.sql.exec<Row>(query, ...values).toArray();
  }
}

const tables = `
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, frame TEXT NOT NULL, permission TEXT, viewer_ids TEXT
  );
  CREATE TABLE IF NOT EXISTS numbering (
    id INTEGER PRIMARY KEY CHECK (id = 1), pruned INTEGER NOT NULL, claimed INTEGER NOT NULL
  );
  INSERT OR IGNORE INTO numbering (id, pruned, claimed) VALUES (1, 0, 0);
`;

function frameOf({ type, data, permission, viewerIds }: LiveMessage, seq: number, now: number): Frame {
  const text = JSON.stringify({ type: "event", seq, at: new Date(now).toISOString(), event: type, data });
  const bytes = byteLength(text);
  if (bytes > maxFrameBytes)
    throw new RangeError(`A live message of ${bytes} bytes is over ${maxFrameBytes}.`);
  return { seq, text, bytes, audience: { permission, viewerIds } };
}

function frameOfRow({ seq, frame, permission, viewer_ids }: MessageRow): Frame {
  const viewerIds = viewer_ids === null ? undefined : (JSON.parse(viewer_ids) as string[]); // safe: insert wrote it
  return {
    seq,
    text: frame,
    bytes: byteLength(frame),
    audience: { permission: permission ?? undefined, viewerIds },
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
