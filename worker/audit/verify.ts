import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { type CursorKey, decodeCursor, encodeCursor } from "../kernel/page";
import { sealOf } from "./chain";
import { type AuditRow, selectAfter, selectChainHash } from "./queries";
import { type Trail, trailsOf } from "./trails";

export type Break = { sequence: number; entryId: string; reason: "missing" | "changed" | "unsealed" };

export type TrailVerdict = {
  database: Trail["name"];
  intact: boolean;
  checked: number;
  /** Written a moment ago and not sealed yet: these stand under the trigger alone. */
  unsealed: number;
  firstBreak: Break | null;
  /** Whoever notes this down can tell later that nothing before it was rewritten, the end of the log included. */
  head: { sequence: number; hash: string } | null;
};

const perRead = 1000;
const perCall = 5000;

/** Works out the seals again, five thousand a call and database; the next call goes on at the last one that was right. */
export async function verifyAuditLog(ctx: Context, cursor: string | undefined) {
  authorize(ctx, "audit:read");
  const trails = trailsOf(ctx);
  const starts = cursor === undefined ? [] : readStarts(cursor, trails.length);
  const walks = await Promise.all(trails.map((trail, i) => walk(ctx, trail, starts[i] ?? 0)));
  const hasMore = walks.some(({ isDone }) => !isDone);
  const ends: CursorKey = walks.map(({ position }) => position);
  return {
    intact: walks.every(({ verdict }) => verdict.intact),
    databases: walks.map(({ verdict }) => verdict),
    nextCursor: hasMore ? encodeCursor(ends) : null,
  };
}

function readStarts(cursor: string, length: number): number[] {
  return decodeCursor(cursor, length).map((start) => {
    if (typeof start === "number" && Number.isSafeInteger(start)) return start;
    throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
  });
}

type Walk = { verdict: TrailVerdict; position: number; isDone: boolean };

async function walk(ctx: Context, trail: Trail, start: number): Promise<Walk> {
  const { id } = ctx.organization;
  const verdict: TrailVerdict = {
    database: trail.name,
    intact: true,
    checked: 0,
    unsealed: 0,
    firstBreak: null,
    head: null,
  };
  let position = start;
  let previous = start === 0 ? null : await selectChainHash(trail, id, start);
  while (verdict.checked < perCall) {
    const rows = await selectAfter(trail, id, position, perRead);
    for (const row of rows) {
      const reason = await judge(row, position, previous, verdict.unsealed > 0);
      if (reason) return broken(verdict, row, position, reason);
      verdict.checked++;
      if (row.chainHash === null) verdict.unsealed++;
      else verdict.head = { sequence: row.seq, hash: row.chainHash };
      previous = row.chainHash;
      position = row.seq;
    }
    if (rows.length < perRead) return { verdict, position, isDone: true };
  }
  return { verdict, position, isDone: false };
}

async function judge(
  row: AuditRow,
  position: number,
  previous: string | null,
  afterUnsealed: boolean,
): Promise<Break["reason"] | null> {
  if (row.seq !== position + 1) return "missing";
  if (row.chainHash === null) return null;
  if (afterUnsealed) return "unsealed";
  return row.chainHash === (await sealOf(previous, row)) ? null : "changed";
}

function broken(verdict: TrailVerdict, row: AuditRow, position: number, reason: Break["reason"]): Walk {
  const firstBreak = { sequence: position + 1, entryId: row.id, reason };
  return { verdict: { ...verdict, intact: false, firstBreak }, position, isDone: true };
}
