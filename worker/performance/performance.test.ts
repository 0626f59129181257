import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inside } from "../test/inside";
import { createWorld, type World } from "../test/world";
import { countPerformance } from "./count";
import { figuresOf } from "./figures";

const today = new Date().toISOString().slice(0, 10);

async function stageIds(world: World): Promise<Record<string, string>> {
  const { body } = await world.owner.client.get("/v1/lead-stages");
  return Object.fromEntries(body.data.map(({ status, id }: { status: string; id: string }) => [status, id]));
}

describe("performance", () => {
  it("is counted in days by a job, and equals a recount of the leads in SQL", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const [one, two] = [await world.member("sales"), await world.member("sales")];
    const team = (await client.post("/v1/teams", { name: "North" })).body.id;
    await client.post(`/v1/teams/${team}/members`, { memberId: one.memberId });
    const stages = await stageIds(world);
    const make = async (firstName: string, more: object) =>
      (await client.post("/v1/leads", { firstName, ...more })).body.id as string;
    const value = { amount: 120_000, currency: "eur" };
    const won = await make("Won", { assignedTo: one.id, value });
    await client.put(`/v1/leads/${won}/stage`, { stageId: stages["qualified"] });
    await client.patch(`/v1/leads/${won}`, { lastContactedAt: new Date().toISOString() });
    await make("Dollars", {
      assignedTo: one.id,
      stageId: stages["closed_won"],
      value: { amount: 500, currency: "usd" },
    });
    await make("Lost", { assignedTo: two.id, stageId: stages["closed_lost"], value });
    const open = await make("Open", { assignedTo: two.id });
    const ctx = await inside(world);
    await countPerformance(ctx, null);
    const path = `/v1/performance?from=${today}&to=${today}`;
    const { body } = await client.get(path);
    expect(body.total).toMatchObject({ created: 4, converted: 1, lost: 1, conversionRate: 0.5 });
    expect(body.members.find(({ userId }: { userId: string }) => userId === one.id)).toMatchObject({
      created: 2,
      qualified: 2,
      revenue: [{ currency: "usd", amount: 500, deals: 1, dealSize: 500 }],
    });
    expect(body.teams).toMatchObject([{ teamId: team, name: "North", created: 2, converted: 1 }]);
    expect((await client.put(`/v1/leads/${open}/deletion`, {})).status).toBe(204);
    await countPerformance(ctx, null);
    const again = (await client.get(path)).body;
    expect(again.total.created).toBe(3);
    const recount = await world.database.get<{
      created: number;
      converted: number;
      revenue: number;
      responses: number;
    }>(
      sql`select count(*) as created, sum(status = 'closed_won') as converted,
        sum(case when status = 'closed_won' then predicted_value end) as revenue,
        count(first_contacted_at) as responses from leads where organization_id = ${world.id}`,
    );
    const kept = await world.database.get(
      sql`select sum(created) as created, sum(converted) as converted, sum(revenue) as revenue,
        sum(responses) as responses from performance_days where organization_id = ${world.id}`,
    );
    expect(kept).toEqual(recount);
  });

  it("writes nothing where nothing has changed", async () => {
    const world = await createWorld();
    await world.owner.client.post("/v1/leads", { firstName: "Ada" });
    const ctx = await inside(world);
    await countPerformance(ctx, null);
    const rows = () =>
      world.database.all(sql`select * from performance_days where organization_id = ${world.id} order by id`);
    const before = await rows();
    await countPerformance(ctx, null);
    expect(await rows()).toEqual(before);
  });

  it("TEN-06 shows nobody another organization's", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    await other.owner.client.post("/v1/leads", { firstName: "Theirs" });
    await countPerformance(await inside(other), null);
    const path = `/v1/performance?from=${today}&to=${today}`;
    expect((await world.owner.client.get(path)).body).toMatchObject({
      countedAt: null,
      total: { created: 0 },
      members: [],
    });
    expect((await world.owner.client.get("/v1/performance?from=2027-01-02&to=2027-01-01")).status).toBe(422);
  });
});

describe("figures", () => {
  const none = {
    created: 0,
    qualified: 0,
    converted: 0,
    lost: 0,
    deals: 0,
    revenue: 0,
    cycleMs: 0,
    responses: 0,
    responseMs: 0,
  };

  it("are never made up where there is nothing to divide by", () => {
    expect(figuresOf([{ ...none, currency: "", created: 2 }])).toEqual({
      created: 2,
      qualified: 0,
      converted: 0,
      lost: 0,
      conversionRate: null,
      revenue: [],
      cycle: null,
      response: null,
    });
  });

  it("are averages over all, and money apart by currency", () => {
    const rows = [
      {
        ...none,
        currency: "eur",
        converted: 2,
        lost: 1,
        deals: 2,
        revenue: 300,
        cycleMs: 90,
        responses: 3,
        responseMs: 30,
      },
      { ...none, currency: "usd", converted: 1, deals: 1, revenue: 70, cycleMs: 30 },
    ];
    expect(figuresOf(rows)).toMatchObject({
      conversionRate: 0.75,
      cycle: 40,
      response: 10,
      revenue: [
        { currency: "eur", amount: 300, deals: 2, dealSize: 150 },
        { currency: "usd", amount: 70, deals: 1, dealSize: 70 },
      ],
    });
  });
});
