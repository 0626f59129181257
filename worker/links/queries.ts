import { and, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { managedUrls } from "../../db/schema/cell/links";
import { findByBeginning, placeKeyOf } from "../kernel/beginnings";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { cursorId, type Page, toPage } from "../kernel/page";
import { linksBeginningWith } from "./search";

export type Link = typeof managedUrls.$inferSelect;
/** With what is said of the piece that it belongs to. */
export type LinkOfPiece = Link & { pieceTitle: string | null };

export const linkFilters = ["active", "archived", "broken"] as const;
export type LinkFilter = {
  businessId?: Id<"business"> | undefined;
  pieceId?: Id<"piece"> | undefined;
  state: (typeof linkFilters)[number];
  /** Empty where nothing is looked for. */
  q: string;
};
export type LinkPage = { cursor: string | undefined; limit: number };

const columns = { ...getTableColumns(managedUrls), pieceTitle: contentPieces.title };
const isItsPiece = and(
  eq(contentPieces.id, managedUrls.sourceId),
  eq(contentPieces.organizationId, managedUrls.organizationId),
);

function withPieces(ctx: Context) {
  return ctx.db.select(columns).from(managedUrls).leftJoin(contentPieces, isItsPiece);
}

export async function getLink(ctx: Context, id: Id<"link">): Promise<LinkOfPiece> {
  const [row] = await withPieces(ctx).where(isLink(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

/** Newest first; where something is looked for, those that begin so. */
export async function listLinks(
  ctx: Context,
  filter: LinkFilter,
  page: LinkPage,
): Promise<Page<LinkOfPiece>> {
  if (filter.q !== "") return await searchLinks(ctx, filter, page);
  const before = cursorId(page.cursor);
  const rows = await withPieces(ctx)
    .where(
      and(
        whichLinks(ctx, filter),
        // safe: a cursor is compared, never looked up
        before === undefined ? undefined : lt(managedUrls.id, before as Id<"link">),
      ),
    )
    .orderBy(desc(managedUrls.id))
    .limit(page.limit + 1);
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    (row) => row,
  );
}

async function searchLinks(ctx: Context, filter: LinkFilter, page: LinkPage): Promise<Page<LinkOfPiece>> {
  const rows = await findByBeginning(
    linksBeginningWith(filter.q),
    managedUrls.id,
    page,
    async ({ where, key, order, limit }) =>
      await ctx.db
        .select({ ...columns, key })
        .from(managedUrls)
        .leftJoin(contentPieces, isItsPiece)
        .where(and(whichLinks(ctx, filter), where))
        .orderBy(...order)
        .limit(limit),
  );
  return toPage(rows, page.limit, placeKeyOf, (row) => row);
}

function whichLinks(ctx: Context, { businessId, pieceId, state }: LinkFilter): SQL | undefined {
  return and(
    eq(managedUrls.organizationId, ctx.organization.id),
    businessId ? eq(managedUrls.businessId, businessId) : undefined,
    pieceId ? eq(managedUrls.sourceId, pieceId) : undefined,
    state === "archived" ? isNotNull(managedUrls.archivedAt) : isNull(managedUrls.archivedAt),
    // As the index is written, so that it is used.
    state === "broken" ? sql`${managedUrls.checkState} in ('dead', 'moved')` : undefined,
  );
}

export function isLink(ctx: Context, id: Id<"link">) {
  return and(eq(managedUrls.id, id), eq(managedUrls.organizationId, ctx.organization.id));
}

/** The links that a piece has already. */
export async function linksOfPieces(ctx: Context, pieceIds: Id<"piece">[]): Promise<Link[]> {
  if (pieceIds.length === 0) return [];
  return await ctx.db
    .select()
    .from(managedUrls)
    .where(and(eq(managedUrls.organizationId, ctx.organization.id), inArray(managedUrls.sourceId, pieceIds)));
}
