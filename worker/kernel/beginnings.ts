import { and, asc, eq, gt, gte, lt, not, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { Invalid } from "./errors";
import { type CursorKey, decodeCursor } from "./page";

/** A text of a row, indexed behind its organization, that is to begin with this. */
export type Beginning = { key: SQL<string> | SQLiteColumn; prefix: string };
type Ask = { where: SQL | undefined; key: SQL<string>; order: SQL[]; limit: number };
type Found = { id: string; key: string };

/**
 * Rows whose texts begin with what was typed: those that the first beginning finds, in its order, then what the next finds
 * beside them. Each is a stretch of an index and is read no further than a page, however many rows there are.
 */
export async function findByBeginning<Row extends Found>(
  beginnings: readonly Beginning[],
  id: SQLiteColumn,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  ask: (ask: Ask) => Promise<Row[]>,
): Promise<(Row & { rank: number })[]> {
  const after = cursor === undefined ? null : placeOf(cursor);
  const pages = beginnings.map(async (beginning, rank) => {
    if (after && rank < after.rank) return [];
    const key = sql<string>`${beginning.key}`;
    const earlier = beginnings.slice(0, rank).map((each) => not(within(each)));
    const beyond =
      after?.rank === rank ? or(gt(key, after.key), and(eq(key, after.key), gt(id, after.id))) : undefined;
    const where = and(within(beginning), ...earlier, beyond);
    const rows = await ask({ where, key, order: [asc(key), asc(id)], limit: limit + 1 });
    return rows.map((row) => ({ ...row, rank }));
  });
  return (await Promise.all(pages)).flat().slice(0, limit + 1);
}

/** The place of a row among those found, for the cursor of the page after it. */
export function placeKeyOf({ rank, key, id }: Found & { rank: number }): CursorKey {
  return [rank, key, id];
}

function placeOf(cursor: string): { rank: number; key: string; id: string } {
  const [rank, key, id] = decodeCursor(cursor, 3);
  if (typeof rank === "number" && typeof key === "string" && typeof id === "string") return { rank, key, id };
  throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
}

function within({ key, prefix }: Beginning): SQL {
  const text = sql`${key}`;
  // safe: of two conditions there is always one
  return and(gte(text, prefix), lt(text, `${prefix}\u{10ffff}`)) as SQL;
}

/** SQLite makes only the letters of ASCII small; of others the first may be written either way. */
export function namesBeginningWith(typed: string): string[] {
  const [first = "", ...rest] = typed;
  const ways = [first.toLowerCase(), first.toUpperCase()].map((letter) => smallAscii(letter + rest.join("")));
  return [...new Set(ways)];
}

function smallAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
