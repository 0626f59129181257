import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { decodeCursor, encodeCursor } from "../kernel/page";
import { boundsOf } from "./bounds";
import { type AuditFilter, type AuditRow, selectMatches } from "./queries";
import { type Trail, trailsOf } from "./trails";

export type Entry = AuditRow & { database: Trail["name"] };
export type EntryPage = { entries: Entry[]; nextCursor: string | null };

/**
 * How many rows of a database one page looks at. Who did what is not indexed: that would cost written rows on every act,
 * so a filter that finds little answers with a short page, even an empty one, and a cursor to look further.
 */
const windowSize = 1000;

type PageWanted = { limit: number; cursor?: string | null | undefined };

export async function listEntries(ctx: Context, filter: AuditFilter, page: PageWanted): Promise<EntryPage> {
  authorize(ctx, "audit:read");
  return await readEntries(ctx, filter, page);
}

export async function readEntries(
  ctx: Context,
  filter: AuditFilter,
  { limit, cursor }: PageWanted,
): Promise<EntryPage> {
  const trails = trailsOf(ctx);
  const positions = typeof cursor === "string" ? readPositions(cursor, trails.length) : [];
  const windows = await Promise.all(
    trails.map((trail, i) => readWindow(ctx, trail, filter, positions[i], limit)),
  );
  const entries = merge(windows, limit);
  const next = windows.map(positionOf);
  return { entries, nextCursor: next.every((position) => position === null) ? null : encodeCursor(next) };
}

/** For each database the number to go on before; null where nothing is left, undefined where nothing was read yet. */
type Position = number | null | undefined;

function readPositions(cursor: string, length: number): Position[] {
  return decodeCursor(cursor, length).map((position) => {
    if (typeof position !== "string") return position;
    throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
  });
}

type Window = {
  rows: Entry[];
  /** How many of its rows are on the page. */
  shown: number;
  /** Everything from here up to the last page was looked at. */
  floor: number;
  before: number;
  isLast: boolean;
};

async function readWindow(
  ctx: Context,
  trail: Trail,
  filter: AuditFilter,
  position: Position,
  limit: number,
): Promise<Window> {
  const { id } = ctx.organization;
  if (position === null) return { rows: [], shown: 0, floor: 1, before: 1, isLast: true };
  const { low, high } = await boundsOf(trail, id, filter);
  const before = Math.min(position ?? high, high);
  const floor = Math.max(low, before - windowSize);
  const found = await selectMatches(trail, id, filter, { floor, before, limit: limit + 1 });
  const rows = found.map((row) => ({ ...row, database: trail.name }));
  return { rows, shown: 0, floor, before, isLast: floor <= low };
}

/** Always the newest that is known; ends where a database has more to tell than was read of it. */
function merge(windows: Window[], limit: number): Entry[] {
  const entries: Entry[] = [];
  while (entries.length < limit) {
    const heads = windows.flatMap((window) => {
      const row = window.rows[window.shown];
      return row ? [{ window, row }] : [];
    });
    const hasBlindSpot = windows.some(({ rows, shown, isLast }) => shown === rows.length && !isLast);
    const [newest] = heads.toSorted((a, b) => b.row.createdAt - a.row.createdAt);
    if (!newest || hasBlindSpot) break;
    entries.push(newest.row);
    newest.window.shown++;
  }
  return entries;
}

function positionOf({ rows, shown, floor, before, isLast }: Window): number | null {
  if (shown < rows.length) return rows[shown - 1]?.seq ?? before;
  return isLast ? null : floor;
}
