import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces, contentVersions, type versionReasons } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { summaryOf } from "./content";
import { detailColumns, detailTables } from "./detail";
import type { PieceContent } from "./fields";
import { isPiece, type Piece } from "./queries";
import { slugTail } from "./draft";

export type VersionReason = (typeof versionReasons)[number];
export type VersionDraft = {
  reason: VersionReason;
  createdBy: Id<"user"> | null;
  generationId?: Id<"generation"> | null;
  feedback?: string;
};

/** A piece that is there, or that the same batch makes. */
type Target = Pick<Piece, "id" | "kind" | "businessId">;

/** The columns of the base row that follow from the words. */
export function baseColumns(content: PieceContent) {
  const { title, conversionGoal, ctaText, ctaUrl } = content;
  const channel = content.kind === "social_post" ? { channel: content.platform } : {};
  return { title, conversionGoal, ctaText, ctaUrl, ...channel, ...summaryOf(content) };
}

export function detailStep(ctx: Context, piece: Target, content: PieceContent): Step {
  const table = detailTables[content.kind];
  const columns = detailColumns(content);
  if ("slug" in content) columns["slug"] = freeSlug(ctx, piece, content.slug);
  return ctx.db
    .update(table)
    .set(columns)
    .where(sql`${table.id} = ${piece.id} and ${table.organizationId} = ${ctx.organization.id}`);
}

/** As wanted, or with its own tail where another piece of the business has it. */
function freeSlug(ctx: Context, piece: Target, slug: string) {
  const table = detailTables[piece.kind === "content_upgrade" ? "content_upgrade" : "blog_post"];
  const isTaken = sql`exists (select 1 from ${table} as other where other.organization_id = ${ctx.organization.id}
    and other.business_id = ${piece.businessId} and other.slug = ${slug} and other.id <> ${piece.id})`;
  return sql<string>`case when ${isTaken} then ${`${slug}-${slugTail(piece.id)}`} else ${slug} end`;
}

/** The number after the last one, whatever that one was. */
export function nextNumber(ctx: Context, pieceId: Id<"piece">) {
  return sql<number>`(select coalesce(max(number), 0) + 1 from content_versions
    where organization_id = ${ctx.organization.id} and piece_id = ${pieceId})`;
}

/** After the base row has taken its number; one that only suggests takes the next for itself. */
export function versionStep(
  ctx: Context,
  piece: Target,
  content: PieceContent,
  { reason, createdBy, generationId = null, feedback = "" }: VersionDraft,
): Step {
  const now = ctx.now();
  const current = sql<number>`(select version_number from ${contentPieces} where ${isPiece(ctx, piece.id)})`;
  return ctx.db.insert(contentVersions).values({
    id: ctx.newId("version", ctx.organization.cell),
    organizationId: ctx.organization.id,
    pieceId: piece.id,
    number: reason === "suggestion" ? nextNumber(ctx, piece.id) : current,
    snapshot: content,
    reason,
    createdBy,
    generationId,
    feedback,
    createdAt: now,
    updatedAt: now,
  });
}

export function isVersionOf(ctx: Context, pieceId: Id<"piece">) {
  return and(eq(contentVersions.organizationId, ctx.organization.id), eq(contentVersions.pieceId, pieceId));
}
