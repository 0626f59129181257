import { like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { aiGenerations } from "../../../db/schema/cell/ai";
import { appSettings } from "../../../db/schema/control/platform";
import { eq } from "drizzle-orm";
import { wakeStoppedJobs } from "../../ai";
import { inside } from "../../test/inside";
import { control, createPerson, createWorld } from "../../test/world";
import { cancelBundle } from "../cancel";
import { retryBundle } from "../retry";
import { bundleOf, deliver, dueJobs, openWorkshop, piecesOf, start, usesOf, workOff } from "./ground";

afterEach(async () => {
  await control().delete(appSettings).where(like(appSettings.key, "generation.%"));
});

describe("cancelling", () => {
  it("stops what is being written within two seconds, gives back what is not written, and keeps the rest", async () => {
    const world = await createWorld();
    const faults = [null, "slow_stream" as const];
    const workshop = await openWorkshop(world, { blogPosts: 4 }, { faults });
    await start(workshop);
    const [first, second] = await dueJobs(workshop);
    if (!first || !second) throw new Error("There are too few jobs.");
    await deliver(workshop, first);
    const writing = deliver(workshop, second);
    await expect.poll(() => workshop.server.bodies.length).toBe(2);
    const answer = await world.owner.client.delete(`/v1/bundles/${workshop.id}/generation`);
    expect(answer).toMatchObject({ status: 200, body: { status: "cancelled", readyCount: 1 } });
    const cancelledAt = Date.now();
    await writing;
    expect(Date.now() - cancelledAt).toBeLessThan(2000);
    expect(await usesOf(workshop)).toMatchObject({ used: 1, reserved: 0, committed: 1, released: 3 });
    const states = (await piecesOf(workshop)).map(({ status }) => status).toSorted();
    expect(states).toEqual(["draft", "draft", "draft", "ready"]);
    await workOff(workshop);
    expect(workshop.server.bodies).toHaveLength(2);
    const generations = await world.database
      .select({ status: aiGenerations.status })
      .from(aiGenerations)
      .where(eq(aiGenerations.organizationId, world.id));
    expect(generations.map(({ status }) => status).toSorted()).toEqual(["cancelled", "completed"]);
  });

  it("is refused where nothing is written, and what it left is written when somebody tries again", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 3 });
    const ctx = await inside(workshop.world, workshop.base());
    await expect(cancelBundle(ctx, workshop.id)).rejects.toMatchObject({ reason: "bundle_not_generating" });
    await start(workshop);
    await cancelBundle(ctx, workshop.id);
    await retryBundle(ctx, workshop.id);
    expect(await bundleOf(workshop)).toMatchObject({ status: "generating", run: 2, pieceCount: 3 });
    await workOff(workshop);
    expect(workshop.server.bodies).toHaveLength(3);
    expect(await bundleOf(workshop)).toMatchObject({ status: "ready", readyCount: 3 });
    expect(await usesOf(workshop)).toMatchObject({ used: 3, committed: 3, released: 3, held: 0 });
  });
});

describe("COST-02 the operator's stop", () => {
  it("lays a bundle down without a failure, and it goes on where it was", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 3 });
    const { client } = await createPerson({ platformRole: "super_admin" });
    await start(workshop);
    const [first, second] = await dueJobs(workshop);
    if (!first || !second) throw new Error("There are too few jobs.");
    await deliver(workshop, first);
    await client.post("/v1/operator/writing-stop", { reason: "A price that nobody expected" });
    await deliver(workshop, second);
    const states = async () => (await piecesOf(workshop)).map(({ status }) => status).toSorted();
    expect(await states()).toEqual(["queued", "queued", "ready"]);
    expect(await bundleOf(workshop)).toMatchObject({ status: "generating", failedCount: 0 });
    const again = await openWorkshop(await createWorld(), { blogPosts: 1 });
    await expect(start(again)).rejects.toMatchObject({ reason: "generation_stopped" });
    await control().delete(appSettings).where(like(appSettings.key, "generation.stopped"));
    await wakeStoppedJobs(workshop.base(), workshop.world.cell);
    await workOff(workshop);
    expect(await states()).toEqual(["ready", "ready", "ready"]);
    expect(await bundleOf(workshop)).toMatchObject({ status: "ready", readyCount: 3 });
  });
});
