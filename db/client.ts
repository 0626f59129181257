import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import { type Cell, defaultCell } from "./ids";
import { meterRows, type RowMeter } from "./meter";

export type Database = DrizzleD1Database & { $client: D1Database };
export type DatabaseSession = { database: Database; bookmark(): string | null };

/** A session reads its own writes; `from` is the bookmark of the caller's last write. */
export function openDatabase(binding: D1Database, from: string, meter?: RowMeter): DatabaseSession {
  const session = binding.withSession(from);
  if (meter) meterRows(session, meter);
  // safe: drizzle only calls prepare and batch, which a session has
  const database = drizzle(session as unknown as D1Database);
  return { database, bookmark: () => session.getBookmark() };
}

/** Cell codes in ids and the bindings that hold them. */
const bindingOfCell: Record<Cell, string> = { [defaultCell]: "DB", "0a": "CELL_A", "0b": "CELL_B" };

export function bindingNameOf(cell: Cell): string | undefined {
  return bindingOfCell[cell];
}

export function cellOfBinding(binding: string): Cell | undefined {
  return Object.entries(bindingOfCell).find(([, name]) => name === binding)?.[0];
}
