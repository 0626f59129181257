import type { Id } from "../../db/ids";
import { abandon, generate, type Generated, type GenerationRequest } from "../ai";
import { factsOf } from "../analyses";
import { getBusiness } from "../businesses";
import { releaseSteps } from "../plans";
import type { Context } from "../kernel/context";
import { completionSteps, failureSteps, judgeFailure, type StoredJob } from "../kernel/jobs";
import { type Step, write } from "../kernel/write";
import type { FactDraft } from "../kernel/drafts";

export type SuggestionJob = {
  businessId: Id<"business">;
  /** Names the run and the use of the plan that it holds. */
  key: string;
  requestedBy: Id<"user"> | null;
};

type Result = { steps: Step[]; fact: FactDraft };
type Suggesting<T> = {
  noun: "topic" | "strategy";
  ask(): Promise<
    Pick<GenerationRequest<T>, "task" | "promptVersion" | "messages" | "schema" | "material" | "maxTokens">
  >;
  keep(generated: Generated<T>): Promise<Result>;
};

/** One run: what it brings, what it costs and that it is done are one batch, so that it happens once (QUE-01). */
export async function suggest<T>(
  ctx: Context,
  { businessId, key, requestedBy }: SuggestionJob,
  job: StoredJob,
  { noun, ask, keep }: Suggesting<T>,
): Promise<void> {
  try {
    const request = await ask();
    const use = { feature: "generations", key } as const;
    const generated = await generate<T>(ctx, { ...request, businessId, requestedBy, use });
    try {
      const { steps, fact } = await keep(generated);
      await write(ctx, [...steps, ...generated.settle, ...completionSteps(ctx.db, job, ctx.now())], {
        facts: [fact],
      });
    } catch (error) {
      await abandon(ctx, generated.generationId, error instanceof Error ? error : "It could not be kept.");
      throw error;
    }
  } catch (error) {
    await tellFailure(ctx, { noun, businessId, key }, job, error);
    throw error;
  }
}

/** Stopped writing rests and a passing failure is tried again; only the last word is told, with the reason in words. */
async function tellFailure(ctx: Context, about: Failed, job: StoredJob, error: unknown): Promise<void> {
  const verdict = judgeFailure(error, job.attempts, job.maxAttempts, 0);
  if (verdict.kind !== "fail") return;
  const steps = failureSteps(ctx.db, job, ctx.now(), verdict);
  await giveUp(ctx, about, verdict.message, steps);
}

type Failed = { noun: "topic" | "strategy"; businessId: Id<"business">; key: string };

export async function giveUp(
  ctx: Context,
  { noun, businessId, key }: Failed,
  message: string,
  steps: Step[] = [],
): Promise<void> {
  await write(ctx, [...steps, ...releaseSteps(ctx, key)], {
    facts: [{ type: `${noun}.suggestion_failed`, subjectId: businessId, data: { businessId, message } }],
  });
}

export async function readKnown(ctx: Context, businessId: Id<"business">) {
  const [business, facts] = await Promise.all([getBusiness(ctx, businessId), factsOf(ctx, businessId)]);
  return { business, facts };
}

/** Addresses that nobody gave to the model are left out of what it says (AI-01). */
export function withoutLinks<T>(value: T, links: readonly string[]): T {
  if (links.length === 0) return value;
  const cleaned: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? links.reduce((text, link) => text.replaceAll(link, ""), part).trim() : part,
  );
  // safe: only the words inside its strings have changed
  return cleaned as T;
}
