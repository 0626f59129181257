import { getTableColumns, getTableName, sql, type InferInsertModel } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "../client";

const rowsAtOnce = 200;

/**
 * Many rows of one shape in few statements: D1 takes a hundred values a statement, so they travel as one text of JSON.
 * Columns that the first row does not name keep what the table says.
 */
export async function insertMany<T extends SQLiteTable>(
  db: Database,
  table: T,
  rows: readonly InferInsertModel<T>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.join(
    // safe: a column of our own schema
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const values = sql.join(
    columns.map(([, column]) => sql`json_extract(value, ${`$.${column.name}`})`),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const lot = rows.slice(from, from + rowsAtOnce).map((row) => written(row, columns));
    const name = sql.identifier(getTableName(table)); // safe: a table of our own schema
    await db.run(sql`insert into ${name} (${names}) select ${values} from json_each(${JSON.stringify(lot)})`);
  }
}

type Columns = [key: string, column: { name: string; mapToDriverValue(value: unknown): unknown }][];

/** As the driver would write each value. */
function written(row: object, columns: Columns): Record<string, unknown> {
  const values = new Map(Object.entries(row));
  return Object.fromEntries(
    columns.map(([key, column]) => {
      const value = values.get(key) ?? null;
      return [column.name, value === null ? null : column.mapToDriverValue(value)];
    }),
  );
}
