import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../db/ids";
import { businesses, contentStrategies, contentTopics } from "../../db/schema/cell/business";
import { write } from "../kernel/write";
import { inside } from "../test/inside";
import { createWorld, unique, type World } from "../test/world";
import { defaultStrategy, getTopics, markTopicsUsedSteps } from "./index";

const draft = { name: "Teach", goal: "awareness", voice: "expert", template: "how-to", length: "standard" };

async function makeBusiness(world: World, status: "active" | "archived" = "active"): Promise<Id<"business">> {
  const ctx = await inside(world);
  const id = ctx.newId("business", world.cell);
  const row = {
    id,
    organizationId: world.id,
    name: "Roastery",
    slug: unique(),
    status,
    createdAt: 1,
    updatedAt: 1,
  };
  await world.database.insert(businesses).values(row);
  return id;
}

async function addStrategy(world: World, businessId: string, more: object = {}) {
  return await world.owner.client.post(`/v1/businesses/${businessId}/strategies`, { ...draft, ...more });
}

async function addTopic(world: World, businessId: string, title: string, more: object = {}) {
  return await world.owner.client.post(`/v1/businesses/${businessId}/topics`, { title, ...more });
}

async function defaultsOf(world: World, businessId: Id<"business">): Promise<string[]> {
  const rows = await world.database
    .select()
    .from(contentStrategies)
    .where(and(eq(contentStrategies.businessId, businessId), eq(contentStrategies.isDefault, true)));
  return rows.map(({ id }) => id);
}

describe("a strategy", () => {
  it("is the default when it is the first, and hands that over when asked", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const first = await addStrategy(world, businessId);
    expect(first).toMatchObject({ status: 201, body: { isDefault: true, scenarios: [] } });
    const second = await addStrategy(world, businessId);
    expect(second.body.isDefault).toBe(false);
    await world.owner.client.put(`/v1/strategies/${second.body.id}/default`, undefined);
    expect(await defaultsOf(world, businessId)).toEqual([second.body.id]);
    expect((await defaultStrategy(await inside(world), businessId))?.id).toBe(second.body.id);
  });

  it("of any number made the default at once, leaves exactly one", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const made = await Promise.all(
      Array.from({ length: 8 }, () => addStrategy(world, businessId, { isDefault: true })),
    );
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await defaultsOf(world, businessId)).toHaveLength(1);
  });

  it("that is archived gives its place to the oldest one left, and comes back beside it", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const [first, second] = [await addStrategy(world, businessId), await addStrategy(world, businessId)];
    const archive = `/v1/strategies/${first.body.id}/archive`;
    expect((await world.owner.client.put(archive, undefined)).body).toMatchObject({ isDefault: false });
    expect(await defaultsOf(world, businessId)).toEqual([second.body.id]);
    const list = `/v1/businesses/${businessId}/strategies`;
    expect((await world.owner.client.get(list)).body.data).toHaveLength(1);
    expect((await world.owner.client.get(`${list}?archived=true`)).body.data).toHaveLength(1);
    expect((await world.owner.client.put(`/v1/strategies/${first.body.id}/default`, undefined)).status).toBe(
      409,
    );
    expect((await world.owner.client.delete(archive)).body).toMatchObject({
      archivedAt: null,
      isDefault: false,
    });
  });

  it("changes field by field, and refuses what is none of the enums", async () => {
    const world = await createWorld();
    const { body } = await addStrategy(world, await makeBusiness(world));
    const path = `/v1/strategies/${body.id}`;
    const psychology = { decisionMakers: ["Café owners"], problems: ["Bitter cups"], searchBehavior: [] };
    const changed = await world.owner.client.patch(path, {
      customerPsychology: psychology,
      voice: "insider",
    });
    expect(changed.body).toMatchObject({ name: "Teach", voice: "insider", customerPsychology: psychology });
    expect((await world.owner.client.patch(path, { goal: "fame" })).status).toBe(422);
    expect((await world.owner.client.patch(path, { isDefault: true })).status).toBe(422);
  });

  it("QUOTA-03 takes room in the plan, however many come at once; archived it takes none, and has to fit to return", async () => {
    const world = await createWorld({ planSlug: "free" });
    const businessId = await makeBusiness(world);
    const made = await Promise.all(Array.from({ length: 6 }, () => addStrategy(world, businessId)));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 402, 402, 402, 402, 402]);
    const first = made.find(({ status }) => status === 201)?.body;
    await world.owner.client.put(`/v1/strategies/${first.id}/archive`, undefined);
    expect((await addStrategy(world, businessId)).status).toBe(201);
    expect((await world.owner.client.delete(`/v1/strategies/${first.id}/archive`)).status).toBe(402);
    const usage = await world.owner.client.get("/v1/usage");
    expect(usage.body.features).toContainEqual(
      expect.objectContaining({ feature: "strategies", kind: "counted", used: 1, remaining: 0 }),
    );
  });

  it("is not made for an archived business, nor for a stranger's", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    expect((await addStrategy(world, await makeBusiness(world, "archived"))).body.code).toBe(
      "business_archived",
    );
    const foreign = await makeBusiness(other);
    expect((await addStrategy(world, foreign)).status).toBe(404);
    expect((await addTopic(world, foreign, "Mine now")).status).toBe(404);
    expect((await world.owner.client.get(`/v1/businesses/${foreign}/topics`)).status).toBe(404);
    expect(
      await other.database.select().from(contentStrategies).where(eq(contentStrategies.businessId, foreign)),
    ).toEqual([]);
  });
});

