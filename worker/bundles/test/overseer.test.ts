import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs } from "../../../db/schema/cell/spine";
import { createWorld } from "../../test/world";
import {
  bundleOf,
  deliver,
  dueJobs,
  openWorkshop,
  piecesOf,
  start,
  usesOf,
  type Workshop,
  workOff,
} from "./ground";

/** The looks that are still to come. */
async function looks({ world }: Workshop) {
  return await world.database
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.organizationId, world.id),
        eq(jobs.type, "bundles.watch"),
        inArray(jobs.status, ["pending", "retrying"]),
      ),
    );
}

async function look(workshop: Workshop): Promise<void> {
  const [next] = await looks(workshop);
  if (!next) throw new Error("Nobody will look.");
  workshop.clock.now = Math.max(workshop.clock.now, next.runAt);
  await deliver(workshop, next);
}

describe("QUE-05 a look every few minutes", () => {
  it("leaves what is on its way, fails what no job will come for, and ends the bundle", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 3 });
    await start(workshop);
    const [lost] = await dueJobs(workshop);
    if (!lost) throw new Error("There is no job.");
    await workshop.world.database.update(jobs).set({ status: "discarded" }).where(eq(jobs.id, lost.id));
    await look(workshop);
    const states = async () => (await piecesOf(workshop)).map(({ status }) => status).toSorted();
    expect(await states()).toEqual(["failed", "queued", "queued"]);
    expect(await bundleOf(workshop)).toMatchObject({ status: "generating", failedCount: 1 });
    await workOff(workshop);
    expect(await states()).toEqual(["failed", "ready", "ready"]);
    expect(await bundleOf(workshop)).toMatchObject({ status: "partial", readyCount: 2 });
    expect(await usesOf(workshop)).toMatchObject({ used: 2, committed: 2, held: 0, released: 1 });
    await look(workshop);
    expect(await looks(workshop)).toEqual([]);
  });

  it("ends a bundle to which a person added a piece that nobody is asked to write", async () => {
    const workshop = await openWorkshop(await createWorld(), { socialPosts: 1 });
    await start(workshop);
    const [piece] = await piecesOf(workshop);
    const added = await workshop.world.owner.client.post("/v1/pieces", {
      kind: "blog_post",
      businessId: piece?.businessId,
      bundleId: workshop.id,
      title: "By hand, later",
    });
    expect(added.status).toBe(201);
    await workOff(workshop);
    expect(await bundleOf(workshop)).toMatchObject({ status: "generating", pieceCount: 2, readyCount: 1 });
    await look(workshop);
    expect(await bundleOf(workshop)).toMatchObject({ status: "ready" });
  });
});
