import * as z from "zod";
import { Invalid } from "./errors";

export const maxPageSize = 100;

/** What every list takes; a domain adds its own filters with `.extend`. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(25),
  cursor: z.string().max(500).optional(),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ data: z.array(item), nextCursor: z.string().nullable() });
}

export type Page<T> = { data: T[]; nextCursor: string | null };

/** Rows were asked for with limit + 1: the extra one only says that there is more. */
export function toPage<Row, Wire>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  toWire: (row: Row) => Wire,
): Page<Wire> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { data: shown.map(toWire), nextCursor };
}

/** The sort values of the last row shown, its id last. */
export type CursorKey = (string | number | null)[];

const cursorShape = z
  .array(z.union([z.string(), z.number(), z.null()]))
  .min(1)
  .max(4);

export function encodeCursor(key: CursorKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export function decodeCursor(cursor: string, length: number): CursorKey {
  const key = readCursor(cursor);
  if (key?.length !== length) {
    throw Invalid.field("/cursor", "invalid_cursor", "Use the nextCursor of the page before, unchanged.");
  }
  return key;
}

/** The cursor of a list that is ordered by one text alone, such as its id. */
export function cursorId(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [id] = decodeCursor(cursor, 1);
  if (typeof id !== "string")
    throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
  return id;
}

function readCursor(cursor: string): CursorKey | null {
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return cursorShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
