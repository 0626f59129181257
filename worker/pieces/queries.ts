import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces, emails } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { CursorKey } from "../kernel/page";
import { contentFromRows, type DetailRow, detailTables } from "./detail";
import type { PieceContent, PieceKind } from "./fields";

export type PieceRow = typeof contentPieces.$inferSelect;
/** What every kind has, and the words of its own kind. */
export type Piece = PieceRow & { content: PieceContent; detail: DetailRow };
export type PieceState = PieceRow["status"];

export function isPiece(ctx: Context, id: Id<"piece">) {
  return and(eq(contentPieces.id, id), eq(contentPieces.organizationId, ctx.organization.id));
}

export async function getPiece(ctx: Context, id: Id<"piece">): Promise<Piece> {
  const piece = await findPiece(ctx, id);
  if (!piece) throw new NotFound();
  return piece;
}

export async function getPieceOf<K extends PieceKind>(
  ctx: Context,
  id: Id<"piece">,
  kind: K,
): Promise<Piece> {
  const piece = await getPiece(ctx, id);
  if (piece.kind !== kind) throw new NotFound();
  return piece;
}

/** One trip: the row, and whichever of the five tables has its words. */
export async function findPiece(ctx: Context, id: Id<"piece">): Promise<Piece | null> {
  const own = <T extends (typeof detailTables)[PieceKind]>(table: T) =>
    sql`${table.id} = ${id} and ${table.organizationId} = ${ctx.organization.id}`;
  const { blog_post, social_post, content_upgrade, email_sequence, email } = detailTables;
  const [rows, posts, social, upgrades, sequences, mails] = await ctx.db.batch([
    ctx.db.select().from(contentPieces).where(isPiece(ctx, id)),
    ctx.db.select().from(blog_post).where(own(blog_post)),
    ctx.db.select().from(social_post).where(own(social_post)),
    ctx.db.select().from(content_upgrade).where(own(content_upgrade)),
    ctx.db.select().from(email_sequence).where(own(email_sequence)),
    ctx.db.select().from(email).where(own(email)),
  ]);
  const [row] = rows;
  if (!row) return null;
  const found = {
    blog_post: posts[0],
    social_post: social[0],
    content_upgrade: upgrades[0],
    email_sequence: sequences[0],
    email: mails[0],
  }[row.kind];
  if (!found) return null;
  const detail = { kind: row.kind, row: found } as DetailRow; // safe: the row came from this kind's table
  return { ...row, detail, content: contentFromRows(row, detail) };
}

export type PieceFilter = {
  bundleId?: Id<"bundle">;
  businessId?: Id<"business">;
  kind?: PieceKind;
  status?: PieceState;
  q?: string;
  archived: boolean;
};

/**
 * Of a bundle in its order; else the newest first, of one business kind by kind. Each order is an index's, so that a
 * page reads what it shows.
 */
export async function listPieces(
  ctx: Context,
  filter: PieceFilter,
  after: CursorKey | undefined,
  limit: number,
): Promise<PieceRow[]> {
  return await ctx.db
    .select()
    .from(contentPieces)
    .where(
      and(eq(contentPieces.organizationId, ctx.organization.id), ...conditions(filter), past(filter, after)),
    )
    .orderBy(...orderOf(filter))
    .limit(limit + 1);
}

export function cursorLength(filter: PieceFilter): number {
  return filter.bundleId || filter.businessId ? 2 : 1;
}

export function cursorKeyOf(filter: PieceFilter): (row: PieceRow) => CursorKey {
  if (filter.bundleId) return ({ position, id }) => [position, id];
  return filter.businessId ? ({ kind, id }) => [kind, id] : ({ id }) => [id];
}

function conditions({ bundleId, businessId, kind, status, q, archived }: PieceFilter): (SQL | undefined)[] {
  return [
    bundleId && eq(contentPieces.bundleId, bundleId),
    businessId && eq(contentPieces.businessId, businessId),
    kind && eq(contentPieces.kind, kind),
    status && eq(contentPieces.status, status),
    q ? sql`${contentPieces.title} like ${`${q.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'` : undefined,
    archived ? sql`${contentPieces.archivedAt} is not null` : sql`${contentPieces.archivedAt} is null`,
  ];
}

function orderOf({ bundleId, businessId }: PieceFilter): SQL[] {
  const { position, kind, id } = contentPieces;
  if (bundleId) return [asc(position), asc(id)];
  return businessId ? [desc(kind), desc(id)] : [desc(id)];
}

function past({ bundleId, businessId }: PieceFilter, after: CursorKey | undefined): SQL | undefined {
  if (!after) return undefined;
  const { position, kind, id } = contentPieces;
  const last = String(after.at(-1)) as Id<"piece">; // safe: only compared
  if (bundleId) {
    const place = Number(after[0]);
    return or(gt(position, place), and(eq(position, place), gt(id, last)));
  }
  if (!businessId) return lt(id, last);
  const lastKind = String(after[0]) as PieceKind; // safe: only compared
  return or(lt(kind, lastKind), and(eq(kind, lastKind), lt(id, last)));
}

export type EmailInSequence = { id: Id<"piece">; position: number; archivedAt: number | null };

/** In their order. */
export async function emailsOf(ctx: Context, sequenceId: Id<"piece">): Promise<EmailInSequence[]> {
  return await ctx.db
    .select({ id: emails.id, position: emails.position, archivedAt: contentPieces.archivedAt })
    .from(emails)
    .innerJoin(contentPieces, eq(contentPieces.id, emails.id))
    .where(and(eq(emails.organizationId, ctx.organization.id), eq(emails.sequenceId, sequenceId)))
    .orderBy(asc(emails.position), asc(emails.id))
    .limit(200);
}
