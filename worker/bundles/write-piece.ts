import { sql } from "drizzle-orm";
import { contentBundles } from "../../db/schema/cell/bundles";
import { abandon, generate, type Generated } from "../ai";
import type { Context } from "../kernel/context";
import { judgeFailure, type StoredJob } from "../kernel/jobs";
import type { Step } from "../kernel/write";
import { commitSteps } from "../plans";
import { keepAnswer, type PieceAnswer, promptFor, type PromptExtras, sequenceAround } from "../pieces";
import { type Around, aroundOf } from "./around";
import { failPiece } from "./fail-piece";
import { finishIfDone } from "./finish";
import { liveText, tellRoom } from "./live-text";
import { isBundle } from "./queries";
import { beginTurn, putBack, refuseUnlessOurs, type Turn } from "./turn";
import { useKey, type WriteOrder } from "./uses";
import { watchTurn } from "./watch-turn";

/** One piece, one try. Delivered again or too late it changes nothing; the bundle is looked at whatever came of it. */
export async function writePiece(ctx: Context, order: WriteOrder, job: StoredJob): Promise<void> {
  try {
    const turn = await beginTurn(ctx, order);
    if (turn) await takeTurn(ctx, order, job, turn);
  } finally {
    await finishIfDone(ctx, order);
  }
}

/** A piece waits again for its next try, or has failed for good; a try that nobody wants any more ends in silence. */
async function takeTurn(ctx: Context, order: WriteOrder, job: StoredJob, turn: Turn): Promise<void> {
  const watch = watchTurn(ctx, turn, job);
  try {
    await writeOnce(ctx, order, turn, watch.signal);
  } catch (error) {
    if (watch.isLost()) return;
    const verdict = judgeFailure(error, job.attempts, job.maxAttempts, 0);
    if (verdict.kind === "fail") await failPiece(ctx, order, error);
    else await putBack(ctx, turn);
    throw error;
  } finally {
    watch.end();
  }
}

async function writeOnce(ctx: Context, order: WriteOrder, turn: Turn, signal: AbortSignal): Promise<void> {
  const { piece } = turn;
  tellRoom(ctx, order.bundleId, "piece.generating", { pieceId: piece.id, attempt: turn.attempt });
  const around = await aroundOf(ctx, order.bundleId, piece);
  const topic = (piece.topicId && around.topics.get(piece.topicId)) || null;
  const extras = { ...(await sequenceAround(ctx, piece)), ...notesFor(turn, around) };
  const text = liveText(ctx, order, piece.kind);
  const generated = await generate(ctx, {
    ...promptFor(piece, around.business, around.strategy, topic, around.facts, extras),
    businessId: piece.businessId,
    bundleId: order.bundleId,
    pieceId: piece.id,
    requestedBy: order.requestedBy,
    // Held since the bundle was started, and committed with the words.
    use: null,
    onText: text.hear,
    signal,
  }).finally(text.end);
  try {
    await keep(ctx, order, turn, around, generated);
  } catch (error) {
    await abandon(ctx, generated.generationId, error instanceof Error ? error : "It could not be kept.");
    throw error;
  }
}

/** Its title tells which side of the subject this one is about. */
function notesFor({ piece }: Turn, { notes }: Around): PromptExtras {
  return { notes: [notes, `Working title: ${piece.title}`].filter((part) => part !== "").join("\n") };
}

async function keep(
  ctx: Context,
  { bundleId, run }: WriteOrder,
  turn: Turn,
  { business, facts }: Around,
  { value, generationId, settle, costMicros }: Generated<PieceAnswer>,
): Promise<void> {
  const { piece } = turn;
  await keepAnswer(ctx, piece, value, {
    reason: "generated",
    generationId,
    settle: [refuseUnlessOurs(ctx, turn), ...settle, ...commitSteps(ctx, useKey(piece.id, run))],
    counters: [countReady(ctx, bundleId, costMicros)],
    business,
    facts,
    run,
  });
}

function countReady(ctx: Context, bundleId: WriteOrder["bundleId"], costMicros: number): Step {
  return ctx.db
    .update(contentBundles)
    .set({
      readyCount: sql`${contentBundles.readyCount} + 1`,
      costMicros: sql`${contentBundles.costMicros} + ${costMicros}`,
      updatedAt: ctx.now(),
    })
    .where(isBundle(ctx, bundleId));
}
