import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { cellOf, type Id } from "../../../db/ids";
import { trackingKeys } from "../../../db/schema/cell/visitors";
import type { Base, Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";

export type TrackingKey = typeof trackingKeys.$inferSelect;

export const isHere = (ctx: Context, id: Id<"trackingKey">) =>
  and(eq(trackingKeys.id, id), eq(trackingKeys.organizationId, ctx.organization.id));

export async function getTrackingKey(ctx: Context, id: Id<"trackingKey">): Promise<TrackingKey> {
  const [row] = await ctx.db.select().from(trackingKeys).where(isHere(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export async function listTrackingKeys(ctx: Context, before: string | undefined, limit: number) {
  return await ctx.db
    .select()
    .from(trackingKeys)
    .where(
      and(
        eq(trackingKeys.organizationId, ctx.organization.id),
        before === undefined ? undefined : lt(trackingKeys.id, before as Id<"trackingKey">), // safe: only compared
      ),
    )
    .orderBy(desc(trackingKeys.id))
    .limit(limit + 1);
}

export const opens = (now: number) => or(isNull(trackingKeys.endsAt), gt(trackingKeys.endsAt, now));

/** For the door: whoever shows it is nobody, so no context scopes this; the id is the whole question. */
export async function findOpenKey(base: Base, id: Id<"trackingKey">): Promise<TrackingKey | undefined> {
  const [row] = await base
    .openCell(cellOf(id))
    .select()
    .from(trackingKeys)
    .where(and(eq(trackingKeys.id, id), opens(base.now())));
  return row;
}

export const keysInUse = (ctx: Context) =>
  sql`(select count(*) from ${trackingKeys} where ${trackingKeys.organizationId} = ${ctx.organization.id}
    and ${opens(ctx.now())})`;
