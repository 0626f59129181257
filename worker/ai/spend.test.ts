import { describe, expect, it } from "vitest";
import { makeId, randomBytesPerId } from "../../db/ids";
import { aiCostTracking, type aiTasks } from "../../db/schema/cell/ai";
import { write } from "../kernel/write";
import { writerContext } from "../test/servers/writer";
import { createWorld, unique, type World } from "../test/world";
import { generate } from "./index";

type Task = (typeof aiTasks)[number];

async function day(world: World, on: string, task: Task, costMicros: number, failedCount = 0) {
  const random = crypto.getRandomValues(new Uint8Array(randomBytesPerId));
  await world.database.insert(aiCostTracking).values({
    id: makeId("aiCost", world.cell, Date.now(), random),
    organizationId: world.id,
    day: on,
    provider: "openai",
    model: task === "topics" ? "gpt-5.4" : "gpt-5.4-mini",
    task,
    promptVersion: `${task}-1`,
    costMicros,
    promptTokens: 10,
    completionTokens: 5,
    count: 2,
    failedCount,
    createdAt: 0,
    updatedAt: 0,
  });
}

describe("what writing cost", () => {
  it("is summed by day, task, model and prompt version, and every way comes to the same", async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await day(world, "2031-05-01", "blog_post", 700);
    await day(world, "2031-05-01", "topics", 1000, 1);
    await day(world, "2031-05-03", "blog_post", 50);
    await day(world, "2031-04-30", "blog_post", 9);
    await day(other, "2031-05-01", "blog_post", 5000);
    const by = async (side: string) =>
      (await world.owner.client.get(`/v1/spend?from=2031-05-01&to=2031-05-31&by=${side}`)).body;
    const keys = async (side: string) =>
      (await by(side)).groups.map((group: { key: string; costMicros: number }) => [
        group.key,
        group.costMicros,
      ]);
    expect(await keys("day")).toEqual([
      ["2031-05-01", 1700],
      ["2031-05-03", 50],
    ]);
    expect(await keys("task")).toEqual([
      ["topics", 1000],
      ["blog_post", 750],
    ]);
    expect(await keys("model")).toEqual([
      ["gpt-5.4", 1000],
      ["gpt-5.4-mini", 750],
    ]);
    expect(await keys("promptVersion")).toEqual([
      ["topics-1", 1000],
      ["blog_post-1", 750],
    ]);
    expect(await by("task")).toMatchObject({
      totalMicros: 1750,
      groups: [{ count: 2, failedCount: 1, promptTokens: 10, completionTokens: 5 }, { count: 4 }],
    });
  });

  it("INJ-01 is asked for by words it knows and a span that is bearable", async () => {
    const { owner } = await createWorld();
    for (const query of ["by=cost_micros", "by=day')--", "from=2031-05-02&to=2031-05-01", "from=2020-01-01"])
      expect((await owner.client.get(`/v1/spend?${query}`)).status).toBe(422);
    expect((await owner.client.get("/v1/spend")).body).toMatchObject({
      by: "day",
      totalMicros: 0,
      groups: [],
    });
  });
});

describe("the list of generations", () => {
  it("says what each was, newest first, and takes a judgement", async () => {
    const world = await createWorld();
    const { ctx } = await writerContext(world, "Text");
    for (const version of ["v1", "v2", "v3"]) {
      const asked = {
        task: "email" as const,
        promptVersion: version,
        use: { feature: "generations" as const, key: unique() },
        messages: [{ role: "user" as const, content: "Write." }],
        schema: null,
        material: {},
        maxTokens: 100,
      };
      await write(ctx, (await generate<string>(ctx, asked)).settle);
    }
    const first = (await world.owner.client.get("/v1/generations?limit=2")).body;
    const second = (await world.owner.client.get(`/v1/generations?limit=2&cursor=${first.nextCursor}`)).body;
    const all = [...first.data, ...second.data];
    expect(all.map(({ promptVersion }) => promptVersion)).toEqual(["v3", "v2", "v1"]);
    expect(JSON.stringify(all)).not.toContain("useKey");

    const path = `/v1/generations/${all[0].id}`;
    const marketer = await world.member("marketer");
    const judged = await marketer.client.patch(path, { rating: 4, accepted: true });
    expect(judged.body).toMatchObject({ rating: 4, accepted: true, feedback: "", costMicros: 52 });
    expect((await marketer.client.patch(path, { rating: 6 })).status).toBe(422);
    expect((await marketer.client.patch(path, { costMicros: 0 })).status).toBe(422);
    const viewer = await world.member("viewer");
    expect((await viewer.client.patch(path, { rating: 1 })).status).toBe(403);
    expect((await viewer.client.get("/v1/generations")).status).toBe(403);
    expect((await world.owner.client.get("/v1/generations?limit=1")).body.data[0].rating).toBe(4);
  });
});
