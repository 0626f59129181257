import { and, desc, eq, sql } from "drizzle-orm";
import { aiGenerations } from "../../db/schema/cell/ai";
import { usageLedger } from "../../db/schema/cell/usage";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { write } from "../kernel/write";
import { reservationSteps } from "../plans";
import { promiseSteps, SpendCapReached } from "./budget";
import { correctPlatform, promisePlatform } from "./platform-spend";
import { costOf } from "./prices";
import type { GenerationRequest, Started } from "./request";
import { assertGenerationAllowed } from "./switch";
import { mostTokens } from "./tasks";
import { tellCapReached } from "./alerts";

const usualExpiryMs = 10 * 60_000;

/** Everything a call may cost is held before it is made: the operator's money, the organization's, the plan's use. */
export async function startGeneration<T>(ctx: Context, request: GenerationRequest<T>): Promise<Started> {
  const limits = await assertGenerationAllowed(ctx);
  const maxTokens = Math.min(request.maxTokens, mostTokens[request.task], limits.maxTokens ?? Infinity);
  const startedAt = ctx.now();
  const promisedMicros = promiseOf(ctx, request, maxTokens);
  const started = {
    id: ctx.newId("generation", ctx.organization.cell),
    startedAt,
    promisedMicros,
    maxTokens,
  };
  await promisePlatform(ctx, promisedMicros, limits.dailyCapMicros);
  try {
    return { ...started, useKey: await holdWithUse(ctx, request, started) };
  } catch (error) {
    await correctPlatform(ctx, startedAt, -promisedMicros);
    if (error instanceof SpendCapReached) await tellCapReached(ctx, error.period);
    throw error;
  }
}

/** As much as the call can cost: what is said to the model, on the long side, and the whole of what it may answer. */
export function promiseOf(
  ctx: Context,
  request: Pick<GenerationRequest<unknown>, "messages">,
  maxTokens: number,
) {
  const characters = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  return costOf(ctx.providers.ai.model, Math.ceil(characters / 3), maxTokens);
}

type Held = Omit<Started, "useKey">;

/** A use that was given back after a failed try cannot be held again, so the next try has a key that follows it. */
async function holdWithUse<T>(
  ctx: Context,
  request: GenerationRequest<T>,
  held: Held,
): Promise<string | null> {
  const key = request.use?.key ?? null;
  try {
    await hold(ctx, request, held, key);
    return key;
  } catch (error) {
    if (key === null || !(error instanceof Conflict) || error.reason !== "usage_key_reused") throw error;
    const next = await nextKey(ctx, key);
    await hold(ctx, request, held, next);
    return next;
  }
}

async function hold<T>(ctx: Context, request: GenerationRequest<T>, held: Held, useKey: string | null) {
  const expiresInMs = request.expiresInMs ?? usualExpiryMs;
  const { task, promptVersion, use, businessId, bundleId, pieceId } = request;
  await write(ctx, [
    ...promiseSteps(ctx, held.promisedMicros),
    // The use outlives the generation a little: whoever settles late finds it still held.
    ...(use && useKey
      ? await reservationSteps(ctx, {
          feature: use.feature,
          quantity: 1,
          key: useKey,
          expiresInMs: expiresInMs + 60_000,
        })
      : []),
    ctx.db.insert(aiGenerations).values({
      id: held.id,
      organizationId: ctx.organization.id,
      task,
      promptVersion,
      businessId: businessId ?? null,
      bundleId: bundleId ?? null,
      pieceId: pieceId ?? null,
      requestedBy: requesterOf(ctx, request),
      provider: ctx.providers.ai.provider,
      model: ctx.providers.ai.model,
      status: "processing",
      promisedMicros: held.promisedMicros,
      useKey,
      expiresAt: held.startedAt + expiresInMs,
      createdAt: held.startedAt,
      updatedAt: held.startedAt,
    }),
  ]);
}

function requesterOf<T>(ctx: Context, { requestedBy }: GenerationRequest<T>): string | null {
  return requestedBy === undefined && ctx.actor.kind === "user" ? ctx.actor.id : (requestedBy ?? null);
}

async function nextKey(ctx: Context, key: string): Promise<string> {
  const { organizationId, key: column, state } = usageLedger;
  const [latest] = await ctx.db
    .select({ key: column, state })
    .from(usageLedger)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        sql`${column} >= ${`${key}~`} and ${column} < ${`${key}~~`}`,
      ),
    )
    .orderBy(desc(column))
    .limit(1);
  if (!latest) return `${key}~0001`;
  if (latest.state !== "released") return latest.key;
  return `${key}~${String(Number(latest.key.slice(key.length + 1)) + 1).padStart(4, "0")}`;
}
