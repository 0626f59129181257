import { describe, expect, it } from "vitest";
import { createWorld } from "../../test/world";
import { deliver, dueJobs, openWorkshop, piecesOf, start, workOff } from "./ground";

const counts = { blogPosts: 1, socialPosts: 2, contentUpgrades: 0, emailSequences: 1 };

async function written() {
  const world = await createWorld();
  const workshop = await openWorkshop(world, counts);
  await start(workshop);
  await workOff(workshop);
  return { world, workshop, address: `/v1/bundles/${workshop.id}/approval` };
}

async function statesOf(workshop: Parameters<typeof piecesOf>[0]) {
  return (await piecesOf(workshop)).map(({ status }) => status);
}

describe("a bundle that is written", () => {
  it("is approved by one press, and that press alone is taken back", async () => {
    const { world, workshop, address } = await written();
    const [first] = await piecesOf(workshop);
    const { client } = world.owner;
    await client.put(`/v1/pieces/${first?.id}/approval`, {});
    const approval = await client.put(address, {});
    expect(approval.body).toMatchObject({ approved: 5 });
    expect(new Set(await statesOf(workshop))).toEqual(new Set(["approved"]));
    const query = `?approvedAt=${encodeURIComponent(approval.body.approvedAt)}`;
    const back = await client.delete(`${address}${query}`);
    expect(back.body).toMatchObject({ approved: 0 });
    expect(await statesOf(workshop)).toEqual(["approved", "ready", "ready", "ready", "ready", "ready"]);
  });

  it("is approved by nobody who may not approve", async () => {
    const { world, workshop, address } = await written();
    const viewer = await world.member("viewer");
    expect((await viewer.client.put(address, {})).status).toBe(403);
    expect(new Set(await statesOf(workshop))).toEqual(new Set(["ready"]));
  });

  it("keeps a sequence back whose emails are not all written", async () => {
    const world = await createWorld();
    const workshop = await openWorkshop(world, counts);
    await start(workshop);
    const first = (await piecesOf(workshop)).slice(0, 2).map(({ id }) => id);
    const due = await dueJobs(workshop, 10);
    for (const job of due.filter(({ payload }) => first.some((id) => payload["pieceId"] === id)))
      await deliver(workshop, job);
    expect((await statesOf(workshop)).slice(0, 3)).toEqual(["ready", "ready", "queued"]);
    const approval = await world.owner.client.put(`/v1/bundles/${workshop.id}/approval`, {});
    expect(approval.body).toMatchObject({ approved: 1 });
    expect((await statesOf(workshop)).slice(0, 3)).toEqual(["approved", "ready", "queued"]);
  });
});
