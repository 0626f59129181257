import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { can, type Context } from "../kernel/context";
import { matchOf } from "./pure/words";
import { getLeads, type Lead } from "./queries";

/**
 * The newest leads in which every word begins so. Who may not see how to reach people does not find them by it either
 * (ROLE-05). Nothing asked, nothing found.
 */
export async function searchLeads(ctx: Context, text: string, limit: number): Promise<Lead[]> {
  const match = matchOf(ctx.organization.id, text, can(ctx, "leads:contact") ? null : "open");
  if (match === null) return [];
  const rows = await ctx.db.all<{ id: Id<"lead"> }>(
    sql`select leads.id from leads_fts cross join leads on leads.number = leads_fts.rowid
      where leads_fts match ${match} and leads.organization_id = ${ctx.organization.id}
      order by leads_fts.rowid desc limit ${limit}`,
  );
  return await getLeads(
    ctx,
    rows.map(({ id }) => id),
  );
}
