import { and, desc, eq, lt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses, type businessStates } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type Business = typeof businesses.$inferSelect;
export type BusinessFilter = { status?: (typeof businessStates)[number] };

const here = (ctx: Context) => eq(businesses.organizationId, ctx.organization.id);

export async function getBusiness(ctx: Context, id: Id<"business">): Promise<Business> {
  const business = await findBusiness(ctx, id);
  if (!business) throw new NotFound();
  return business;
}

export async function findBusiness(ctx: Context, id: Id<"business">): Promise<Business | undefined> {
  const [row] = await ctx.db
    .select()
    .from(businesses)
    .where(and(eq(businesses.id, id), here(ctx)));
  return row;
}

export async function listBusinesses(
  ctx: Context,
  { status = "active" }: BusinessFilter,
  before: string | undefined,
  limit: number,
): Promise<Business[]> {
  return await ctx.db
    .select()
    .from(businesses)
    .where(
      and(
        here(ctx),
        eq(businesses.status, status),
        // safe: a cursor is compared, never looked up
        before === undefined ? undefined : lt(businesses.id, before as Id<"business">),
      ),
    )
    .orderBy(desc(businesses.id))
    .limit(limit + 1);
}

export function isHere(ctx: Context, id: Id<"business">) {
  return and(eq(businesses.id, id), here(ctx));
}
