import { and, desc, eq, lt } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { clicks } from "../../../db/schema/cell/links";
import type { Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";

export type Click = typeof clicks.$inferSelect;

/** Newest first. */
export async function listClicks(
  ctx: Context,
  linkId: Id<"link">,
  before: string | undefined,
  limit: number,
): Promise<Click[]> {
  return await ctx.db
    .select()
    .from(clicks)
    .where(
      and(
        ofLink(ctx, linkId),
        // safe: a cursor is compared, never looked up
        before === undefined ? undefined : lt(clicks.clickId, before as Id<"click">),
      ),
    )
    .orderBy(desc(clicks.clickId))
    .limit(limit + 1);
}

export async function getClick(ctx: Context, linkId: Id<"link">, clickId: Id<"click">): Promise<Click> {
  const [row] = await ctx.db
    .select()
    .from(clicks)
    .where(and(ofLink(ctx, linkId), eq(clicks.clickId, clickId)));
  if (!row) throw new NotFound();
  return row;
}

export function ofLink(ctx: Context, linkId: Id<"link">) {
  return and(eq(clicks.organizationId, ctx.organization.id), eq(clicks.linkId, linkId));
}
