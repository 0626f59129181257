import { describe, expect, it } from "vitest";
import { createWorld } from "../../test/world";
import { bodyOf, makePiece, makeSequence } from "./ground";

describe("an approval", () => {
  it("is of the words as they stand, and a change takes it away", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("Fresh.") });
    const { client } = world.owner;
    const approval = `/v1/pieces/${piece.id}/approval`;
    const approved = await client.put(approval, { revision: piece.revision });
    expect(approved.body).toMatchObject({ status: "approved", approvedBy: world.owner.id });
    const edited = await client.patch(`/v1/pieces/${piece.id}`, {
      revision: piece.revision,
      body: bodyOf("Fresher."),
    });
    expect(edited.body).toMatchObject({
      approvalRemoved: true,
      piece: { status: "ready", approvedAt: null },
    });
    expect(await client.put(approval, { revision: piece.revision })).toMatchObject({
      status: 409,
      body: { code: "changed_meanwhile" },
    });
    expect((await client.get(`/v1/pieces/${piece.id}`)).body.status).toBe("ready");
  });

  it("AI-01 is a person's act: no words, no approval; and who only reads cannot give it", async () => {
    const world = await createWorld();
    const empty = await makePiece(world);
    const written = await makePiece(world, { body: bodyOf("Fresh.") });
    const order = { revision: 1 };
    expect(await world.owner.client.put(`/v1/pieces/${empty.id}/approval`, order)).toMatchObject({
      status: 409,
      body: { code: "nothing_to_approve" },
    });
    for (const role of ["viewer", "sales"] as const) {
      const { client } = await world.member(role);
      expect((await client.put(`/v1/pieces/${written.id}/approval`, order)).status).toBe(403);
      expect((await client.patch(`/v1/pieces/${written.id}`, { revision: 1, title: "Mine" })).status).toBe(
        403,
      );
    }
    const key = await world.key(["content:read", "content:write"]);
    expect((await key.client.put(`/v1/pieces/${written.id}/approval`, order)).status).toBe(403);
    expect((await world.owner.client.get(`/v1/pieces/${written.id}`)).body).toEqual(written);
  });

  it("of a sequence is one of its emails too, and falls when one of them changes", async () => {
    const world = await createWorld();
    const { sequence, ids } = await makeSequence(world, 2);
    const { client } = world.owner;
    const revisionOf = async (id: string) => (await client.get(`/v1/pieces/${id}`)).body.revision;
    const fill = { revision: await revisionOf(sequence.id), description: "Three mails for new customers." };
    await client.patch(`/v1/pieces/${sequence.id}`, fill);
    const approved = await client.put(`/v1/pieces/${sequence.id}/approval`, {});
    expect(approved.body.status).toBe("approved");
    const emails = await client.get(`/v1/pieces/${sequence.id}/emails`);
    expect(emails.body.data.map(({ status }: { status: string }) => status)).toEqual([
      "approved",
      "approved",
    ]);
    const change = { revision: emails.body.data[0].revision, preheader: "Look inside" };
    await client.patch(`/v1/pieces/${ids[0]}`, change);
    expect((await client.get(`/v1/pieces/${sequence.id}`)).body.status).toBe("ready");
  });

  it("of a sequence waits until each of its emails is written", async () => {
    const world = await createWorld();
    const { sequence } = await makeSequence(world, 1);
    const { client } = world.owner;
    const revision = (await client.get(`/v1/pieces/${sequence.id}`)).body.revision;
    await client.patch(`/v1/pieces/${sequence.id}`, { revision, description: "A welcome." });
    await client.post(`/v1/pieces/${sequence.id}/emails`, { title: "Still empty" });
    expect(await client.put(`/v1/pieces/${sequence.id}/approval`, {})).toMatchObject({
      status: 409,
      body: { code: "emails_missing", detail: "1 of its 2 emails are not written yet." },
    });
  });
});

describe("the emails of a sequence", () => {
  it("are ordered as a whole: each once, or nothing changes", async () => {
    const world = await createWorld();
    const { sequence, ids } = await makeSequence(world, 3);
    const { client } = world.owner;
    const order = (emailIds: (string | undefined)[]) =>
      client.put(`/v1/pieces/${sequence.id}/email-order`, { emailIds });
    const idsNow = async () =>
      (await client.get(`/v1/pieces/${sequence.id}/emails`)).body.data.map(({ id }: { id: string }) => id);
    const turned = [ids[2], ids[0], ids[1]];
    expect((await order(turned)).status).toBe(200);
    expect(await idsNow()).toEqual(turned);
    const { ids: foreign } = await makeSequence(await createWorld(), 1);
    for (const wrong of [
      [ids[0]],
      [ids[0], ids[0], ids[1]],
      [...ids, foreign[0]],
      [ids[0], ids[1], foreign[0]],
    ])
      expect((await order(wrong)).status).toBe(422);
    expect(await idsNow()).toEqual(turned);
  });
});
