import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { leads } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import { type OrderedLead } from "./order";
import type { Lead } from "../queries";

export async function readRows(
  ctx: Context,
  from: SQL,
  where: SQL | undefined,
  limit: number,
): Promise<OrderedLead[]> {
  const rows = await ctx.db.all<Record<string, unknown>>(
    sql`select * from ${from} where ${where ?? sql`1`} limit ${limit}`,
  );
  return rows.map(toLead);
}

const columns = Object.entries(getTableColumns(leads));

function toLead(row: Record<string, unknown>): OrderedLead {
  const values = columns.map(([name, column]) => {
    const value = row[column.name];
    return [name, value === null ? null : column.mapFromDriverValue(value)] as const;
  });
  const walkKey = row["walk_key"] as OrderedLead["walkKey"]; // safe: the key of an order is text, a number or missing
  return { ...(Object.fromEntries(values) as Lead), walkKey }; // safe: `select *` of this very table
}
