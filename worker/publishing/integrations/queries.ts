import { and, asc, desc, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { integrations } from "../../../db/schema/cell/publishing";
import { authorize, type Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";

export type Integration = typeof integrations.$inferSelect;

export function isIntegration(ctx: Context, id: Id<"integration">) {
  return and(eq(integrations.id, id), eq(integrations.organizationId, ctx.organization.id));
}

export async function getIntegration(ctx: Context, id: Id<"integration">): Promise<Integration> {
  const [row] = await ctx.db.select().from(integrations).where(isIntegration(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

/** What is connected, the newest first; of one business with those that serve every business. */
export async function listIntegrations(
  ctx: Context,
  businessId: Id<"business"> | undefined,
  before: string | undefined,
  limit: number,
): Promise<Integration[]> {
  authorize(ctx, "integrations:read");
  return await ctx.db
    .select()
    .from(integrations)
    .where(
      and(
        eq(integrations.organizationId, ctx.organization.id),
        ne(integrations.status, "disconnected"),
        businessId ? serves(businessId) : undefined,
        // safe: a cursor is compared, never looked up
        before === undefined ? undefined : lt(integrations.id, before as Id<"integration">),
      ),
    )
    .orderBy(desc(integrations.id))
    .limit(limit + 1);
}

const mostWaysOut = 10;

/** Where scheduled pieces of a business go at their time. */
export async function listForSchedule(ctx: Context, businessId: Id<"business">): Promise<Integration[]> {
  return await ctx.db
    .select()
    .from(integrations)
    .where(
      and(
        eq(integrations.organizationId, ctx.organization.id),
        ne(integrations.status, "disconnected"),
        serves(businessId),
        sql`json_extract(${integrations.settings}, '$.publishScheduled')`,
      ),
    )
    .orderBy(asc(integrations.id))
    .limit(mostWaysOut);
}

function serves(businessId: Id<"business">) {
  return or(eq(integrations.businessId, businessId), isNull(integrations.businessId));
}
