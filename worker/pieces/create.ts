import { and, eq, sql } from "drizzle-orm";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentStrategies, contentTopics } from "../../db/schema/cell/business";
import { contentPieces } from "../../db/schema/cell/content";
import { factsOf } from "../analyses";
import { assertNotArchived, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { refuseWhen, type Step, write } from "../kernel/write";
import { personBehind } from "./actor";
import { bundleCountSteps } from "./bundle-counts";
import { changedContent, type ContentChange } from "./change";
import { hasWords, textOf } from "./content";
import { baseColumns, detailStep, versionStep } from "./content-steps";
import { draftPieceSteps, draftSlug, type PieceDraft } from "./draft";
import { goalsByKind, type PieceContent } from "./fields";
import { slugOf } from "./pure/slug";
import { emptyTree } from "./pure/tree";
import { getPiece, isPiece, type Piece } from "./queries";
import { sourceSteps } from "./sources/sources";

/** Where it belongs and what kind it is; its words come as a change of an empty one. */
export type NewPiece = { draft: PieceDraft; words: ContentChange };

export async function createPiece(ctx: Context, { draft, words }: NewPiece): Promise<Piece> {
  authorize(ctx, "content:write");
  const business = await getBusiness(ctx, draft.businessId).catch((error: unknown) => {
    if (error instanceof NotFound) throw unknown("business", "There is no such business here.");
    throw error;
  });
  assertNotArchived(business);
  const content = changedContent(emptyContent(draft), words);
  const isWritten = hasWords(content);
  const facts = () => factsOf(ctx, draft.businessId);
  const steps = [
    ...belongings(ctx, draft),
    ...draftPieceSteps(ctx, [draft]),
    ...fillSteps(ctx, draft, content),
    ...(isWritten ? await sourceSteps(ctx, draft.id, textOf(content), facts) : []),
    ...bundleCountSteps(ctx, draft.bundleId ?? null, { pieces: 1, ready: isWritten ? 1 : 0 }),
  ];
  await write(ctx, steps, {
    facts: [{ type: "piece.created", subjectId: draft.id, data: { bundleId: draft.bundleId ?? null } }],
    audit: [
      {
        action: "piece.created",
        resourceType: "piece",
        resourceId: draft.id,
        changes: { after: { kind: draft.kind, title: content.title, businessId: draft.businessId } },
      },
    ],
  });
  return await getPiece(ctx, draft.id);
}

export function emptyContent(draft: PieceDraft): PieceContent {
  const { title, conversionGoal = goalsByKind[draft.kind][0], ctaText = "", ctaUrl = "" } = draft;
  const content = { kind: draft.kind, title, conversionGoal, ctaText, ctaUrl, ...emptyWords(draft) };
  return content as PieceContent; // safe: each kind's own words stand below
}

function emptyWords(draft: PieceDraft): object {
  const slug = slugOf(draft.title) || draftSlug(draft.title, draft.id);
  switch (draft.kind) {
    case "blog_post":
      return {
        slug,
        body: emptyTree,
        metaTitle: "",
        metaDescription: "",
        keywords: [],
        imageUrl: null,
        imageAlt: "",
      };
    case "social_post":
      return {
        platform: draft.platform,
        postType: draft.postType ?? "single",
        text: "",
        hashtags: [],
        mediaPrompts: [],
      };
    case "content_upgrade":
      return { slug, upgradeType: draft.upgradeType, description: "", body: emptyTree };
    case "email_sequence":
      return { sequenceType: draft.sequenceType, sequenceGoal: draft.sequenceType, description: "" };
    case "email":
      return { subjectLine: "", preheader: "", body: emptyTree, delayMinutes: draft.delayMinutes ?? 0 };
  }
}

/** The words of a piece that the same batch makes. */
export function fillSteps(ctx: Context, draft: PieceDraft, content: PieceContent): Step[] {
  const steps = [fillBase(ctx, draft, content), detailStep(ctx, draft, content)];
  if (!hasWords(content)) return steps;
  return [...steps, versionStep(ctx, draft, content, { reason: "edited", createdBy: personBehind(ctx) })];
}

/** At the end of its bundle, and ready where it came with words. */
function fillBase(ctx: Context, draft: PieceDraft, content: PieceContent): Step {
  const isWritten = hasWords(content);
  const { bundleId, position, organizationId, id } = contentPieces;
  const last = sql`(select coalesce(max(other.position), -1) + 1 from content_pieces as other
    where other.organization_id = ${organizationId} and other.bundle_id = ${bundleId} and other.id <> ${id})`;
  return ctx.db
    .update(contentPieces)
    .set({
      ...baseColumns(content),
      position: draft.bundleId ? last : position,
      ...(isWritten ? { status: "ready", versionNumber: 1, editedAt: ctx.now() } : {}),
    })
    .where(isPiece(ctx, draft.id));
}

/** Nothing is made under what belongs to another business, or to nobody here (TEN-02). */
function belongings(ctx: Context, { businessId, bundleId, strategyId, topicId }: PieceDraft): Step[] {
  const refuseForeign = (name: "bundle" | "strategy" | "topic", exists: ReturnType<typeof and>) =>
    refuseWhen(sql`not exists (${exists})`, unknown(name, `There is no such ${name} in this business.`));
  const of = <T extends typeof contentBundles | typeof contentStrategies | typeof contentTopics>(
    table: T,
    id: string,
  ) =>
    sql`select 1 from ${table} where ${and(
      sql`${table.id} = ${id}`,
      eq(table.organizationId, ctx.organization.id),
      sql`${table.businessId} = ${businessId}`,
    )}`;
  return [
    ...(bundleId ? [refuseForeign("bundle", of(contentBundles, bundleId))] : []),
    ...(strategyId ? [refuseForeign("strategy", of(contentStrategies, strategyId))] : []),
    ...(topicId ? [refuseForeign("topic", of(contentTopics, topicId))] : []),
  ];
}

function unknown(name: string, detail: string): Invalid {
  return Invalid.field(`/${name}Id`, `unknown_${name}`, detail);
}
