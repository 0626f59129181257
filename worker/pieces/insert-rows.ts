import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";

type Row = Record<string, unknown>;

/** In UTF-16 units, each of which may be three bytes: shorter than the two million that one parameter may have. */
const longest = 600_000;

/** Any number of rows of one shape: each a member of a JSON list, which is one parameter however long it is. */
export function insertRows(ctx: Context, table: SQLiteTable, rows: readonly Row[]): Step[] {
  return lotsOf(rows).map((lot) => {
    const columns = Object.entries(getTableColumns(table));
    const values = columns.map(([name, column]) => valueOf(ctx, lot.first, name, column));
    // As the table's columns stand.
    return ctx.db
      .insert(table)
      .select(sql`select ${sql.join(values, sql`, `)} from json_each(${lot.text}) where true`);
  });
}

function valueOf(ctx: Context, row: Row, name: string, column: SQLiteColumn): SQL {
  if (Object.hasOwn(row, name)) return sql`value ->> ${name}`;
  if (name === "organizationId") return sql`${ctx.organization.id}`;
  if (name === "createdAt") return sql`${ctx.now()}`;
  if (column.default === undefined) return sql`null`;
  return sql`${column.mapToDriverValue(column.default)}`;
}

function lotsOf(rows: readonly Row[]): { first: Row; text: string }[] {
  const lots: { first: Row; texts: string[]; length: number }[] = [];
  for (const row of rows) {
    const text = JSON.stringify(row);
    const last = lots.at(-1);
    if (!last || last.length + text.length > longest)
      lots.push({ first: row, texts: [text], length: text.length });
    else {
      last.texts.push(text);
      last.length += text.length + 1;
    }
  }
  return lots.map(({ first, texts }) => ({ first, text: `[${texts.join(",")}]` }));
}
