import { describe, expect, it } from "vitest";
import { createWorld, unique, type World } from "../../test/world";
import { businessIn, orderFor } from "./orders";

async function furnished(): Promise<{ world: World; businessId: string }> {
  const world = await createWorld();
  return { world, businessId: await businessIn(world) };
}

describe("an order", () => {
  it("is kept as it was given, and waits until somebody starts it", async () => {
    const { world, businessId } = await furnished();
    const { client } = world.owner;
    const order = orderFor(businessId, { blogPosts: 2, socialPosts: 10, emailSequences: 1 });
    const made = await client.post("/v1/bundles", order);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: order.name, status: "planned", run: 0, pieceCount: 0 });
    expect(made.body.brief).toMatchObject({ platforms: ["linkedin", "x"], emailsPerSequence: 5 });
    const read = await client.get(`/v1/bundles/${made.body.id}`);
    expect(read.body).toEqual({ ...made.body, pieces: [] });
  });

  it("that orders nothing is a draft until it does", async () => {
    const { world, businessId } = await furnished();
    const { client } = world.owner;
    const made = await client.post("/v1/bundles", orderFor(businessId, {}));
    expect(made.body.status).toBe("draft");
    const path = `/v1/bundles/${made.body.id}`;
    const brief = { ...made.body.brief, counts: { blogPosts: 1 } };
    expect((await client.patch(path, { brief })).body).toMatchObject({ status: "planned" });
    expect((await client.patch(path, { name: "Autumn" })).body).toMatchObject({
      name: "Autumn",
      brief: { counts: { blogPosts: 1, socialPosts: 0 } },
    });
  });

  it("says which field cannot be", async () => {
    const { world, businessId } = await furnished();
    const { client } = world.owner;
    const refused = async (change: object, counts: object = {}) => {
      const order = { ...orderFor(businessId, counts), ...change };
      const { status, body } = await client.post("/v1/bundles", order);
      return `${status} ${body.errors?.[0]?.pointer}`;
    };
    expect(await refused({ periodEnd: "2026-12-31" })).toBe("422 /periodEnd");
    expect(await refused({ periodEnd: "2028-12-31" })).toBe("422 /periodEnd");
    expect(await refused({ brief: { counts: { socialPosts: 1 } } })).toBe("422 /brief/platforms");
    expect(await refused({ brief: { counts: { blogPosts: 53 } } })).toBe("422 /brief/counts/blogPosts");
    expect(await refused({ brief: { counts: {}, platforms: ["x", "x"] } })).toBe("422 /brief/platforms");
    expect(await refused({ color: "red" })).toMatch(/^422 /);
  });

  it("TEN-01 takes no topic, strategy or business of somebody else", async () => {
    const { world, businessId } = await furnished();
    const other = await furnished();
    const topic = await other.world.owner.client.post(`/v1/businesses/${other.businessId}/topics`, {
      title: `Topic ${unique()}`,
    });
    const { client } = world.owner;
    const order = orderFor(businessId, { blogPosts: 1 });
    const foreign = { ...order, brief: { ...order.brief, topicIds: [topic.body.id] } };
    expect((await client.post("/v1/bundles", foreign)).status).toBe(404);
    expect((await client.post("/v1/bundles", { ...order, businessId: other.businessId })).status).toBe(404);
    expect((await client.get("/v1/bundles")).body.data).toEqual([]);
  });

  it("is made by whoever makes content and read by everybody", async () => {
    const { world, businessId } = await furnished();
    const viewer = await world.member("viewer");
    const order = orderFor(businessId, { blogPosts: 1 });
    expect((await viewer.client.post("/v1/bundles", order)).status).toBe(403);
    const marketer = await world.member("marketer");
    const made = await marketer.client.post("/v1/bundles", order);
    expect(made.status).toBe(201);
    expect((await viewer.client.get(`/v1/bundles/${made.body.id}`)).status).toBe(200);
    expect((await viewer.client.patch(`/v1/bundles/${made.body.id}`, { name: "Mine" })).status).toBe(403);
    expect((await viewer.client.get(`/v1/bundles/${made.body.id}`)).body.name).toBe(order.name);
  });

  it("leaves the lists when it is archived, and comes back", async () => {
    const { world, businessId } = await furnished();
    const { client } = world.owner;
    const made = await client.post("/v1/bundles", orderFor(businessId, { blogPosts: 1 }));
    const listed = async (query: string) =>
      (await client.get(`/v1/bundles?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await listed(`businessId=${businessId}&status=planned`)).toEqual([made.body.id]);
    await client.put(`/v1/bundles/${made.body.id}/archive`, {});
    expect(await listed("")).toEqual([]);
    expect(await listed("archived=true")).toEqual([made.body.id]);
    await client.delete(`/v1/bundles/${made.body.id}/archive`);
    expect(await listed("")).toEqual([made.body.id]);
  });
});

describe("an estimate", () => {
  it("names the uses by kind, an email being one, and what the plan has left", async () => {
    const world = await createWorld({ planSlug: "starter" });
    const brief = {
      counts: { blogPosts: 12, socialPosts: 365, contentUpgrades: 2, emailSequences: 2 },
      platforms: ["x"],
      emailsPerSequence: 6,
    };
    const viewer = await world.member("viewer");
    const { body } = await viewer.client.post("/v1/bundle-estimates", { brief });
    expect(body).toMatchObject({ pieces: 393, uses: 393 });
    expect(body.byKind).toContainEqual(expect.objectContaining({ kind: "email", count: 12, uses: 12 }));
    expect(body.plan).toMatchObject({ limit: 500, remaining: 500, remainingAfter: 107, fits: true });
  });

  it("says when the plan has no room for it", async () => {
    const world = await createWorld({ planSlug: "free" });
    const brief = { counts: { blogPosts: 21 } };
    const { body } = await world.owner.client.post("/v1/bundle-estimates", { brief });
    expect(body.plan).toMatchObject({ remaining: 20, remainingAfter: 0, fits: false });
  });
});
