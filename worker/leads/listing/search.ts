import { sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { can, type Context } from "../../kernel/context";
import { matchOf } from "../pure/words";
import { getLeads, type Lead } from "../queries";

/**
 * The newest leads in which every word begins so. Who may not see how to reach people does not find them by it either
 * (ROLE-05). Nothing asked, nothing found.
 */
export async function searchLeads(ctx: Context, text: string, limit: number): Promise<Lead[]> {
  return (await searchPage(ctx, text, limit)).data;
}

/** One page of those after the other; the cursor is the last one's number in the search. */
export async function searchPage(
  ctx: Context,
  text: string,
  limit: number,
  cursor: string | null = null,
): Promise<{ data: Lead[]; nextCursor: string | null }> {
  const match = matchOf(ctx.organization.id, text, can(ctx, "leads:contact") ? null : "open");
  if (match === null) return { data: [], nextCursor: null };
  const before = cursor === null ? sql`` : sql`and leads_fts.rowid < ${Number(cursor)}`;
  const rows = await ctx.db.all<{ id: Id<"lead">; number: number }>(
    sql`select leads.id, leads.number from leads_fts cross join leads on leads.number = leads_fts.rowid
      where leads_fts match ${match} and leads.organization_id = ${ctx.organization.id} ${before}
      order by leads_fts.rowid desc limit ${limit}`,
  );
  const data = await getLeads(
    ctx,
    rows.map(({ id }) => id),
  );
  return { data, nextCursor: rows.length < limit ? null : String(rows.at(-1)?.number) };
}
