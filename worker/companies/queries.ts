import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { companies } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";

export type Company = typeof companies.$inferSelect;

export async function getCompany(ctx: Context, id: Id<"company">): Promise<Company> {
  const [company] = await ctx.db.select().from(companies).where(isCompany(ctx, id));
  if (!company) throw new NotFound();
  return company;
}

/** What a list of leads shows of the firms they work for. */
export async function companyNames(
  ctx: Context,
  ids: readonly Id<"company">[],
): Promise<Map<Id<"company">, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(and(here(ctx), inArray(companies.id, idsIn([...new Set(ids)]))));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findByMatch(ctx: Context, keys: readonly string[]): Promise<Company | undefined> {
  const rows = await ctx.db
    .select()
    .from(companies)
    .where(and(here(ctx), inArray(companies.matchKey, idsIn(keys))))
    .limit(keys.length);
  return keys.flatMap((key) => rows.find((row) => row.matchKey === key) ?? [])[0];
}

export async function findByName(ctx: Context, nameKey: string): Promise<Company | undefined> {
  const [row] = await ctx.db
    .select()
    .from(companies)
    .where(and(here(ctx), eq(companies.nameKey, nameKey), isNull(companies.deletedAt)))
    .limit(1);
  return row;
}

export function isCompany(ctx: Context, id: Id<"company">) {
  return and(here(ctx), eq(companies.id, id));
}

function here(ctx: Context) {
  return eq(companies.organizationId, ctx.organization.id);
}
