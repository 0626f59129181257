import { beforeAll, expect, it } from "vitest";
import { seedDemoYear } from "../test/demo-leads";
import { inside } from "../test/inside";
import { runNewestJob } from "../test/run-job";
import { createWorld, type World } from "../test/world";
import { makeForecasts } from "./make";

type Said = {
  type: string;
  state: string;
  backtest: { hits: number; checks: unknown[] };
  [key: string]: unknown;
};

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await seedDemoYear(world, Date.now());
});

it("foretells the demo's year by a job, and its interval holds in 70 to 90 % of the checks", async () => {
  const { client } = world.owner;
  expect((await client.get("/v1/forecasts/current")).body.data).toEqual([]);
  await makeForecasts(await inside(world));
  const { body } = await client.get("/v1/forecasts/current?granularity=week");
  const said: Said[] = body.data;
  expect(said.map(({ type, state }) => [type, state])).toEqual([
    ["revenue", "ready"],
    ["lead_volume", "ready"],
    ["conversion_rate", "ready"],
    ["deal_velocity", "ready"],
  ]);
  const checks = said.reduce((sum, { backtest }) => sum + backtest.checks.length, 0);
  const hits = said.reduce((sum, { backtest }) => sum + backtest.hits, 0);
  expect(hits / checks).toBeGreaterThanOrEqual(0.7);
  expect(hits / checks).toBeLessThanOrEqual(0.9);
  expect(said[0]).toMatchObject({ currency: "eur", pipeline: { leads: expect.any(Number) } });
});

it("says of each day once, in pages, and a single one by its id", async () => {
  const { client } = world.owner;
  await makeForecasts(await inside(world));
  const { body } = await client.get("/v1/forecasts?type=lead_volume&granularity=month&limit=1");
  expect(body).toMatchObject({ data: [{ type: "lead_volume", granularity: "month" }], nextCursor: null });
  const one = await client.get(`/v1/forecasts/${body.data[0].id}`);
  expect(one.body).toMatchObject({
    ...body.data[0],
    scenarios: [{ name: "careful" }, {}, { name: "hopeful" }],
  });
});

it("counts what a recount in the leads themselves finds", async () => {
  const { client } = world.owner;
  const { body } = await client.get("/v1/forecasts/current?granularity=month");
  const [revenue, volume] = body.data as {
    history: { start: string; value: number }[];
    change: { drivers: { name: string; sourceId: string | null }[] };
  }[];
  const drivers = volume?.change.drivers ?? [];
  expect(drivers.filter(({ name, sourceId }) => name === "source" && sourceId === null)).toEqual([]);
  for (const [measure, column] of [
    [revenue, "closed_at"],
    [volume, "created_at"],
  ] as const) {
    const last = measure?.history.at(-1);
    const sum = column === "closed_at" ? "sum(predicted_value)" : "count(*)";
    const won = column === "closed_at" ? "and status = 'closed_won'" : "";
    const row = await world.database.$client
      .prepare(
        `select ${sum} as n from leads where organization_id = ? ${won} and strftime('%Y-%m', ${column} / 1000, 'unixepoch') = ?`,
      )
      .bind(world.id, last?.start.slice(0, 7))
      .first<{ n: number }>();
    expect(last?.value).toBe(row?.n);
  }
});

it("refuses where there is little to learn from, and a viewer orders nothing", async () => {
  const empty = await createWorld();
  const viewer = await empty.member("viewer");
  expect((await viewer.client.post("/v1/forecasts")).status).toBe(403);
  await empty.owner.client.post("/v1/leads", { firstName: "Ada" });
  await makeForecasts(await inside(empty));
  const { body } = await viewer.client.get("/v1/forecasts/current");
  expect(body.data).toHaveLength(4);
  for (const each of body.data)
    expect(each).toMatchObject({ state: "refused", predictedValue: null, points: [], knownPeriods: 0 });
});

it("is ordered once a minute and comes back by itself each night", async () => {
  const { id, database, owner } = await createWorld();
  const now = Date.now();
  const ordered = await Promise.all([owner.client.post("/v1/forecasts"), owner.client.post("/v1/forecasts")]);
  expect(ordered.map(({ status }) => status)).toEqual([202, 202]);
  await makeForecasts(await inside({ id }, { now: () => now }));
  await makeForecasts(await inside({ id }, { now: () => now }));
  const jobs = await database.$client
    .prepare(
      "select run_at as runAt from jobs where organization_id = ? and dedupe_key like 'forecasts:____-%'",
    )
    .bind(id)
    .all<{ runAt: number }>();
  expect(jobs.results).toHaveLength(1);
  expect(jobs.results[0]?.runAt).toBeGreaterThan(now);
  expect(jobs.results[0]?.runAt).toBeLessThan(now + 30 * 3_600_000);
});

it("begins by itself, once, with the first lead that is won", async () => {
  const { id, database, owner } = await createWorld();
  const ordered = async (type: string) =>
    (
      await database.$client
        .prepare("select run_at as runAt from jobs where organization_id = ? and type = ?")
        .bind(id, type)
        .all<{ runAt: number }>()
    ).results;
  const { body } = await owner.client.get("/v1/lead-stages");
  const won = (body.data as { id: string; status: string }[]).find(({ status }) => status === "closed_won");
  const lead = await owner.client.post("/v1/leads", { firstName: "Ada" });
  expect(await ordered("forecasts.expect")).toEqual([]);
  await owner.client.post(`/v1/leads/${lead.body.id}/moves`, { stageId: won?.id });
  await owner.client.post("/v1/leads", { firstName: "Grace", stageId: won?.id });
  expect(await ordered("forecasts.expect")).toHaveLength(1);
  await runNewestJob(id, "forecasts.expect");
  const [night, ...more] = await ordered("forecasts.make");
  expect(more).toEqual([]);
  expect(night?.runAt).toBeGreaterThan(Date.now());
});
