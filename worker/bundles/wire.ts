import * as z from "zod";
import { bundleStates } from "../../db/schema/cell/bundles";
import { pieceKinds, pieceStates } from "../../db/schema/cell/content";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Estimate } from "./estimate";
import { orderFields } from "./order";
import type { Bundle, PieceCount } from "./queries";

const count = z.number().int().min(0);
const micros = count.meta({ description: "Millionths of a dollar" });

const bundleFields = {
  id: z.string(),
  businessId: z.string(),
  ...orderFields,
  status: z.enum(bundleStates),
  pieceCount: count,
  readyCount: count,
  failedCount: count,
  run: count.meta({ description: "How many times writing was begun." }),
  estimatedCostMicros: micros,
  costMicros: micros,
  generationDate: z.string().nullable(),
  startedAt: wireTime.nullable(),
  completedAt: wireTime.nullable(),
  archivedAt: wireTime.nullable(),
  createdAt: wireTime,
  updatedAt: wireTime,
};

export const bundleWire = z.strictObject(bundleFields).meta({ id: "Bundle" });

export const bundleDetailWire = z
  .strictObject({
    ...bundleFields,
    pieces: z
      .array(z.strictObject({ kind: z.enum(pieceKinds), status: z.enum(pieceStates), count }))
      .meta({ description: "How many there are of each kind and status; pairs without any are left out." }),
  })
  .meta({ id: "BundleDetail" });

export function bundleToWire(row: Bundle): z.input<typeof bundleWire> {
  const { organizationId: _, errorCode: _code, errorMessage: _message, ...rest } = row;
  return {
    ...rest,
    startedAt: toWireTime(row.startedAt),
    completedAt: toWireTime(row.completedAt),
    archivedAt: toWireTime(row.archivedAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

export function bundleDetailToWire(row: Bundle, pieces: PieceCount[]): z.input<typeof bundleDetailWire> {
  return { ...bundleToWire(row), pieces };
}

export const estimateWire = z
  .strictObject({
    pieces: count,
    uses: count.meta({ description: "Of the plan's generations: one a piece." }),
    costMicros: micros,
    byKind: z.array(z.strictObject({ kind: z.enum(pieceKinds), count, uses: count, costMicros: micros })),
    plan: z.strictObject({
      limit: count.nullable().meta({ description: "Generations a month; null is unlimited" }),
      remaining: count.nullable(),
      remainingAfter: count.nullable().meta({ description: "Null is unlimited; 0 where it does not fit." }),
      fits: z.boolean(),
      resetsAt: wireTime.nullable(),
    }),
  })
  .meta({ id: "BundleEstimate" });

export function estimateToWire({ usage, ...cost }: Estimate): z.input<typeof estimateWire> {
  const { limit, remaining, resetsAt } = usage;
  return {
    ...cost,
    plan: {
      limit,
      remaining,
      remainingAfter: remaining === null ? null : Math.max(0, remaining - cost.uses),
      fits: remaining === null || cost.uses <= remaining,
      resetsAt: toWireTime(resetsAt),
    },
  };
}
