import { and, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type bundleStates, contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { PieceKind, PieceState } from "../pieces";

export type Bundle = typeof contentBundles.$inferSelect;
export type BundleState = (typeof bundleStates)[number];
export type PieceCount = { kind: PieceKind; status: PieceState; count: number };

export async function getBundle(ctx: Context, id: Id<"bundle">): Promise<Bundle> {
  authorize(ctx, "content:read");
  const [row] = await ctx.db.select().from(contentBundles).where(isBundle(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

type Filter = { businessId?: Id<"business">; status?: BundleState; archived: boolean };

/** Newest first. */
export async function listBundles(
  ctx: Context,
  { businessId, status, archived }: Filter,
  after: string | undefined,
  limit: number,
): Promise<Bundle[]> {
  const { archivedAt, id, organizationId } = contentBundles;
  return await ctx.db
    .select()
    .from(contentBundles)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        businessId && eq(contentBundles.businessId, businessId),
        status && eq(contentBundles.status, status),
        archived ? isNotNull(archivedAt) : isNull(archivedAt),
        // safe: only compared
        after === undefined ? undefined : lt(id, after as Id<"bundle">),
      ),
    )
    .orderBy(desc(id))
    .limit(limit + 1);
}

/** Counted where one bundle is looked at; lists show what the bundle itself counts. */
export async function countPieces(ctx: Context, id: Id<"bundle">): Promise<PieceCount[]> {
  const { kind, status, archivedAt } = contentPieces;
  return await ctx.db
    .select({ kind, status, count: sql<number>`count(*)` })
    .from(contentPieces)
    .where(and(inBundle(ctx, id), isNull(archivedAt)))
    .groupBy(kind, status);
}

export function isBundle(ctx: Context, id: Id<"bundle">) {
  return and(eq(contentBundles.id, id), eq(contentBundles.organizationId, ctx.organization.id));
}

export function inBundle(ctx: Context, id: Id<"bundle">) {
  return and(eq(contentPieces.organizationId, ctx.organization.id), eq(contentPieces.bundleId, id));
}
