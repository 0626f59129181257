import { type Id, type IdKind, makeId, randomBytesPerId } from "../../../db/ids";
import * as ai from "../../../db/schema/cell/ai";
import * as business from "../../../db/schema/cell/business";
import * as publishing from "../../../db/schema/cell/publishing";
import type { World } from "../world";

export async function makeAnalysis(world: World, businessId: string, canary: string) {
  const idFor = <K extends "analysis" | "analysisFact">(kind: K) =>
    makeId(kind, world.cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  const [analysis, analysisFact] = [idFor("analysis"), idFor("analysisFact")];
  const shared = {
    organizationId: world.id,
    businessId: businessId as Id<"business">, // safe: the API just made it
    url: `https://${canary}.example/`,
    createdAt: 0,
    updatedAt: 0,
  };
  await world.database
    .insert(business.websiteAnalyses)
    .values({ ...shared, id: analysis, status: "completed", proposal: { name: canary } });
  await world.database.insert(business.analysisFacts).values({
    ...shared,
    id: analysisFact,
    analysisId: analysis,
    kind: "offer",
    statement: canary,
    sentence: canary,
    confidence: 1,
    position: 0,
  });
  return { analysis, analysisFact };
}

export async function makeGeneration(world: World, canary: string): Promise<Id<"generation">> {
  const random = crypto.getRandomValues(new Uint8Array(randomBytesPerId));
  const id = makeId("generation", world.cell, Date.now(), random);
  await world.database.insert(ai.aiGenerations).values({
    id,
    organizationId: world.id,
    task: "topics",
    promptVersion: canary,
    status: "completed",
    createdAt: 0,
    updatedAt: 0,
  });
  return id;
}

export async function makePublication(world: World, business: string, piece: string, canary: string) {
  const id = makeIn(world, "publication");
  await world.database.insert(publishing.publications).values({
    id,
    organizationId: world.id,
    // safe: the routes that made them answered these ids
    pieceId: piece as Id<"piece">,
    businessId: business as Id<"business">,
    channel: "by_hand",
    state: "published",
    runAt: 0,
    createdAt: 0,
    updatedAt: 0,
    externalUrl: `https://${canary}.test/`,
    settings: { mode: "publish" },
  });
  return id;
}

function makeIn<K extends IdKind>(world: World, kind: K): Id<K> {
  return makeId(kind, world.cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
}
