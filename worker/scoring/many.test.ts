import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Id } from "../../db/ids";
import type { RowMeter } from "../../db/meter";
import { write } from "../kernel/write";
import { changeMany, getLead } from "../leads";
import { inside } from "../test/inside";
import { runNewestJob } from "../test/run-job";
import { createWorld, type World } from "../test/world";
import { rescore } from "./rescore";

async function fill({ database, id, cell }: World, count: number): Promise<void> {
  await database.run(sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
    insert into leads (id, organization_id, created_at, updated_at, is_listed, name_key, stage_id, stage_since, position, status)
    select 'lead_' || ${cell} || ${id.slice(6, 15)} || printf('%013d', n), organization_id, n, n, 1, 'many', stage_id, n, position, status
    from numbers cross join (select * from leads where organization_id = ${id} limit 1)`);
}

it("what is written of one lead reads that lead, however many others there are", async () => {
  const world = await createWorld();
  const { body } = await world.owner.client.post("/v1/leads", { firstName: "Ada", jobTitle: "Owner" });
  const id: Id<"lead"> = body.id;
  await fill(world, 2000);
  const meter: RowMeter = { read: 0, written: 0 };
  const ctx = await inside(world, {}, meter);
  await rescore(ctx, [id]);
  expect((await getLead(ctx, id)).score).toBeGreaterThan(0);
  await write(ctx, changeMany(ctx, [{ lead: await getLead(ctx, id), set: { jobTitle: "Founder" } }]));
  expect((await getLead(ctx, id)).jobTitle).toBe("Founder");
  expect(meter.read).toBeLessThan(300);
});

it("what a bulk action did to many brings up the score of each of them, lot by lot, and of nobody else", async () => {
  const world = await createWorld();
  const { client } = world.owner;
  await client.post("/v1/custom-fields", { key: "pet", type: "text", label: "Pet", isFilterable: true });
  const condition = { field: "custom.pet", operator: "equals", value: "Cat" };
  const rule = { name: "Has a cat", axis: "fit", kind: "property", points: 10, condition };
  expect((await client.post("/v1/scoring-rules", rule)).status).toBe(201);
  await client.post("/v1/leads", { firstName: "Ada" });
  await fill(world, 120);
  const change = { kind: "field", key: "pet", value: "Cat" };
  await client.post("/v1/lead-bulk-actions", { select: { filters: {} }, change });
  await runNewestJob(world.id, "leads.bulk");
  const { body: left } = await client.post("/v1/leads", { firstName: "Bo", customFields: { pet: "Cat" } });
  const scored = async () =>
    await world.database.get(sql`select count(*) as n, min(score) as least from leads
      where organization_id = ${world.id} and score is not null`);
  await runNewestJob(world.id, "scoring.bulk");
  expect(await scored()).toMatchObject({ n: 100, least: 10 });
  await runNewestJob(world.id, "scoring.bulk");
  expect(await scored()).toMatchObject({ n: 121, least: 10 });
  expect((await client.get(`/v1/leads/${left.id}`)).body.score).toBeNull();
});
