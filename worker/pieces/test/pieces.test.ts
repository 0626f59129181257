import { describe, expect, it } from "vitest";
import { createWorld } from "../../test/world";
import { bodyOf, makeBusiness, makePiece, makeSequence } from "./ground";

describe("a list of pieces", () => {
  it("is paged without a gap or a double, and narrowed by kind, state and the beginning of a title", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    for (const title of ["Beans", "Brewing", "50% off"]) await makePiece(world, { businessId, title });
    await makePiece(world, {
      businessId,
      kind: "social_post",
      platform: "x",
      title: "Beans too",
      text: "Hi",
    });
    const elsewhere = await makePiece(world, { title: "Of another business" });
    const { client } = world.owner;
    const walk = async (query: string) => {
      const titles: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page = await client.get(`/v1/pieces?limit=2${query}${cursor && `&cursor=${cursor}`}`);
        titles.push(...page.body.data.map(({ title }: { title: string }) => title));
        cursor = page.body.nextCursor;
      }
      return titles;
    };
    expect(await walk("")).toEqual([elsewhere.title, "Beans too", "50% off", "Brewing", "Beans"]);
    expect(await walk(`&businessId=${businessId}`)).toEqual(["Beans too", "50% off", "Brewing", "Beans"]);
    expect(await walk("&q=bea")).toEqual(["Beans too", "Beans"]);
    expect(await walk("&q=%25")).toEqual([]);
    expect(await walk("&status=ready")).toEqual(["Beans too"]);
    expect(await walk("&kind=social_post")).toEqual(["Beans too"]);
  });
});

describe("a piece", () => {
  it("is a draft without words, and ready with a version once it has some", async () => {
    const world = await createWorld();
    const empty = await makePiece(world);
    expect(empty).toMatchObject({
      status: "draft",
      versionNumber: 0,
      slug: "what-a-roasting-date-tells-you",
    });
    const { body } = await world.owner.client.patch(`/v1/pieces/${empty.id}`, {
      revision: empty.revision,
      body: bodyOf("Fresh."),
    });
    expect(body).toMatchObject({
      approvalRemoved: false,
      piece: { status: "ready", versionNumber: 1, wordCount: 1 },
    });
  });

  it("of the same title gets an address of its own", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const [one, other] = [await makePiece(world, { businessId }), await makePiece(world, { businessId })];
    expect(other.slug).toBe(`${one.slug}-${other.id.slice(-6)}`);
  });

  it("shows whoever began from an older one what stands there now, and keeps it", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("First.") });
    const { client } = world.owner;
    const save = (text: string) =>
      client.patch(`/v1/pieces/${piece.id}`, { revision: piece.revision, body: bodyOf(text) });
    const answers = await Promise.all([save("One tab."), save("Another tab.")]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(won?.status).toBe(200);
    expect(lost).toMatchObject({
      status: 409,
      body: { code: "changed_meanwhile", current: { id: piece.id, revision: won?.body.piece.revision } },
    });
    expect(lost?.body.current.body).toEqual(won?.body.piece.body);
    expect((await client.get(`/v1/pieces/${piece.id}`)).body).toEqual(won?.body.piece);
  });

  it("saved again with the same words stays as it is, whatever revision that names", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("First.") });
    const again = await world.owner.client.patch(`/v1/pieces/${piece.id}`, {
      revision: 1,
      body: bodyOf("First."),
    });
    expect(again.body.piece).toEqual(piece);
  });

  it("takes no field of another kind, and nothing that belongs to another business (TEN-02)", async () => {
    const world = await createWorld();
    const post = await makePiece(world, { kind: "social_post", platform: "x", text: "Hi" });
    const { client } = world.owner;
    const change = (fields: object) =>
      client.patch(`/v1/pieces/${post.id}`, { revision: post.revision, ...fields });
    expect(await change({ subjectLine: "Hi" })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/subjectLine" }] },
    });
    const [own, other] = [await makeBusiness(world), await makeBusiness(world)];
    const topic = await client.post(`/v1/businesses/${other}/topics`, { title: "Theirs" });
    const body = { kind: "blog_post", businessId: own, title: "Ours", topicId: topic.body.id };
    expect(await client.post("/v1/pieces", body)).toMatchObject({ status: 422, body: { code: "invalid" } });
    expect((await client.get("/v1/pieces")).body.data).toHaveLength(1);
  });

  it("is put away with its emails and comes back with those that went along", async () => {
    const world = await createWorld();
    const { sequence, ids } = await makeSequence(world, 2);
    const { client } = world.owner;
    await client.put(`/v1/pieces/${ids[0]}/archive`, undefined);
    expect((await client.get(`/v1/pieces/${sequence.id}`)).body.totalEmails).toBe(1);
    await client.put(`/v1/pieces/${sequence.id}/archive`, undefined);
    expect((await client.get("/v1/pieces")).body.data).toEqual([]);
    expect((await client.get("/v1/pieces?archived=true")).body.data).toHaveLength(3);
    await client.delete(`/v1/pieces/${sequence.id}/archive`);
    const back = await client.get("/v1/pieces");
    expect(new Set(back.body.data.map(({ id }: { id: string }) => id))).toEqual(
      new Set([sequence.id, ids[1]]),
    );
  });
});
