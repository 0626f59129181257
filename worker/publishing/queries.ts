import { and, desc, eq, lt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { publications } from "../../db/schema/cell/publishing";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type Publication = typeof publications.$inferSelect;
export type PublicationFilter = { pieceId: Id<"piece"> } | { businessId: Id<"business"> };

export function isPublication(ctx: Context, id: Id<"publication">) {
  return and(eq(publications.id, id), eq(publications.organizationId, ctx.organization.id));
}

export async function getPublication(ctx: Context, id: Id<"publication">): Promise<Publication> {
  const [row] = await ctx.db.select().from(publications).where(isPublication(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

/** A piece is once on each channel, so its channel and way out find it. */
export async function findPublication(
  ctx: Context,
  { pieceId, channel, integrationId }: Pick<Publication, "pieceId" | "channel" | "integrationId">,
): Promise<Publication | undefined> {
  const [row] = await ctx.db
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.organizationId, ctx.organization.id),
        eq(publications.pieceId, pieceId),
        eq(publications.channel, channel),
        eq(publications.integrationId, integrationId),
      ),
    );
  return row;
}

/** The newest first. */
export async function listPublications(
  ctx: Context,
  filter: PublicationFilter,
  before: string | undefined,
  limit: number,
): Promise<Publication[]> {
  return await ctx.db
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.organizationId, ctx.organization.id),
        "pieceId" in filter
          ? eq(publications.pieceId, filter.pieceId)
          : eq(publications.businessId, filter.businessId),
        // safe: a cursor is compared, never looked up
        before === undefined ? undefined : lt(publications.id, before as Id<"publication">),
      ),
    )
    .orderBy(desc(publications.id))
    .limit(limit + 1);
}
