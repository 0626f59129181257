import { and, desc, eq, inArray } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { contentPieces, contentVersions } from "../../../db/schema/cell/content";
import { abandon, generate, type Generated } from "../../ai";
import { type AnalysisFact, factsOf } from "../../analyses";
import { type Business, getBusiness } from "../../businesses";
import type { Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { judgeFailure, type StoredJob } from "../../kernel/jobs";
import { orElse, write } from "../../kernel/write";
import { defaultStrategy, getStrategy, getTopics } from "../../strategies";
import type { PieceAnswer } from "./answer";
import { contentFromAnswer } from "./content-from-answer";
import { textOf } from "../content";
import { isVersionOf, versionStep } from "../content-steps";
import { failGeneration } from "./fail-generation";
import type { PieceContent } from "../fields";
import { lostSentences, ownSentences } from "../pure/kept";
import { promptFor, type PromptExtras } from "./prompt";
import { emailsOf, findPiece, getPiece, isPiece, type Piece } from "../queries";
import { restingState } from "../resting";
import { writePieceContent } from "./write-content";

export type GenerationJob = {
  pieceId: Id<"piece">;
  feedback: string;
  keepEdits: boolean;
  requestedBy: Id<"user"> | null;
};

/** Writes one piece for whoever asked. Where it was written meanwhile, or put away, there is nothing to do. */
export async function generatePiece(ctx: Context, order: GenerationJob, job: StoredJob): Promise<void> {
  const piece = await findPiece(ctx, order.pieceId);
  if (piece?.status !== "generating") return;
  try {
    await writeOnce(ctx, piece, order, job);
  } catch (error) {
    const verdict = judgeFailure(error, job.attempts, job.maxAttempts, 0);
    if (verdict.kind === "fail") await failGeneration(ctx, piece.id, error);
    throw error;
  }
}

async function writeOnce(ctx: Context, piece: Piece, order: GenerationJob, job: StoredJob): Promise<void> {
  const { business, facts, ...about } = await readAround(ctx, piece);
  const keep = order.keepEdits ? await editedSentences(ctx, piece) : [];
  const extras = { ...about.extras, ...wishes(piece, order), keep };
  const isFirst = piece.versionNumber === 0;
  const generated = await generate(ctx, {
    ...promptFor(piece, business, about.strategy, about.topic, facts, extras),
    businessId: piece.businessId,
    ...(piece.bundleId ? { bundleId: piece.bundleId } : {}),
    pieceId: piece.id,
    requestedBy: order.requestedBy,
    use: { feature: isFirst ? "generations" : "regenerations", key: `piece:${job.id}` },
  });
  try {
    await keepResult(ctx, piece, { generated, business, facts, keep, feedback: order.feedback });
  } catch (error) {
    await abandon(ctx, generated.generationId, error instanceof Error ? error : "It could not be kept.");
    throw error;
  }
}

type Result = {
  generated: Generated<PieceAnswer>;
  business: Business;
  facts: readonly AnalysisFact[];
  keep: string[];
  feedback: string;
};

/** What lost a person's sentences is offered beside the text, never put in its place. */
async function keepResult(
  ctx: Context,
  piece: Piece,
  { generated, business, facts, keep, feedback }: Result,
) {
  const { value, generationId, settle } = generated;
  const content = contentFromAnswer(piece, value, business, facts);
  const lost = lostSentences(keep, textOf(content));
  if (lost.length > 0) return await offer(ctx, piece, content, { generated, feedback, lost: lost.length });
  const reason = piece.versionNumber === 0 ? "generated" : "regenerated";
  await writePieceContent(ctx, piece.id, value, { reason, generationId, settle, feedback, business, facts });
}

type Offer = { generated: Generated<PieceAnswer>; feedback: string; lost: number };

async function offer(
  ctx: Context,
  piece: Piece,
  content: PieceContent,
  { generated, feedback, lost }: Offer,
) {
  const { generationId, settle } = generated;
  const rest = ctx.db
    .update(contentPieces)
    .set({ status: restingState(piece), updatedAt: ctx.now() })
    .where(and(isPiece(ctx, piece.id), eq(contentPieces.status, "generating")));
  const suggestion = versionStep(ctx, piece, content, {
    reason: "suggestion",
    createdBy: null,
    generationId,
    feedback,
  });
  await write(
    ctx,
    [rest, orElse(new Conflict("piece_changed", "Nobody waits for this any more.")), suggestion, ...settle],
    {
      facts: [
        {
          type: "piece.suggested",
          subjectId: piece.id,
          data: { bundleId: piece.bundleId, generationId, lost },
        },
      ],
    },
  );
}

function wishes(piece: Piece, { feedback }: GenerationJob): PromptExtras {
  const current = piece.versionNumber > 0 ? textOf(piece.content) : "";
  return { ...(feedback ? { feedback } : {}), ...(current ? { current } : {}) };
}

async function readAround(ctx: Context, piece: Piece) {
  const [business, facts, strategy, topics, extras] = await Promise.all([
    getBusiness(ctx, piece.businessId),
    factsOf(ctx, piece.businessId),
    piece.strategyId ? getStrategy(ctx, piece.strategyId) : defaultStrategy(ctx, piece.businessId),
    getTopics(ctx, piece.topicId ? [piece.topicId] : []),
    sequenceAround(ctx, piece),
  ]);
  return { business, facts, strategy, topic: topics[0] ?? null, extras };
}

/** For an email: what it is the how-manieth part of. */
export async function sequenceAround(ctx: Context, { detail, id }: Piece): Promise<PromptExtras> {
  if (detail.kind !== "email") return {};
  const [sequence, emails] = await Promise.all([
    getPiece(ctx, detail.row.sequenceId),
    emailsOf(ctx, detail.row.sequenceId),
  ]);
  const place = emails.findIndex((email) => email.id === id) + 1;
  const { title, excerpt } = sequence;
  return { sequence: { title, description: excerpt, total: emails.length, place } };
}

/** What a person wrote since a model last did. */
async function editedSentences(ctx: Context, piece: Piece): Promise<string[]> {
  if (piece.editedAt === null) return [];
  const [last] = await ctx.db
    .select({ snapshot: contentVersions.snapshot })
    .from(contentVersions)
    .where(and(isVersionOf(ctx, piece.id), inArray(contentVersions.reason, ["generated", "regenerated"])))
    .orderBy(desc(contentVersions.number))
    .limit(1);
  // safe: only versionStep writes snapshots, from such content
  const before = last ? textOf(last.snapshot as PieceContent) : "";
  return ownSentences(textOf(piece.content), before).slice(0, 60);
}
