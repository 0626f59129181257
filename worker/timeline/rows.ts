import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { mostCounted, type Place } from "./entry";

type Query = { from: SQL; where: SQL; columns: SQL; at: SQL; id: SQL };

/** The newest rows of one lead before a place, by a time and an id that one index holds in this order. */
export async function newestRows<Row>(
  ctx: Context,
  { from, where, columns, at, id }: Query,
  before: Place | undefined,
  limit: number,
): Promise<Row[]> {
  const earlier = before ? sql`and (${at}, ${id}) < (${before.at}, ${before.id})` : sql``;
  return await ctx.db
    .all<Row>(sql`select ${id} as id, ${at} as at, ${columns} from ${from} where ${where} ${earlier}
    order by ${at} desc, ${id} desc limit ${limit}`);
}

export async function countRows(
  ctx: Context,
  { from, where }: Pick<Query, "from" | "where">,
): Promise<number> {
  const row = await ctx.db.get<{ found: number }>(
    sql`select count(*) as found from (select 1 from ${from} where ${where} limit ${mostCounted})`,
  );
  return row?.found ?? 0;
}
