import type { Brief } from "../../db/schema/cell/bundles";
import { pieceKinds } from "../../db/schema/cell/content";
import { estimate } from "../ai";
import { authorize, type Context } from "../kernel/context";
import type { PieceKind } from "../pieces";
import { type FeatureUsage, readMetered } from "../plans";
import { assertBrief, piecesOrdered } from "./order";

export type KindEstimate = { kind: PieceKind; count: number; uses: number; costMicros: number };
export type Estimate = {
  pieces: number;
  uses: number;
  costMicros: number;
  byKind: KindEstimate[];
  usage: FeatureUsage;
};

/** What an order will take and what the plan has left for it, before anything is held. */
export async function estimateBrief(ctx: Context, brief: Brief): Promise<Estimate> {
  authorize(ctx, "content:read");
  assertBrief(brief);
  return { ...costOfBrief(ctx, brief), usage: await readMetered(ctx, "generations") };
}

export function costOfBrief(ctx: Context, brief: Brief): Omit<Estimate, "usage"> {
  const ordered = piecesOrdered(brief);
  const byKind = pieceKinds.map((kind) => {
    const count = ordered[kind];
    return { kind, count, ...estimate(ctx, [{ task: kind, count }]) };
  });
  const sum = (of: (part: KindEstimate) => number) => byKind.reduce((total, part) => total + of(part), 0);
  return {
    pieces: sum(({ count }) => count),
    uses: sum(({ uses }) => uses),
    costMicros: sum(({ costMicros }) => costMicros),
    byKind,
  };
}
