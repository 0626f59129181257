import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiCostTracking, aiGenerations } from "../../db/schema/cell/ai";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { ProviderError } from "../kernel/ports";
import { orElse, type Step, write } from "../kernel/write";
import { commitSteps, releaseSteps } from "../plans";
import { correctionSteps } from "./budget";
import { dayOf } from "./periods";
import type { Started } from "./request";
import type { AiTask } from "./tasks";

export type Spent = {
  provider: string;
  model: string;
  promptTokens: number;
  completionTokens: number;
  durationMs: number;
  iterations: number;
};

type About = { task: AiTask; promptVersion: string };

/** What a written answer cost, once: a second settlement of the same generation ends its whole batch. */
export function completionSteps(
  ctx: Context,
  started: Started,
  about: About,
  spent: Spent,
  costMicros: number,
): Step[] {
  return [
    closeGeneration(ctx, started.id, { ...measuresOf(spent), status: "completed", costMicros }),
    orElse(alreadySettled),
    ...correctionSteps(ctx, started.startedAt, costMicros - started.promisedMicros),
    countInDay(ctx, started.startedAt, { ...about, ...spent, costMicros, failedCount: 0 }),
    ...(started.useKey === null ? [] : commitSteps(ctx, started.useKey)),
  ];
}

export type Failure = { code: string; message: string; status: "failed" | "cancelled" };

/** Nothing is charged for what failed: money and use go back as they were held. */
export async function failGeneration(
  ctx: Context,
  started: Started,
  about: About,
  spent: Spent,
  failure: Failure,
): Promise<void> {
  const { status, code: errorCode, message: errorMessage } = failure;
  const { provider, model } = spent;
  await write(ctx, [
    closeGeneration(ctx, started.id, {
      ...measuresOf(spent),
      status,
      costMicros: 0,
      errorCode,
      errorMessage,
    }),
    orElse(alreadySettled),
    ...correctionSteps(ctx, started.startedAt, -started.promisedMicros),
    countInDay(ctx, started.startedAt, {
      ...about,
      provider,
      model,
      promptTokens: 0,
      completionTokens: 0,
      costMicros: 0,
      failedCount: status === "failed" ? 1 : 0,
    }),
    ...(started.useKey === null ? [] : releaseSteps(ctx, started.useKey)),
  ]);
}

/**
 * For a caller that could not keep what it got, such as a piece that was archived meanwhile. What is settled already
 * stays so, and an id that is not there changes nothing.
 */
export async function abandon(ctx: Context, id: Id<"generation">, reason: string | Error): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(aiGenerations)
    .where(and(eq(aiGenerations.organizationId, ctx.organization.id), eq(aiGenerations.id, id)));
  if (row?.status !== "processing") return;
  const failure = typeof reason === "string" ? { code: "abandoned", message: reason } : failureOf(reason);
  const started = { ...row, startedAt: row.createdAt, maxTokens: 0 };
  await failGeneration(ctx, started, row, row, { status: "failed", ...failure }).catch((error: unknown) => {
    if (error !== alreadySettled) throw error;
  });
}

export function failureOf(error: Error): { code: string; message: string } {
  if (error instanceof ProviderError) return { code: error.code, message: error.message };
  if ("reason" in error && typeof error.reason === "string")
    return { code: error.reason, message: error.message };
  return { code: "unexpected", message: "An unexpected error stopped this." };
}

export const alreadySettled = new Conflict(
  "generation_settled",
  "This generation was settled already, or given up because it took too long.",
);

function measuresOf({
  provider,
  model,
  promptTokens,
  completionTokens,
  durationMs,
  iterations,
}: Spent): Spent {
  return { provider, model, promptTokens, completionTokens, durationMs, iterations };
}

function closeGeneration(
  ctx: Context,
  id: Id<"generation">,
  change: Partial<typeof aiGenerations.$inferInsert>,
): Step & object {
  return ctx.db
    .update(aiGenerations)
    .set({
      ...change,
      promisedMicros: 0,
      expiresAt: null,
      completedAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .where(
      and(
        eq(aiGenerations.organizationId, ctx.organization.id),
        eq(aiGenerations.id, id),
        eq(aiGenerations.status, "processing"),
      ),
    );
}

type Count = About &
  Pick<Spent, "provider" | "model" | "promptTokens" | "completionTokens"> & {
    costMicros: number;
    failedCount: number;
  };

/** The day a call began in is the day it is counted in. */
function countInDay(ctx: Context, startedAt: number, count: Count): Step {
  const { task, promptVersion, provider, model, costMicros, promptTokens, completionTokens, failedCount } =
    count;
  const now = ctx.now();
  const table = aiCostTracking;
  return ctx.db
    .insert(aiCostTracking)
    .values({
      id: ctx.newId("aiCost", ctx.organization.cell),
      organizationId: ctx.organization.id,
      day: dayOf(startedAt),
      task,
      promptVersion,
      provider,
      model,
      costMicros,
      promptTokens,
      completionTokens,
      failedCount,
      count: 1,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [table.organizationId, table.day, table.provider, table.model, table.task, table.promptVersion],
      set: {
        costMicros: sql`${table.costMicros} + excluded.cost_micros`,
        promptTokens: sql`${table.promptTokens} + excluded.prompt_tokens`,
        completionTokens: sql`${table.completionTokens} + excluded.completion_tokens`,
        count: sql`${table.count} + 1`,
        failedCount: sql`${table.failedCount} + excluded.failed_count`,
        updatedAt: now,
      },
    });
}
