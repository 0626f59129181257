import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { conversations } from "../../db/schema/cell/conversations";
import { abandon, generate, type Generated } from "../ai";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { completionSteps, failureSteps, judgeFailure, type StoredJob } from "../kernel/jobs";
import { orElse, type Step, write } from "../kernel/write";
import { type Answered, asShown, askForAnalysis } from "./prompt";
import { type Conversation, isConversation } from "./queries";
import { findingsOf } from "./wire";

type Order = { conversationId: Id<"conversation">; requestedBy: Id<"user"> | null };

/** What it shows, what that costs and that it is done are one batch. One that is gone by now needs no reading. */
export async function analyzeConversation(ctx: Context, order: Order, job: StoredJob): Promise<void> {
  const [row] = await ctx.db.select().from(conversations).where(isWaiting(ctx, order.conversationId));
  if (!row) return;
  try {
    const { requestedBy } = order;
    const generated = await generate<Answered>(ctx, { ...askForAnalysis(row), requestedBy, use: null });
    try {
      await keep(ctx, row, generated, job);
    } catch (error) {
      await abandon(ctx, generated.generationId, error instanceof Error ? error : "It could not be kept.");
      throw error;
    }
  } catch (error) {
    const verdict = judgeFailure(error, job.attempts, job.maxAttempts, 0);
    if (verdict.kind === "fail")
      await giveUp(ctx, row, verdict.message, failureSteps(ctx.db, job, ctx.now(), verdict));
    throw error;
  }
}

async function keep(
  ctx: Context,
  row: Conversation,
  { value, model, settle }: Generated<Answered>,
  job: StoredJob,
): Promise<void> {
  const { dropped, ...analysis } = asShown(row.content, value);
  const now = ctx.now();
  const update = ctx.db
    .update(conversations)
    .set({
      ...analysis,
      analysisStatus: "completed",
      analysisError: null,
      analyzedAt: now,
      analyzedBy: model,
      updatedAt: now,
    })
    .where(isWaiting(ctx, row.id));
  await write(ctx, [update, orElse(new NotFound()), ...settle, ...completionSteps(ctx.db, job, now)], {
    facts: [
      {
        type: "conversation.analyzed",
        subjectId: row.id,
        data: { ...summaryOf({ ...row, ...analysis }), dropped },
      },
    ],
  });
}

/** What those who follow need to know, and no word of what was said. */
export function summaryOf(row: Conversation): Record<string, unknown> {
  const { sentiment, intent, buyingSignals, entities } = findingsOf(row);
  return {
    leadId: row.leadId,
    sentiment: sentiment?.overall ?? null,
    intent: intent?.primary ?? null,
    buyingSignals: buyingSignals.map(({ kind }) => kind),
    namesCompetitor: entities.some(({ type }) => type === "competitor"),
  };
}

/** Stopped writing rests and a passing failure is tried again; only the last word is told. */
async function giveUp(
  ctx: Context,
  { id, leadId }: Pick<Conversation, "id" | "leadId">,
  message: string,
  steps: Step[],
): Promise<void> {
  const update = ctx.db
    .update(conversations)
    .set({ analysisStatus: "failed", analysisError: message, updatedAt: ctx.now() })
    .where(isWaiting(ctx, id));
  await write(ctx, [...steps, update], {
    facts: [{ type: "conversation.analysis_failed", subjectId: id, data: { leadId } }],
  });
}

/** Its worker died on the last try. */
export async function giveUpAnalysis(ctx: Context, { conversationId }: Order): Promise<void> {
  const [row] = await ctx.db.select().from(conversations).where(isWaiting(ctx, conversationId));
  if (row) await giveUp(ctx, row, "The reading stopped in the middle.", []);
}

function isWaiting(ctx: Context, id: Id<"conversation">) {
  return and(isConversation(ctx, id), eq(conversations.analysisStatus, "pending"));
}
