import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces, emails, journeyEdges } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { mostPieces } from "./file";

export type Place = { id: Id<"piece">; sequenceId: Id<"piece"> | null };
export type Link = { from: Id<"piece">; to: Id<"piece">; ctaText: string };

/** The pieces of a bundle in its order, the emails of a sequence right after it in theirs. */
export async function outlineOf(ctx: Context, bundleId: Id<"bundle">): Promise<Place[]> {
  const { organizationId, archivedAt, position, id } = contentPieces;
  const rows = await ctx.db
    .select({ id, sequenceId: emails.sequenceId, place: emails.position })
    .from(contentPieces)
    .leftJoin(emails, eq(emails.id, contentPieces.id))
    .where(
      and(eq(organizationId, ctx.organization.id), eq(contentPieces.bundleId, bundleId), isNull(archivedAt)),
    )
    .orderBy(asc(position), asc(id))
    .limit(mostPieces + 1);
  if (rows.length > mostPieces)
    throw Invalid.field("", "too_many_pieces", `One file holds at most ${mostPieces} pieces.`);
  const inSequences = Map.groupBy(
    rows.filter(({ sequenceId }) => sequenceId !== null),
    ({ sequenceId }) => sequenceId,
  );
  return rows
    .filter(({ sequenceId }) => sequenceId === null)
    .flatMap((row) => [row, ...emailsIn(inSequences.get(row.id) ?? [])])
    .map((row) => ({ id: row.id, sequenceId: row.sequenceId }));
}

function emailsIn<T extends { place: number | null }>(rows: T[]): T[] {
  return rows.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
}

/** Between pieces of the file alone. */
export async function linksOf(ctx: Context, bundleId: Id<"bundle">, places: Place[]): Promise<Link[]> {
  const order = new Map(places.map(({ id }, index) => [id, index]));
  const { organizationId, fromPieceId: from, toPieceId: to, ctaText } = journeyEdges;
  const rows = await ctx.db
    .select({ from, to, ctaText })
    .from(journeyEdges)
    .where(and(eq(organizationId, ctx.organization.id), eq(journeyEdges.bundleId, bundleId)))
    .limit(2500);
  const at = (id: Id<"piece">) => order.get(id) ?? 0;
  return rows
    .filter((link) => order.has(link.from) && order.has(link.to))
    .toSorted((one, other) => at(one.from) - at(other.from) || at(one.to) - at(other.to));
}

/** How often each was taken out, for those who wonder where a text went. */
export function countExport(ctx: Context, which: { bundleId: Id<"bundle"> } | { pieceId: Id<"piece"> }) {
  const { organizationId, id, bundleId, archivedAt, exportCount } = contentPieces;
  const chosen =
    "pieceId" in which ? eq(id, which.pieceId) : and(eq(bundleId, which.bundleId), isNull(archivedAt));
  return ctx.db
    .update(contentPieces)
    .set({ exportCount: sql`${exportCount} + 1` })
    .where(and(eq(organizationId, ctx.organization.id), chosen));
}
