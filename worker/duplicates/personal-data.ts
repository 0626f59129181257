import { and, asc, eq, getTableName, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { authorize, can, type Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { write } from "../kernel/write";
import { type Belonging, keptLead } from "../leads";
import { belongings } from "./belongings";

const mostTold = 5000;

/**
 * Everything that is kept of a person, as it is kept, whoever keeps it (GDPR-02). A merge and this file know of the same
 * rows, so that a domain which names them for the one has named them for the other.
 */
export async function personalData(ctx: Context, id: Id<"lead">) {
  authorize(ctx, "leads:export");
  authorize(ctx, "leads:contact");
  const { ids, ...known } = await keptLead(ctx, id);
  const kept: Record<string, Record<string, unknown>[]> = {};
  const notIncluded: Record<string, string> = {};
  for (const each of belongings) {
    const name = getTableName(each.table);
    if (each.permission && !can(ctx, each.permission)) {
      notIncluded[name] = each.permission;
      continue;
    }
    const rows = await rowsOf(ctx, each, ids);
    kept[name] = rows.slice(0, mostTold);
    if (rows.length > mostTold) notIncluded[name] = "too_many";
  }
  await write(ctx, [], {
    audit: [{ action: "lead.personal_data_read", resourceType: "lead", resourceId: id }],
  });
  return { ...known, kept, notIncluded };
}

async function rowsOf(
  ctx: Context,
  { table }: Belonging,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  return await ctx.db
    .select()
    .from(table)
    .where(and(eq(table.organizationId, ctx.organization.id), inArray(table.leadId, idsIn(ids))))
    .orderBy(asc(table.id))
    .limit(mostTold + 1);
}
