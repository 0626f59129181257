import { and, isNull, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { contentPieces } from "../../../db/schema/cell/content";
import { type AnalysisFact, factsOf } from "../../analyses";
import { type Business, getBusiness } from "../../businesses";
import type { Context } from "../../kernel/context";
import { Conflict, DomainError } from "../../kernel/errors";
import type { AuditDraft, FactDraft, JobDraft } from "../../kernel/drafts";
import { orElse, refuseWhen, type Step, write } from "../../kernel/write";
import type { PieceAnswer } from "./answer";
import { bundleCountSteps, firstWordsCounts } from "../bundle-counts";
import { textOf } from "../content";
import { contentFromAnswer } from "./content-from-answer";
import type { PieceContent } from "../fields";
import { baseColumns, detailStep, nextNumber, versionStep } from "../content-steps";
import { getPiece, isPiece, type Piece } from "../queries";
import { sourceSteps } from "../sources/sources";

export type ContentWrite = {
  reason: "generated" | "regenerated";
  generationId: Id<"generation">;
  /** What the generation costs, kept in the batch that keeps its result. */
  settle: Step[];
  /** The caller's own counting and guards, in the same batch. Without them the bundle's counts follow by themselves. */
  counters?: Step[];
  feedback?: string;
  /** Where the caller has read them already. */
  business?: Business;
  facts?: readonly AnalysisFact[];
  /** Of the bundle that ordered it: then only those who watch the bundle are told. */
  run?: number;
  spine?: { facts?: FactDraft[]; audit?: AuditDraft[]; jobs?: JobDraft[] };
};

/**
 * Keeps what a model wrote: the words, a version, the claims and what it cost, all or nothing. The same generation
 * written twice changes nothing (QUE-01).
 */
export async function writePieceContent(
  ctx: Context,
  pieceId: Id<"piece">,
  answer: PieceAnswer,
  order: ContentWrite,
): Promise<Piece> {
  await keepAnswer(ctx, await getPiece(ctx, pieceId), answer, order);
  return await getPiece(ctx, pieceId);
}

/** The same for a piece that was read already and that nobody else changes meanwhile. */
export async function keepAnswer(
  ctx: Context,
  piece: Piece,
  answer: PieceAnswer,
  order: ContentWrite,
): Promise<void> {
  const business = order.business ?? (await getBusiness(ctx, piece.businessId));
  const facts = async () => order.facts ?? (await factsOf(ctx, piece.businessId));
  const content = contentFromAnswer(piece, answer, business, order.facts ?? []);
  const steps = [
    refuseWhen(isWritten(ctx, piece.id, order.generationId), alreadyWritten),
    updateBase(ctx, piece, content, order.generationId),
    orElse(new Conflict("piece_archived", "This piece was archived while it was written.")),
    detailStep(ctx, piece, content),
    versionStep(ctx, piece, content, { ...order, createdBy: null }),
    ...(await sourceSteps(ctx, piece.id, textOf(content), facts, piece.versionNumber === 0)),
    ...order.settle,
    ...(order.counters ?? bundleCountSteps(ctx, piece.bundleId, firstWordsCounts(piece))),
  ];
  try {
    await write(ctx, steps, spineOf(piece, content, order));
  } catch (error) {
    if (error !== alreadyWritten) throw error;
  }
}

const alreadyWritten = new DomainError("conflict", "This result is kept already.");

function isWritten(ctx: Context, pieceId: Id<"piece">, generationId: Id<"generation">) {
  return sql`exists (select 1 from content_versions where organization_id = ${ctx.organization.id}
    and piece_id = ${pieceId} and generation_id = ${generationId})`;
}

/** New words are nobody's approved ones; a place in the calendar stays taken until somebody approves again. */
function updateBase(
  ctx: Context,
  piece: Piece,
  content: PieceContent,
  generationId: Id<"generation">,
): Step & object {
  return ctx.db
    .update(contentPieces)
    .set({
      ...baseColumns(content),
      status: piece.publishedAt === null ? "ready" : "published",
      approvedAt: null,
      approvedBy: null,
      editedAt: null,
      generationId,
      errorCode: null,
      errorMessage: null,
      versionNumber: nextNumber(ctx, piece.id),
      revision: sql`${contentPieces.revision} + 1`,
      updatedAt: ctx.now(),
    })
    .where(and(isPiece(ctx, piece.id), isNull(contentPieces.archivedAt)));
}

function spineOf(
  piece: Piece,
  content: PieceContent,
  { reason, generationId, run, spine = {} }: ContentWrite,
) {
  const { title, excerpt, wordCount } = baseColumns(content);
  const told = { title, excerpt, wordCount, ...(run === undefined ? {} : { run }) };
  const fact = {
    type: `piece.${reason}`,
    subjectId: piece.id,
    data: { bundleId: piece.bundleId, generationId, ...told },
  };
  return { ...spine, facts: [fact, ...(spine.facts ?? [])] };
}
