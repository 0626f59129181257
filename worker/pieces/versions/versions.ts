import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { contentVersions } from "../../../db/schema/cell/content";
import { authorize, type Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isSameContent } from "../change";
import { isVersionOf } from "../content-steps";
import { editContent, type Edited } from "../edit";
import type { PieceContent } from "../fields";
import { assertEditable, assertRevision } from "../guards";
import { getPiece } from "../queries";

const { snapshot: _, ...listed } = getTableColumns(contentVersions);
export type VersionRow = Omit<typeof contentVersions.$inferSelect, "snapshot">;
export type Version = VersionRow & { content: PieceContent };

/** The latest first, without their words. */
export async function listVersions(
  ctx: Context,
  pieceId: Id<"piece">,
  before: number | undefined,
  limit: number,
): Promise<VersionRow[]> {
  return await ctx.db
    .select(listed)
    .from(contentVersions)
    .where(
      and(isVersionOf(ctx, pieceId), before === undefined ? undefined : lt(contentVersions.number, before)),
    )
    .orderBy(desc(contentVersions.number))
    .limit(limit + 1);
}

export async function getVersion(
  ctx: Context,
  pieceId: Id<"piece">,
  versionId: Id<"version">,
): Promise<Version> {
  const [row] = await ctx.db
    .select()
    .from(contentVersions)
    .where(and(isVersionOf(ctx, pieceId), eq(contentVersions.id, versionId)));
  return readVersion(row);
}

/** The one that a publication names, and the one before another. */
export async function findVersionByNumber(
  ctx: Context,
  pieceId: Id<"piece">,
  number: number,
): Promise<Version | null> {
  const [row] = await ctx.db
    .select()
    .from(contentVersions)
    .where(and(isVersionOf(ctx, pieceId), eq(contentVersions.number, number)));
  return row ? readVersion(row) : null;
}

function readVersion(row: typeof contentVersions.$inferSelect | undefined): Version {
  if (!row) throw new NotFound();
  const { snapshot, ...version } = row;
  return { ...version, content: snapshot as PieceContent }; // safe: only versionStep writes it, from such content
}

/** Its words again, as a version of their own: nothing after it is lost. A suggestion is taken this way too. */
export async function restoreVersion(
  ctx: Context,
  pieceId: Id<"piece">,
  versionId: Id<"version">,
  revision?: number,
): Promise<Edited> {
  authorize(ctx, "content:write");
  const piece = await getPiece(ctx, pieceId);
  const version = await getVersion(ctx, pieceId, versionId);
  assertEditable(piece);
  assertRevision(piece, revision);
  const content = keepingAddress(version.content, piece.content, piece.publishedAt !== null);
  if (isSameContent(piece.content, content)) return { piece, approvalRemoved: false };
  return await editContent(ctx, piece, content, "restored");
}

/** A page that stands somewhere keeps its address, and a post its network. */
function keepingAddress(content: PieceContent, now: PieceContent, isPublished: boolean): PieceContent {
  if (isPublished && "slug" in content && "slug" in now) return { ...content, slug: now.slug };
  if (content.kind === "social_post" && now.kind === "social_post")
    return { ...content, platform: now.platform };
  return content;
}
