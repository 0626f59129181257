import { fillPlaceholders } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "./client";

/** Columns by the thing they describe; a thing that was not joined is null. */
type Selection = Record<string, Record<string, SQLiteColumn>>;
type Written<Row> = { _: { result: Row[] }; toSQL(): { sql: string; params: unknown[] } };

/**
 * For the few reads that every call makes. The builder writes the SQL once an isolate instead of at each call, and rows
 * are read by position: both together took longer than D1 itself.
 */
export function fixedQuery<Row>(
  selection: Selection,
  write: () => Written<Row>,
): (database: Database, values: Record<string, unknown>) => Promise<Row[]> {
  const read = rowReader(selection);
  let written: ReturnType<Written<Row>["toSQL"]> | undefined;
  return async (database, values) => {
    written ??= write().toSQL();
    const statement = database.$client.prepare(written.sql);
    const rows = await statement.bind(...fillPlaceholders(written.params, values)).raw();
    return rows.map(read) as Row[]; // safe: `write` selected this very selection, in this order
  };
}

function rowReader(selection: Selection): (row: unknown[]) => Record<string, unknown> {
  const things = Object.entries(selection).map(([name, columns]) => ({
    name,
    columns: Object.entries(columns),
  }));
  return (row) => {
    const read: Record<string, unknown> = {};
    let at = 0;
    for (const { name, columns } of things) {
      read[name] = readThing(columns, row, at);
      at += columns.length;
    }
    return read;
  };
}

function readThing(columns: [string, SQLiteColumn][], row: unknown[], from: number) {
  const thing: Record<string, unknown> = {};
  let isThere = false;
  for (const [at, [name, column]] of columns.entries()) {
    const value = row[from + at];
    thing[name] = value === null ? null : column.mapFromDriverValue(value);
    isThere ||= value !== null;
  }
  return isThere ? thing : null;
}
