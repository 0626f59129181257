import { and, asc, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces, emails } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
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
  const [piece] = await readPieces(ctx, isPiece(ctx, id), [id]);
  return piece ?? null;
}

/** With their words, in the order in which they are named. */
export async function getPieces(ctx: Context, ids: readonly Id<"piece">[]): Promise<Piece[]> {
  const found = await readPieces(ctx, isOneOf(ctx, contentPieces, ids), ids);
  const byId = new Map(found.map((piece) => [piece.id, piece]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function readPieces(
  ctx: Context,
  which: SQL | undefined,
  ids: readonly Id<"piece">[],
): Promise<Piece[]> {
  const of = <T extends (typeof detailTables)[PieceKind]>(table: T) => isOneOf(ctx, table, ids);
  const { blog_post, social_post, content_upgrade, email_sequence, email } = detailTables;
  const [rows, posts, social, upgrades, sequences, mails] = await ctx.db.batch([
    ctx.db.select().from(contentPieces).where(which),
    ctx.db.select().from(blog_post).where(of(blog_post)),
    ctx.db.select().from(social_post).where(of(social_post)),
    ctx.db.select().from(content_upgrade).where(of(content_upgrade)),
    ctx.db.select().from(email_sequence).where(of(email_sequence)),
    ctx.db.select().from(email).where(of(email)),
  ]);
  const details = new Map<string, DetailRow>([
    ...posts.map((row) => [row.id, { kind: "blog_post", row }] as const),
    ...social.map((row) => [row.id, { kind: "social_post", row }] as const),
    ...upgrades.map((row) => [row.id, { kind: "content_upgrade", row }] as const),
    ...sequences.map((row) => [row.id, { kind: "email_sequence", row }] as const),
    ...mails.map((row) => [row.id, { kind: "email", row }] as const),
  ]);
  return rows.flatMap((row) => {
    const detail = details.get(row.id);
    return detail?.kind === row.kind ? [{ ...row, detail, content: contentFromRows(row, detail) }] : [];
  });
}

type WithIds = typeof contentPieces | (typeof detailTables)[PieceKind];

/** The plus keeps SQLite from reading all of an organization to find a few by id. */
function isOneOf(ctx: Context, table: WithIds, ids: readonly string[]): SQL {
  return sql`${table.id} in ${idsIn(ids)} and +${table.organizationId} = ${ctx.organization.id}`;
}

export type PieceFilter = {
  bundleId?: Id<"bundle">;
  businessId?: Id<"business">;
  kind?: PieceKind;
  status?: PieceState;
  q?: string;
  archived: boolean;
};

/** Of a bundle in its order; else business by business, kind by kind, the newest first. Both orders are an index's. */
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
  return filter.bundleId ? 2 : 3;
}

export function cursorKeyOf(filter: PieceFilter): (row: PieceRow) => CursorKey {
  if (filter.bundleId) return ({ position, id }) => [position, id];
  return ({ businessId, kind, id }) => [businessId, kind, id];
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

function orderOf({ bundleId }: PieceFilter): SQL[] {
  const { position, businessId, kind, id } = contentPieces;
  return bundleId ? [asc(position), asc(id)] : [desc(businessId), desc(kind), desc(id)];
}

/** Compared as a whole, so that the index is entered where the page before stopped. */
function past({ bundleId }: PieceFilter, after: CursorKey | undefined): SQL | undefined {
  if (!after) return undefined;
  const { position, businessId, kind, id } = contentPieces;
  const [first, second, third] = after;
  return bundleId
    ? sql`(${position}, ${id}) > (${first}, ${second})`
    : sql`(${businessId}, ${kind}, ${id}) < (${first}, ${second}, ${third})`;
}

const mostEmails = 100;

/** Of a sequence, in their order. */
export async function emailsOf(ctx: Context, sequenceId: Id<"piece">) {
  return await ctx.db
    .select({ ...getTableColumns(contentPieces), emailPosition: emails.position, ...ofEmail })
    .from(emails)
    .innerJoin(contentPieces, eq(contentPieces.id, emails.id))
    .where(and(eq(emails.organizationId, ctx.organization.id), eq(emails.sequenceId, sequenceId)))
    .orderBy(asc(emails.position), asc(emails.id))
    .limit(mostEmails);
}

const ofEmail = { subjectLine: emails.subjectLine, delayMinutes: emails.delayMinutes };
export type EmailInSequence = Awaited<ReturnType<typeof emailsOf>>[number];
