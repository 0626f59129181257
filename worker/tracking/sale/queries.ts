import { and, desc, eq, isNull } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { conversions } from "../../../db/schema/cell/leads";
import { visitorIdentities } from "../../../db/schema/cell/visitors";
import type { Context } from "../../kernel/context";

export type Conversion = typeof conversions.$inferSelect;

export const isInvoice = (ctx: Context, externalId: string) =>
  and(eq(conversions.organizationId, ctx.organization.id), eq(conversions.externalId, externalId));

export async function findByInvoice(ctx: Context, externalId: string): Promise<Conversion | undefined> {
  const [row] = await ctx.db.select().from(conversions).where(isInvoice(ctx, externalId));
  return row;
}

export async function leadOfVisitor(ctx: Context, visitorId: Id<"visitor">): Promise<Id<"lead"> | undefined> {
  const [row] = await ctx.db
    .select({ leadId: visitorIdentities.leadId })
    .from(visitorIdentities)
    .where(
      and(
        eq(visitorIdentities.organizationId, ctx.organization.id),
        eq(visitorIdentities.visitorId, visitorId),
        isNull(visitorIdentities.undoneAt),
      ),
    )
    .orderBy(desc(visitorIdentities.id))
    .limit(1);
  return row?.leadId;
}
