import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aiGenerations } from "../../../db/schema/cell/ai";
import { contentVersions } from "../../../db/schema/cell/content";
import { inside } from "../../test/inside";
import type { OpenAiFault } from "../../test/servers/openai";
import { createWorld } from "../../test/world";
import { retryBundle, retryPiece } from "../retry";
import { bundleOf, openWorkshop, piecesOf, start, usesOf, type Workshop, workOff } from "./ground";

const counts = { blogPosts: 2, socialPosts: 14, contentUpgrades: 1, emailSequences: 1 };
const pieces = 20;

/** One call in five goes wrong, each time in another way; one of them is a refusal, which no other try mends. */
function oneInFive(): (OpenAiFault | null)[] {
  const ways: OpenAiFault[] = ["rate_limited", "refusal", "cut_stream", "bad_json", "server_error"];
  return Array.from({ length: 400 }, (_, call) =>
    call % 5 === 2 ? (ways[((call - 2) / 5) % 5] ?? null) : null,
  );
}

async function generationsOf({ world }: Workshop, status: "completed" | "failed") {
  const { organizationId } = aiGenerations;
  return await world.database
    .select()
    .from(aiGenerations)
    .where(and(eq(organizationId, world.id), eq(aiGenerations.status, status)));
}

async function expectTruth(workshop: Workshop): Promise<void> {
  const { world } = workshop;
  const [bundle, all, uses] = [await bundleOf(workshop), await piecesOf(workshop), await usesOf(workshop)];
  const ready = all.filter(({ status }) => status === "ready");
  const failed = all.filter(({ status }) => status === "failed");
  expect(ready.length + failed.length).toBe(all.length);
  expect(failed.every(({ errorCode, errorMessage }) => errorCode !== null && errorMessage !== null)).toBe(
    true,
  );
  expect(bundle).toMatchObject({
    pieceCount: all.length,
    readyCount: ready.length,
    failedCount: failed.length,
  });
  expect(uses).toMatchObject({ used: ready.length, reserved: 0, committed: ready.length, held: 0 });
  const versions = await world.database
    .select({ pieceId: contentVersions.pieceId })
    .from(contentVersions)
    .where(eq(contentVersions.organizationId, world.id));
  expect(versions.map(({ pieceId }) => pieceId).toSorted()).toEqual(ready.map(({ id }) => id).toSorted());
  const paid = await generationsOf(workshop, "completed");
  expect(paid.map(({ pieceId }) => pieceId).toSorted()).toEqual(ready.map(({ id }) => id).toSorted());
  expect(bundle.costMicros).toBe(paid.reduce((sum, { costMicros }) => sum + costMicros, 0));
  const unpaid = await generationsOf(workshop, "failed");
  expect(unpaid.every(({ costMicros, promisedMicros }) => costMicros === 0 && promisedMicros === 0)).toBe(
    true,
  );
}

describe("COST-04 where one call in five goes wrong", () => {
  it("a bundle ends in a true state: each piece ready or failed with a reason, nothing charged for what failed", async () => {
    const workshop = await openWorkshop(await createWorld(), counts, { faults: oneInFive() });
    await start(workshop);
    expect(await workOff(workshop)).toBeGreaterThan(pieces);
    const { status, failedCount } = await bundleOf(workshop);
    expect(status).toBe("partial");
    expect(failedCount).toBeGreaterThan(0);
    await expectTruth(workshop);
  });

  it("what failed is tried again, one alone or all together, and then nothing is missing", async () => {
    const faults: (OpenAiFault | null)[] = ["refusal", null, "refusal", "filtered", null];
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 6 }, { faults });
    await start(workshop);
    await workOff(workshop);
    const failed = (await piecesOf(workshop)).filter(({ status }) => status === "failed");
    expect(failed.map(({ errorCode }) => errorCode)).toEqual(["declined", "declined", "declined"]);
    const [first] = failed;
    if (!first) throw new Error("Nothing failed.");
    await retryPiece(await inside(workshop.world, workshop.base()), first.id);
    expect(await bundleOf(workshop)).toMatchObject({ status: "generating", run: 2, failedCount: 2 });
    await workOff(workshop);
    expect(await bundleOf(workshop)).toMatchObject({ status: "partial", readyCount: 4, failedCount: 2 });
    await retryBundle(await inside(workshop.world, workshop.base()), workshop.id);
    await workOff(workshop);
    expect(await bundleOf(workshop)).toMatchObject({ status: "ready", readyCount: 6, failedCount: 0 });
    await expectTruth(workshop);
  });
});

describe("a bundle that ended with something missing", () => {
  it("is ready when the last of it was written by hand or put away", async () => {
    const faults: OpenAiFault[] = ["refusal", "refusal"];
    const workshop = await openWorkshop(await createWorld(), { socialPosts: 3 }, { faults });
    await start(workshop);
    await workOff(workshop);
    const [first, second] = (await piecesOf(workshop)).filter(({ status }) => status === "failed");
    if (!first || !second) throw new Error("Nothing failed.");
    const { client } = workshop.world.owner;
    const change = { revision: first.revision, text: "Written by a person." };
    expect((await client.patch(`/v1/pieces/${first.id}`, change)).status).toBe(200);
    expect(await bundleOf(workshop)).toMatchObject({ status: "partial", readyCount: 2, failedCount: 1 });
    expect((await client.put(`/v1/pieces/${second.id}/archive`, {})).status).toBe(200);
    expect(await bundleOf(workshop)).toMatchObject({ status: "ready", pieceCount: 2, failedCount: 0 });
  });
});
