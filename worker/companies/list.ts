import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { companies } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import type { CursorKey } from "../kernel/page";
import type { Company } from "./queries";

/** Each has an index of its own. */
type Order = "name" | "leads" | "archived";
type ListQuery = { prefix: string; order: Order; after: CursorKey | undefined; limit: number };

export const cursorLength: Record<Order, number> = { name: 2, leads: 2, archived: 1 };

export function orderOf(asked: { isArchived: boolean; prefix: string; sort: "name" | "-leadCount" }): Order {
  if (asked.isArchived) return "archived";
  return asked.sort === "-leadCount" && asked.prefix === "" ? "leads" : "name";
}

export function cursorKeyOf(order: Order): (company: Company) => CursorKey {
  if (order === "archived") return ({ id }) => [id];
  return order === "leads" ? ({ id, leadCount }) => [leadCount, id] : ({ id, nameKey }) => [nameKey, id];
}

/** With a prefix only those whose name begins with it. */
export async function listCompanies(
  ctx: Context,
  { prefix, order, after, limit }: ListQuery,
): Promise<Company[]> {
  const { deletedAt, nameKey, organizationId } = companies;
  return await ctx.db
    .select()
    .from(companies)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        order === "archived" ? isNotNull(deletedAt) : isNull(deletedAt),
        prefix === "" ? undefined : and(gte(nameKey, prefix), lt(nameKey, `${prefix}\u{10ffff}`)),
        after && isAfter(order, after),
      ),
    )
    .orderBy(...columnsOf[order])
    .limit(limit + 1);
}

const columnsOf = {
  name: [asc(companies.nameKey), asc(companies.id)],
  leads: [desc(companies.leadCount), desc(companies.id)],
  archived: [asc(companies.id)],
};

function isAfter(order: Order, [first, second]: CursorKey): SQL {
  if (order === "archived") return gt(companies.id, sql`${first}`);
  return order === "leads"
    ? sql`(lead_count, companies.id) < (${first}, ${second})`
    : sql`(name_key, companies.id) > (${first}, ${second})`;
}
