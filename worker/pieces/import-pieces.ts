import { and, eq, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { blogPosts, contentUpgrades, contentVersions } from "../../db/schema/cell/content";
import { factsOf } from "../analyses";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import type { Step } from "../kernel/write";
import { personBehind } from "./actor";
import { changedContent, type ContentChange } from "./change";
import { hasWords, textOf } from "./content";
import { baseColumns } from "./content-steps";
import { emptyContent } from "./create";
import { detailColumns } from "./detail";
import { draftPieceSteps, type Filling, type PieceDraft, slugTail } from "./draft";
import type { PieceContent } from "./fields";
import { insertRows } from "./insert-rows";
import { freshSourceSteps } from "./sources/sources";

export type FilledDraft = { draft: PieceDraft; content: PieceContent };

/** The words of a draft, judged as if a person had just typed them: nothing comes in by this way that the editor refuses. */
export function fillDraft(draft: PieceDraft, words: ContentChange): FilledDraft {
  return { draft, content: changedContent(emptyContent(draft), words) };
}

/** Any number of pieces with their words, a first version each and what they claim, in a statement a table. */
export async function importPieceSteps(
  ctx: Context,
  businessId: Id<"business">,
  pieces: readonly FilledDraft[],
): Promise<Step[]> {
  const free = await freeSlugs(ctx, businessId, pieces);
  const fillings = new Map(pieces.map((piece) => [piece.draft.id, fillingOf(ctx, free(piece))]));
  const written = pieces.map(free).filter(({ content }) => hasWords(content));
  const texts = written.map(({ draft, content }) => ({ pieceId: draft.id, text: textOf(content) }));
  return [
    ...draftPieceSteps(
      ctx,
      pieces.map(({ draft }) => draft),
      ({ id }) => fillings.get(id) ?? { base: {}, detail: {} },
    ),
    ...insertRows(
      ctx,
      contentVersions,
      written.map((piece) => versionRow(ctx, piece)),
    ),
    ...freshSourceSteps(ctx, texts, await factsOf(ctx, businessId)),
  ];
}

function fillingOf(ctx: Context, { content }: FilledDraft): Filling {
  const isWritten = hasWords(content);
  const base = {
    ...baseColumns(content),
    status: isWritten ? "ready" : "draft",
    versionNumber: isWritten ? 1 : 0,
    editedAt: isWritten ? ctx.now() : null,
  };
  const slug = "slug" in content ? { slug: content.slug } : {};
  return { base, detail: { ...detailColumns(content), ...slug } };
}

function versionRow(ctx: Context, { draft, content }: FilledDraft): Record<string, unknown> {
  return {
    id: ctx.newId("version", ctx.organization.cell),
    pieceId: draft.id,
    number: 1,
    snapshot: content,
    reason: "imported",
    createdBy: personBehind(ctx),
    updatedAt: ctx.now(),
  };
}

/** An address that the business has already gets the piece's own tail. */
async function freeSlugs(
  ctx: Context,
  businessId: Id<"business">,
  pieces: readonly FilledDraft[],
): Promise<(piece: FilledDraft) => FilledDraft> {
  const wanted = pieces.flatMap(({ content }) => ("slug" in content ? [content.slug] : []));
  const slugsOf = (table: typeof blogPosts | typeof contentUpgrades) =>
    ctx.db
      .select({ slug: table.slug })
      .from(table)
      .where(
        and(
          eq(table.organizationId, ctx.organization.id),
          eq(table.businessId, businessId),
          inArray(table.slug, idsIn(wanted)),
        ),
      );
  const [posts, upgrades] = await ctx.db.batch([slugsOf(blogPosts), slugsOf(contentUpgrades)]);
  const taken = new Set([
    ...posts.map(({ slug }) => `blog_post/${slug}`),
    ...upgrades.map(({ slug }) => `content_upgrade/${slug}`),
  ]);
  const chosen = new Map(pieces.map((piece) => [piece.draft.id, choose(piece, taken)]));
  return (piece) => chosen.get(piece.draft.id) ?? piece;
}

function choose({ draft, content }: FilledDraft, taken: Set<string>): FilledDraft {
  if (!("slug" in content)) return { draft, content };
  const isTaken = taken.has(`${content.kind}/${content.slug}`);
  const slug = isTaken ? `${content.slug}-${slugTail(draft.id)}` : content.slug;
  taken.add(`${content.kind}/${slug}`);
  return { draft, content: { ...content, slug } };
}
