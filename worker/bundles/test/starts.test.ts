import { describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { inside } from "../../test/inside";
import { createWorld } from "../../test/world";
import { startBundle } from "../start";
import { bundleOf, openWorkshop, piecesOf, start, usesOf, type Workshop } from "./ground";
import { orderFor } from "./orders";

const reasonOf = (error: { reason?: string }) => error.reason;
const fifty = Array.from({ length: 50 }, (_, index) => index);

async function alsoOrdered({ world, id }: Workshop, many: number): Promise<Id<"bundle">[]> {
  const { client } = world.owner;
  const { body } = await client.get(`/v1/bundles/${id}`);
  const order = async () =>
    (await client.post("/v1/bundles", orderFor(body.businessId, { blogPosts: 12 }))).body.id;
  return await Promise.all(Array.from({ length: many }, order));
}

describe("QUOTA-01 fifty starts at once", () => {
  it("of different bundles with room for one in the plan start one, and the others hold nothing", async () => {
    const world = await createWorld({ planSlug: "free" });
    const workshop = await openWorkshop(world, { blogPosts: 12 });
    const ids = [workshop.id, ...(await alsoOrdered(workshop, fifty.length - 1))];
    const ctx = await inside(world, workshop.base());
    const ends = await Promise.all(ids.map((id) => startBundle(ctx, id).then(() => "started", reasonOf)));
    expect(ends.filter((end) => end === "started")).toHaveLength(1);
    expect(ends.filter((end) => end === "plan_limit")).toHaveLength(fifty.length - 1);
    expect(await usesOf(workshop)).toMatchObject({ used: 12, reserved: 12, held: 12 });
    const { body } = await world.owner.client.get("/v1/bundles?status=generating");
    expect(body.data).toHaveLength(1);
  });

  it("of one bundle start it once, with each piece once", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 3 });
    const ends = await Promise.all(fifty.map(() => start(workshop).then(() => "started", reasonOf)));
    expect(ends.filter((end) => end === "started")).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(["started", "bundle_started"]));
    expect(await piecesOf(workshop)).toHaveLength(3);
    expect(await usesOf(workshop)).toMatchObject({ used: 3, held: 3 });
  });
});

describe("a start", () => {
  it("links what leads from one piece to the next, and takes each email as a piece of its own", async () => {
    const counts = { blogPosts: 2, socialPosts: 4, contentUpgrades: 1, emailSequences: 1 };
    const workshop = await openWorkshop(await createWorld(), counts);
    await start(workshop);
    const kinds = (await piecesOf(workshop)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "email")).toHaveLength(2);
    const { body } = await workshop.world.owner.client.get(`/v1/journeys?bundleId=${workshop.id}`);
    expect(body.edges.length).toBeGreaterThanOrEqual(7);
    expect(body.orphans ?? []).toEqual([]);
  });

  it("of a bundle that orders nothing, or that a viewer asks for, is refused", async () => {
    const world = await createWorld();
    const workshop = await openWorkshop(world, {});
    const { client } = world.owner;
    expect((await client.post(`/v1/bundles/${workshop.id}/generation`)).status).toBe(422);
    const viewer = await world.member("viewer");
    expect((await viewer.client.post(`/v1/bundles/${workshop.id}/generation`)).status).toBe(403);
    expect(await bundleOf(workshop)).toMatchObject({ status: "draft", run: 0 });
  });
});
