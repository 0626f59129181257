import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contentVersions } from "../../../db/schema/cell/content";
import { createWorld, type World } from "../../test/world";
import { bodyOf, makePiece } from "./ground";

async function edit({ owner }: World, id: string, text: string) {
  const { body } = await owner.client.get(`/v1/pieces/${id}`);
  return await owner.client.patch(`/v1/pieces/${id}`, { revision: body.revision, body: bodyOf(text) });
}

async function versionsOf({ owner }: World, id: string) {
  return (await owner.client.get(`/v1/pieces/${id}/versions`)).body.data;
}

/** As if that many minutes had gone by since it was written. */
async function age({ database }: World, pieceId: string, minutes: number) {
  await database
    .update(contentVersions)
    .set({ createdAt: Date.now() - minutes * 60_000 })
    .where(and(eq(contentVersions.pieceId, pieceId as never))); // safe: an id of the API
}

describe("versions", () => {
  it("are one for one person's sitting, and another after it", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("One.") });
    await edit(world, piece.id, "One two.");
    expect(await versionsOf(world, piece.id)).toHaveLength(1);
    await age(world, piece.id, 11);
    await edit(world, piece.id, "One two three.");
    const versions = await versionsOf(world, piece.id);
    expect(versions).toMatchObject([
      { number: 2, reason: "edited", isCurrent: true, createdBy: world.owner.id },
      { number: 1, isCurrent: false },
    ]);
    const older = await world.owner.client.get(`/v1/pieces/${piece.id}/versions/${versions[1].id}`);
    expect(older.body).toMatchObject({
      text: "One two.",
      content: { kind: "blog_post", title: piece.title },
    });
  });

  it("are kept apart where two people write, and where something was approved", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("One.") });
    const marketer = await world.member("marketer");
    await marketer.client.patch(`/v1/pieces/${piece.id}`, { revision: 1, body: bodyOf("Theirs.") });
    expect(await versionsOf(world, piece.id)).toHaveLength(2);
    await world.owner.client.put(`/v1/pieces/${piece.id}/approval`, {});
    await marketer.client.patch(`/v1/pieces/${piece.id}`, { revision: 2, body: bodyOf("After.") });
    expect(await versionsOf(world, piece.id)).toHaveLength(3);
  });

  it("are compared word by word, and restored as a new one", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("Fresh coffee tastes sweet.") });
    await age(world, piece.id, 11);
    await edit(world, piece.id, "Fresh coffee tastes bright.");
    const [latest, first] = await versionsOf(world, piece.id);
    const { client } = world.owner;
    const at = (id: string) => `/v1/pieces/${piece.id}/versions/${id}`;
    const changes = await client.get(`${at(latest.id)}/changes`);
    expect(changes.body).toMatchObject({ from: 1, to: 2, fields: [] });
    expect(changes.body.parts.filter(({ kind }: { kind: string }) => kind !== "same")).toEqual([
      { kind: "removed", text: "sweet" },
      { kind: "added", text: "bright" },
    ]);
    const stale = await client.post(`${at(first.id)}/restoration`, { revision: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: "changed_meanwhile" } });
    const restored = await client.post(`${at(first.id)}/restoration`, {});
    expect(restored.body.piece).toMatchObject({ versionNumber: 3, body: piece.body });
    expect((await versionsOf(world, piece.id))[0]).toMatchObject({ reason: "restored", isCurrent: true });
  });
});

describe("claims", () => {
  it("AI-02 are flagged until a person answers for them, and keep that answer through an edit", async () => {
    const world = await createWorld();
    const sold = "We sold 4,000 bags last year.";
    const piece = await makePiece(world, {
      body: bodyOf(
        `${sold} Coffee is brewed with water. Nobody roasts better than the best roaster in Bergen.`,
      ),
    });
    const { client } = world.owner;
    const sources = async () => (await client.get(`/v1/pieces/${piece.id}/sources`)).body.data;
    const before = await sources();
    expect(before[0]).toMatchObject({ claim: sold, status: "unbacked", analysisFactId: null });
    expect(before.map(({ claim }: { claim: string }) => claim)).not.toContain("Coffee is brewed with water.");
    const confirmed = await client.patch(`/v1/pieces/${piece.id}/sources/${before[0].id}`, {
      confirmed: true,
    });
    expect(confirmed.body.status).toBe("confirmed");
    await edit(world, piece.id, `${sold} We run 12 shops.`);
    const after = await sources();
    expect(after).toMatchObject([
      { id: before[0].id, status: "confirmed" },
      { claim: "We run 12 shops.", status: "unbacked" },
    ]);
    await client.patch(`/v1/pieces/${piece.id}/sources/${before[0].id}`, { confirmed: false });
    expect((await sources())[0].status).toBe("unbacked");
  });
});
