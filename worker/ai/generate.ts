import type { Context } from "../kernel/context";
import { type AiAnswer, ProviderError } from "../kernel/ports";
import { crossingSteps } from "./alerts";
import { jsonSchemaOf, readAnswer, type Reading, repairMessages, unknownLinks } from "./answer";
import { correctPlatform } from "./platform-spend";
import { costOf } from "./prices";
import type { Generated, GenerationRequest, Started } from "./request";
import { alreadySettled, completionSteps, failGeneration, failureOf, type Spent } from "./settle";
import { startGeneration } from "./start";
import { generationStopped } from "./switch";
import { type Watch, watchSwitch } from "./watch";

/**
 * One piece of writing, paid for in advance: held, asked for, checked, repaired once. What comes back is charged by its
 * `settle` steps in the caller's own batch; what fails is charged nothing.
 */
export async function generate<T>(ctx: Context, request: GenerationRequest<T>): Promise<Generated<T>> {
  const started = await startGeneration(ctx, request);
  const spent: Spent = {
    provider: ctx.providers.ai.provider,
    model: ctx.providers.ai.model,
    promptTokens: 0,
    completionTokens: 0,
    durationMs: 0,
    iterations: 0,
  };
  const watch = watchSwitch(ctx, request.signal);
  try {
    const { value, text } = await write(ctx, request, started, spent, watch);
    const costMicros = costOf(spent.model, spent.promptTokens, spent.completionTokens);
    const [crossing] = await Promise.all([
      crossingSteps(ctx, started, costMicros),
      correctPlatform(ctx, started.startedAt, costMicros - started.promisedMicros),
    ]);
    return {
      value,
      generationId: started.id,
      costMicros,
      provider: spent.provider,
      model: spent.model,
      unknownLinks: unknownLinks(text, request.messages),
      settle: [...completionSteps(ctx, started, request, spent, costMicros), ...crossing],
    };
  } catch (error) {
    throw await giveUp(ctx, request, started, spent, watch.stopped() ? generationStopped() : error);
  } finally {
    watch.end();
  }
}

/** The first answer, or its one repair. A repair is not told to who listens: they have read the first attempt already. */
async function write<T>(
  ctx: Context,
  request: GenerationRequest<T>,
  started: Started,
  spent: Spent,
  watch: Watch,
): Promise<{ value: T; text: string }> {
  const first = await ask(ctx, request, started, spent, watch);
  if (first.ok) return first;
  const messages = repairMessages(request.messages, first.text, first.problems);
  const again = { ...request, messages, onText: undefined };
  const second = await ask(ctx, again, started, spent, watch);
  if (second.ok) return second;
  throw badOutput(ctx.providers.ai.provider);
}

async function ask<T>(
  ctx: Context,
  request: GenerationRequest<T>,
  started: Started,
  spent: Spent,
  { signal }: Watch,
): Promise<Reading<T> & { text: string }> {
  const heard = { length: 0 };
  spent.iterations++;
  try {
    const answer = await ctx.providers.ai.complete({
      task: request.task,
      messages: request.messages,
      ...(request.schema && { schema: jsonSchemaOf(request.schema) }),
      material: request.material,
      maxTokens: started.maxTokens,
      ...(request.onText && { onText: listen(request.onText, heard) }),
      signal,
    });
    addTo(spent, answer);
    return { ...readAnswer(request, answer.text), text: answer.text };
  } catch (error) {
    // What was heard before it broke off was paid for, by the operator.
    spent.promptTokens += heard.length > 0 ? promptTokensOf(request) : 0;
    spent.completionTokens += Math.ceil(heard.length / 4);
    if (isBadOutput(error) && spent.iterations === 1)
      return { ok: false, text: "", problems: "It was not a complete JSON object." };
    throw error;
  }
}

function listen(onText: (delta: string) => void, heard: { length: number }) {
  return (delta: string) => {
    heard.length += delta.length;
    onText(delta);
  };
}

function promptTokensOf({ messages }: Pick<GenerationRequest<unknown>, "messages">): number {
  return Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / 4);
}

function addTo(spent: Spent, answer: AiAnswer): void {
  spent.provider = answer.provider;
  spent.model = answer.model;
  spent.promptTokens += answer.promptTokens;
  spent.completionTokens += answer.completionTokens;
  spent.durationMs += answer.durationMs;
}

/** Gives back what was held and answers the error that the caller is to see. */
async function giveUp<T>(
  ctx: Context,
  request: GenerationRequest<T>,
  started: Started,
  spent: Spent,
  cause: unknown,
): Promise<unknown> {
  const error = cause instanceof Error ? cause : new Error("Writing failed", { cause });
  const wasCancelled = request.signal?.aborted || error.message === generationStopped().message;
  const failure = {
    ...failureOf(error),
    status: wasCancelled ? ("cancelled" as const) : ("failed" as const),
  };
  const burned = costOf(spent.model, spent.promptTokens, spent.completionTokens);
  await correctPlatform(ctx, started.startedAt, burned - started.promisedMicros);
  await failGeneration(ctx, started, request, spent, failure).catch((settling: unknown) => {
    if (settling !== alreadySettled) throw settling;
  });
  return error;
}

function isBadOutput(error: unknown): boolean {
  return error instanceof ProviderError && error.code === "bad_output";
}

function badOutput(provider: string): ProviderError {
  const message = "The writing service answered twice with something that is not what was asked for.";
  return new ProviderError(provider, "refuse", "bad_output", message);
}
