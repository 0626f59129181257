import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { contentPieces, contentVersions } from "../../db/schema/cell/content";
import { factsOf } from "../analyses";
import type { Context } from "../kernel/context";
import { orElse, type Step, write } from "../kernel/write";
import { personBehind } from "./actor";
import { bundleCountSteps, firstWordsCounts } from "./bundle-counts";
import { hasWords, textOf } from "./content";
import {
  baseColumns,
  detailStep,
  isVersionOf,
  nextNumber,
  versionStep,
  type VersionReason,
} from "./content-steps";
import type { PieceContent } from "./fields";
import { changedMeanwhile, isEditable } from "./guards";
import { getPiece, type Piece } from "./queries";
import { restingState } from "./resting";
import { sourceSteps } from "./sources/sources";

export type Edited = { piece: Piece; approvalRemoved: boolean };

const sittingMs = 10 * 60_000;

/** A person's words in place of those before, with their version, claims and counts, if nobody was faster. */
export async function editContent(
  ctx: Context,
  before: Piece,
  content: PieceContent,
  reason: Extract<VersionReason, "edited" | "restored">,
): Promise<Edited> {
  const keepsVersion = hasWords(content) || before.versionNumber > 0;
  const sameSitting = reason === "edited" && keepsVersion ? await findSitting(ctx, before) : null;
  const isNew = keepsVersion && sameSitting === null;
  const steps = [
    updateBase(ctx, before, content, { isNew, keepsVersion }),
    orElse(changedMeanwhile(before)),
    detailStep(ctx, before, content),
    ...(isNew ? [versionStep(ctx, before, content, { reason, createdBy: personBehind(ctx) })] : []),
    ...(sameSitting ? [replaceSnapshot(ctx, before, sameSitting.id, content)] : []),
    ...(await claimSteps(ctx, before, content)),
    ...(keepsVersion ? bundleCountSteps(ctx, before.bundleId, firstWordsCounts(before)) : []),
    ...unapproveSequence(ctx, before),
  ];
  await writeEdit(ctx, before, steps, { reason, content, isNew });
  return { piece: await getPiece(ctx, before.id), approvalRemoved: before.approvedAt !== null };
}

type Kept = { isNew: boolean; keepsVersion: boolean };

function updateBase(ctx: Context, before: Piece, content: PieceContent, { isNew, keepsVersion }: Kept) {
  const error = keepsVersion ? { errorCode: null, errorMessage: null } : {};
  const after = { ...before, ...error, approvedAt: null };
  return ctx.db
    .update(contentPieces)
    .set({
      ...baseColumns(content),
      ...error,
      status: restingState({ ...after, versionNumber: keepsVersion ? 1 : 0 }),
      approvedAt: null,
      approvedBy: null,
      editedAt: ctx.now(),
      revision: before.revision + 1,
      ...(isNew ? { versionNumber: nextNumber(ctx, before.id) } : {}),
      updatedAt: ctx.now(),
    })
    .where(and(isEditable(ctx, before), eq(contentPieces.revision, before.revision)));
}

/** While one person goes on, their version goes on; what was approved stays as it was approved. */
async function findSitting(ctx: Context, piece: Piece) {
  if (piece.approvedAt !== null || piece.versionNumber === 0) return null;
  const { id, number, reason, createdBy, createdAt } = contentVersions;
  const [latest] = await ctx.db
    .select({ id, number, reason, createdBy, createdAt })
    .from(contentVersions)
    .where(isVersionOf(ctx, piece.id))
    .orderBy(desc(number))
    .limit(1);
  const goesOn =
    latest?.reason === "edited" &&
    latest.number === piece.versionNumber &&
    latest.createdBy === personBehind(ctx) &&
    ctx.now() - latest.createdAt < sittingMs;
  return goesOn ? latest : null;
}

function replaceSnapshot(ctx: Context, piece: Piece, id: string, content: PieceContent): Step {
  return ctx.db
    .update(contentVersions)
    .set({ snapshot: content, updatedAt: ctx.now() })
    .where(and(isVersionOf(ctx, piece.id), sql`${contentVersions.id} = ${id}`));
}

async function claimSteps(ctx: Context, before: Piece, content: PieceContent): Promise<Step[]> {
  const text = textOf(content);
  if (text === textOf(before.content)) return [];
  return await sourceSteps(ctx, before.id, text, () => factsOf(ctx, before.businessId));
}

/** A sequence was approved with its emails as they were. */
export function unapproveSequence(ctx: Context, { detail }: Pick<Piece, "detail">): Step[] {
  if (detail.kind !== "email") return [];
  const { id, organizationId, approvedAt, publishedAt } = contentPieces;
  return [
    ctx.db
      .update(contentPieces)
      .set({ approvedAt: null, approvedBy: null, status: "ready", updatedAt: ctx.now() })
      .where(
        and(
          eq(id, detail.row.sequenceId),
          eq(organizationId, ctx.organization.id),
          isNotNull(approvedAt),
          isNull(publishedAt),
        ),
      ),
  ];
}

type Change = { reason: "edited" | "restored"; content: PieceContent; isNew: boolean };

/** Every save is heard; who changed what is written down once a version, which has the words themselves. */
async function writeEdit(ctx: Context, before: Piece, steps: Step[], { reason, content, isNew }: Change) {
  const action = reason === "restored" ? "piece.restored_version" : "piece.edited";
  const lostApproval = before.approvedAt !== null;
  const fields = Object.keys(content).filter((name) => {
    const value = (from: PieceContent) => JSON.stringify(Object.entries(from).find(([key]) => key === name));
    return value(content) !== value(before.content);
  });
  const changes = { after: { fields }, ...(lostApproval ? { approval: "removed" } : {}) };
  try {
    await write(ctx, steps, {
      facts: [
        {
          type: action,
          subjectId: before.id,
          data: { bundleId: before.bundleId, revision: before.revision + 1, fields },
        },
      ],
      audit: isNew ? [{ action, resourceType: "piece", resourceId: before.id, changes }] : [],
    });
  } catch (error) {
    if (error instanceof Error && "reason" in error && error.reason === "changed_meanwhile")
      throw changedMeanwhile(await getPiece(ctx, before.id));
    throw error;
  }
}
