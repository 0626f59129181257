import type { Id } from "../../db/ids";
import { type AnalysisFact, factsOf } from "../analyses";
import { type Business, getBusiness } from "../businesses";
import type { Context } from "../kernel/context";
import type { Piece } from "../pieces";
import { getStrategy, getTopics, type Strategy, type Topic } from "../strategies";
import { getBundle } from "./queries";

export type Around = {
  business: Business;
  strategy: Strategy | null;
  facts: AnalysisFact[];
  topics: ReadonlyMap<string, Topic>;
  notes: string;
};

const freshMs = 60_000;
const mostKept = 20;
const kept = new Map<string, { at: number; around: Promise<Around> }>();

/**
 * What all pieces of a bundle are written from. Hundreds of them follow each other, so a worker reads it once a minute
 * and keeps it under the name of the organization and the bundle (AI-03).
 */
export async function aroundOf(ctx: Context, bundleId: Id<"bundle">, piece: Piece): Promise<Around> {
  const name = [ctx.organization.id, bundleId, piece.strategyId].join("/");
  const known = kept.get(name);
  const age = known ? ctx.now() - known.at : Infinity;
  if (known && age >= 0 && age < freshMs) return await known.around;
  const around = readAround(ctx, bundleId, piece);
  kept.delete(name);
  kept.set(name, { at: ctx.now(), around });
  forgetOldest();
  around.catch(() => kept.delete(name));
  return await around;
}

async function readAround(ctx: Context, bundleId: Id<"bundle">, piece: Piece): Promise<Around> {
  const { brief } = await getBundle(ctx, bundleId);
  const [business, strategy, facts, topics] = await Promise.all([
    getBusiness(ctx, piece.businessId),
    piece.strategyId ? getStrategy(ctx, piece.strategyId) : null,
    factsOf(ctx, piece.businessId),
    getTopics(ctx, brief.topicIds as Id<"topic">[]), // safe: the order was parsed as such ids
  ]);
  return {
    business,
    strategy,
    facts,
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    notes: brief.notes,
  };
}

function forgetOldest(): void {
  for (const name of [...kept.keys()].slice(0, -mostKept)) kept.delete(name);
}
