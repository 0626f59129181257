import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses, contentStrategies } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type Strategy = typeof contentStrategies.$inferSelect;

/** Archived ones too: what was written with it still says so. */
export async function getStrategy(ctx: Context, id: Id<"strategy">): Promise<Strategy> {
  const [row] = await ctx.db.select().from(contentStrategies).where(isStrategy(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

/** Null only where the business has no strategy in use. */
export async function defaultStrategy(ctx: Context, businessId: Id<"business">): Promise<Strategy | null> {
  const [row] = await ctx.db
    .select()
    .from(contentStrategies)
    .where(and(ofBusiness(ctx, businessId), eq(contentStrategies.isDefault, true)));
  return row ?? null;
}

type ListQuery = { archived: boolean; after: string | undefined; limit: number };

/** Newest first. */
export async function listStrategies(
  ctx: Context,
  businessId: Id<"business">,
  { archived, after, limit }: ListQuery,
): Promise<Strategy[]> {
  const { archivedAt, id } = contentStrategies;
  return await ctx.db
    .select()
    .from(contentStrategies)
    .where(
      and(
        ofBusiness(ctx, businessId),
        archived ? isNotNull(archivedAt) : isNull(archivedAt),
        // safe: only compared
        after === undefined ? undefined : lt(id, after as Id<"strategy">),
      ),
    )
    .orderBy(desc(id))
    .limit(limit + 1);
}

/** For lists: a business that is not there, or not yours, has no list either. */
export async function assertBusinessHere(ctx: Context, id: Id<"business">): Promise<void> {
  const [row] = await ctx.db
    .select({ id: businesses.id })
    .from(businesses)
    .where(and(eq(businesses.id, id), eq(businesses.organizationId, ctx.organization.id)));
  if (!row) throw new NotFound();
}

export function isStrategy(ctx: Context, id: Id<"strategy">) {
  return and(eq(contentStrategies.id, id), eq(contentStrategies.organizationId, ctx.organization.id));
}

export function ofBusiness(ctx: Context, businessId: Id<"business">) {
  return and(
    eq(contentStrategies.organizationId, ctx.organization.id),
    eq(contentStrategies.businessId, businessId),
  );
}
