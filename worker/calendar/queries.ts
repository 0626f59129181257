import { and, asc, eq, gte, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import type { PieceRow } from "../pieces";

export type Window = { from: number; to: number };
type Place = { businessId?: Id<"business"> | undefined; channel?: string | undefined };

/** What stands in the calendar between two moments, in its order. */
export async function scheduledBetween(
  ctx: Context,
  { from, to }: Window,
  { businessId, channel }: Place,
  limit: number,
): Promise<PieceRow[]> {
  return await ctx.db
    .select()
    .from(contentPieces)
    .where(
      and(
        isPlaced(ctx, { from, to }),
        businessId && eq(contentPieces.businessId, businessId),
        channel ? eq(contentPieces.channel, channel) : undefined,
      ),
    )
    .orderBy(asc(contentPieces.scheduledFor), asc(contentPieces.id))
    .limit(limit);
}

/** The moments that a channel of a business has given away already. */
export async function takenBetween(
  ctx: Context,
  window: Window,
  { businessId, channel }: { businessId: Id<"business">; channel: string },
): Promise<Set<number>> {
  const rows = await ctx.db
    .select({ at: contentPieces.scheduledFor })
    .from(contentPieces)
    .where(
      and(
        isPlaced(ctx, window),
        eq(contentPieces.businessId, businessId),
        eq(contentPieces.channel, channel),
      ),
    );
  return new Set(rows.flatMap(({ at }) => at ?? []));
}

/** The approved pieces of a bundle that have no place yet, in the bundle's order. An email goes with its sequence. */
export async function waitingOfBundle(
  ctx: Context,
  bundleId: Id<"bundle">,
  limit: number,
): Promise<PieceRow[]> {
  const { status, kind, position, id, scheduledFor, archivedAt } = contentPieces;
  return await ctx.db
    .select()
    .from(contentPieces)
    .where(
      and(
        eq(contentPieces.organizationId, ctx.organization.id),
        eq(contentPieces.bundleId, bundleId),
        eq(status, "approved"),
        ne(kind, "email"),
        isNull(scheduledFor),
        isNull(archivedAt),
      ),
    )
    .orderBy(asc(position), asc(id))
    .limit(limit);
}

function isPlaced(ctx: Context, { from, to }: Window) {
  const { organizationId, scheduledFor, archivedAt } = contentPieces;
  return and(
    eq(organizationId, ctx.organization.id),
    isNotNull(scheduledFor),
    gte(scheduledFor, from),
    lt(scheduledFor, to),
    isNull(archivedAt),
  );
}
