import * as z from "zod";
import { aiTasks, generationStates } from "../../db/schema/cell/ai";
import { toWireTime, wireTime } from "../kernel/contract";
import type { spentIn } from "./alerts";
import type { Generation } from "./generations";
import { spendGroupings } from "./spend";
import type { Desk } from "./stop";

export const micros = z
  .number()
  .int()
  .meta({ description: "Millionths of a US dollar: models are priced per million tokens." });

/** At most a million dollars; null is no cap. */
export const cap = z.number().int().min(0).max(1_000_000_000_000).nullable();

export const generationWire = z
  .strictObject({
    id: z.string(),
    task: z.enum(aiTasks),
    businessId: z.string().nullable(),
    bundleId: z.string().nullable(),
    pieceId: z.string().nullable(),
    requestedBy: z.string().nullable(),
    promptVersion: z.string(),
    provider: z.string(),
    model: z.string(),
    status: z.enum(generationStates),
    promptTokens: z.number().int(),
    completionTokens: z.number().int(),
    costMicros: micros,
    durationMs: z.number().int(),
    iterations: z.number().int().meta({ description: "Calls it took: two where the first was repaired" }),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    rating: z.number().int().nullable(),
    feedback: z.string(),
    accepted: z.boolean().nullable(),
    createdAt: wireTime,
    completedAt: wireTime.nullable(),
  })
  .meta({ id: "Generation" });

export function generationToWire(row: Generation): z.input<typeof generationWire> {
  const { id, task, businessId, bundleId, pieceId, requestedBy, promptVersion, provider, model } = row;
  const { status, promptTokens, completionTokens, costMicros, durationMs, iterations } = row;
  const { rating, feedback, accepted, errorCode, errorMessage } = row;
  return {
    id,
    task,
    businessId,
    bundleId,
    pieceId,
    requestedBy,
    promptVersion,
    provider,
    model,
    status,
    promptTokens,
    completionTokens,
    costMicros,
    durationMs,
    iterations,
    rating,
    feedback,
    accepted,
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? "" },
    createdAt: toWireTime(row.createdAt),
    completedAt: toWireTime(row.completedAt),
  };
}

export const spendWire = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(spendGroupings),
    totalMicros: micros,
    groups: z.array(
      z.strictObject({
        key: z.string(),
        costMicros: micros,
        count: z.number().int(),
        failedCount: z.number().int().meta({ description: "Of these, calls that failed and cost nothing" }),
        promptTokens: z.number().int(),
        completionTokens: z.number().int(),
      }),
    ),
  })
  .meta({ id: "Spend" });

const periodWire = z.strictObject({
  spentMicros: micros.meta({ description: "Spent, and promised to texts that are being written" }),
  capMicros: micros.nullable().meta({ description: "Null is no cap" }),
  alertedAt: z.number().int().meta({ description: "The highest of 50, 80 and 100 % people were told of" }),
});

export const budgetWire = z.strictObject({ day: periodWire, month: periodWire }).meta({ id: "SpendBudget" });

type PeriodSpend = ReturnType<typeof spentIn>;

export function budgetToWire({ day, month }: { day: PeriodSpend; month: PeriodSpend }) {
  const of = ({ spent, told, cap: capMicros }: PeriodSpend) => ({
    spentMicros: spent,
    capMicros,
    alertedAt: told,
  });
  return { day: of(day), month: of(month) };
}

const stopWire = z.strictObject({ since: wireTime, reason: z.string() });

export const writingWire = z
  .strictObject({ state: z.enum(["on", "stopped"]), stop: stopWire.nullable() })
  .meta({ id: "Writing" });

export function writingToWire(stop: Desk["stop"]): z.input<typeof writingWire> {
  if (!stop) return { state: "on", stop: null };
  return { state: "stopped", stop: { since: toWireTime(stop.since), reason: stop.reason } };
}

export const deskWire = z
  .strictObject({
    stop: stopWire.extend({ by: z.string() }).nullable(),
    model: z.string(),
    spentTodayMicros: micros.meta({ description: "By everybody since midnight UTC, failed calls included" }),
    dailyCapMicros: micros.nullable(),
    maxTokens: z.number().int().nullable(),
  })
  .meta({ id: "WritingDesk" });

export function deskToWire({ stop, limits, spentTodayMicros, model }: Desk): z.input<typeof deskWire> {
  return {
    stop: stop && { since: toWireTime(stop.since), by: stop.by, reason: stop.reason },
    model,
    spentTodayMicros,
    ...limits,
  };
}