describe("topics", () => {
  it("added by hand are chosen and unjudged, and are not added twice", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const added = await addTopic(world, businessId, "Why water matters");
    expect(added).toMatchObject({
      status: 201,
      body: { status: "chosen", engagement: null, difficulty: null },
    });
    expect(await addTopic(world, businessId, "why WATER matters")).toMatchObject({
      status: 409,
      body: { code: "topic_exists" },
    });
    const other = await addTopic(world, businessId, "Beans");
    const renamed = await world.owner.client.patch(`/v1/topics/${other.body.id}`, {
      title: "Why water matters",
    });
    expect(renamed.status).toBe(409);
    expect((await world.owner.client.patch(`/v1/topics/${other.body.id}`, { title: "beans" })).status).toBe(
      200,
    );
  });

  it("are listed by how much readers will care, page by page, without loss or repetition", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    for (const [index, score] of [40, null, 90, 40, 40].entries()) {
      const { body } = await addTopic(world, businessId, `Topic ${index}`, { status: "suggested" });
      await world.database
        .update(contentTopics)
        .set({ engagementScore: score })
        .where(eq(contentTopics.id, body.id));
    }
    const titles: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await world.owner.client.get(`/v1/businesses/${businessId}/topics?limit=2${query}`);
      titles.push(...body.data.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor;
    }
    expect(titles).toEqual(["Topic 2", "Topic 4", "Topic 3", "Topic 0", "Topic 1"]);
    const counts = await world.owner.client.get(`/v1/businesses/${businessId}/topic-counts`);
    expect(counts.body).toEqual({ suggested: 5, chosen: 0, rejected: 0, used: 0 });
  });

  it("are decided together: all of them or none", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const businessId = await makeBusiness(world);
    const ids = [
      (await addTopic(world, businessId, "One")).body.id,
      (await addTopic(world, businessId, "Two")).body.id,
    ];
    const foreign = (await addTopic(other, await makeBusiness(other), "Theirs")).body.id;
    const path = `/v1/businesses/${businessId}/topics`;
    const reject = (topicIds: string[]) => world.owner.client.patch(path, { topicIds, status: "rejected" });
    expect((await reject([...ids, foreign])).status).toBe(404);
    expect((await world.owner.client.get(`${path}?status=chosen`)).body.data).toHaveLength(2);
    expect((await reject([...ids, ids[0]])).body.data).toHaveLength(2);
    expect((await other.owner.client.get(`/v1/topics/${foreign}`)).body.status).toBe("chosen");
  });

  it("that a bundle used stay used; a rejected one is not used", async () => {
    const world = await createWorld();
    const ctx = await inside(world);
    const businessId = await makeBusiness(world);
    const used = (await addTopic(world, businessId, "Used")).body.id as Id<"topic">;
    const rejected = (await addTopic(world, businessId, "Refused", { status: "rejected" })).body
      .id as Id<"topic">;
    await write(ctx, markTopicsUsedSteps(ctx, [used, rejected]));
    expect((await getTopics(ctx, [rejected, used])).map(({ status }) => status)).toEqual([
      "rejected",
      "used",
    ]);
    const back = await world.owner.client.patch(`/v1/topics/${used}`, { status: "chosen" });
    expect(back.body.code).toBe("topic_used");
  });

  it("take no strategy of another business, and nothing from somebody who only reads", async () => {
    const world = await createWorld();
    const [one, two] = [await makeBusiness(world), await makeBusiness(world)];
    const strategyId = (await addStrategy(world, one)).body.id;
    expect((await addTopic(world, two, "Mixed", { strategyId })).status).toBe(422);
    const viewer = await world.member("viewer");
    const answer = await viewer.client.post(`/v1/businesses/${one}/topics`, { title: "No" });
    expect(answer.status).toBe(403);
    expect((await viewer.client.get(`/v1/businesses/${one}/topics?status=chosen`)).body.data).toEqual([]);
  });
});
