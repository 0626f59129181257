import { getTableColumns, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { inside } from "../test/inside";
import { runNewestJob } from "../test/run-job";
import { createWorld, type World } from "../test/world";
import { reactions } from "../reactions";
import { handOut } from "./hand-out";
import { handOver } from "./sweep";

type Lead = Id<"lead">;

async function makeLead(world: World, more: object = {}): Promise<Lead> {
  const { status, body } = await world.owner.client.post("/v1/leads", { firstName: `Ada ${seq++}`, ...more });
  expect(status).toBe(201);
  return body.id;
}
let seq = 0;

/** A thousand gives the same, in eight seconds. */
const many = 80;

async function makeMany(world: World, count: number): Promise<Lead[]> {
  const first = await makeLead(world);
  const ids = Array.from(
    { length: count - 1 },
    (_, at) => `${first.slice(0, -3)}${String(at).padStart(3, "0")}` as Lead,
  );
  const columns = Object.values(getTableColumns(leads)).map(({ name }) => name);
  const list = sql.raw(columns.join(", "));
  const copied = sql.raw(columns.map((name) => own[name] ?? name).join(", "));
  await world.database.run(
    sql`insert into leads (${list}) select ${copied} from leads cross join json_each(${JSON.stringify(ids)})
      where organization_id = ${world.id} and leads.id = ${first}`,
  );
  return [first, ...ids];
}
const own: Record<string, string> = { number: "null", id: "value", match_key: "null" };

async function makeRule(world: World, draft: object): Promise<string> {
  const { status, body } = await world.owner.client.post("/v1/assignment-rules", { name: "Rule", ...draft });
  expect(status).toBe(201);
  return body.id;
}

async function dealt(world: World, id: Lead) {
  await handOut(await inside(world), id, { cause: "created", from: null });
  return (await world.owner.client.get(`/v1/leads/${id}/assignment`)).body;
}

describe("handing out leads", () => {
  it("goes round, by the first rule that a lead meets, and says why", async () => {
    const world = await createWorld();
    const [one, two, expert] = [
      await world.member("sales"),
      await world.member("sales"),
      await world.member("sales"),
    ];
    const isBig = { field: "value", operator: "at_least", value: 1000 };
    await makeRule(world, { name: "Everybody", userIds: [one.id, two.id] });
    await makeRule(world, { name: "Big", userIds: [expert.id], condition: isBig, position: 0 });
    const order = [];
    for (let i = 0; i < 4; i++) order.push((await dealt(world, await makeLead(world))).assignedTo);
    expect(order).toEqual([one.id, two.id, one.id, two.id]);
    const big = await makeLead(world, { value: { amount: 5000, currency: "eur" } });
    await runNewestJob(world.id, "assignment.hand_out");
    const { body } = await world.owner.client.get(`/v1/leads/${big}/assignment`);
    expect(body).toMatchObject({
      assignedTo: expert.id,
      why: {
        way: "round_robin",
        cause: "created",
        ruleName: "Big",
        openLeads: 0,
        standings: [{ userId: expert.id, standing: "free" }],
      },
    });
    const facts = await world.database.all<{ data: string }>(
      sql`select data from facts where organization_id = ${world.id} and type = 'lead.assigned' order by seq`,
    );
    expect(facts.map(({ data }) => JSON.parse(data).to)).toEqual([...order, expert.id]);
  });

  it("asks who has fewest, passes by who is full, away or not at work, and then waits for the hour at which somebody is", async () => {
    const world = await createWorld();
    const [busy, calm] = [await world.member("sales"), await world.member("sales")];
    await makeLead(world, { assignedTo: busy.id });
    await makeRule(world, { method: "least_loaded", userIds: [busy.id, calm.id] });
    expect((await dealt(world, await makeLead(world))).assignedTo).toBe(calm.id);
    const change = (id: string, body: object) =>
      world.owner.client.patch(`/v1/lead-availability/${id}`, body);
    expect((await change(busy.id, { capacity: 1 })).body).toMatchObject({ openLeads: 1, standing: "full" });
    expect((await dealt(world, await makeLead(world))).assignedTo).toBe(calm.id);
    const mondays = [[{ from: 540, to: 600 }], [], [], [], [], [], []];
    const absences = [{ from: "2020-01-01", to: "2039-12-31" }];
    await change(calm.id, { hours: mondays, timezone: "UTC", absences });
    const sunday = Date.parse("2040-01-01T12:00:00Z");
    const waiting = await makeLead(world);
    await handOut(await inside(world, { now: () => sunday }), waiting, { cause: "created", from: null });
    const { body } = await world.owner.client.get(`/v1/leads/${waiting}/assignment`);
    expect(body).toMatchObject({ assignedTo: null, why: { way: "nobody" } });
    expect(body.why.standings).toEqual([
      { userId: busy.id, standing: "full" },
      { userId: calm.id, standing: "off_hours" },
    ]);
    await change(busy.id, { takesLeads: false });
    await handOut(await inside(world, { now: () => sunday }), waiting, { cause: "created", from: null });
    await runNewestJob(world.id, "assignment.sweep", Date.parse("2040-01-02T09:00:00Z"));
    expect((await world.owner.client.get(`/v1/leads/${waiting}`)).body.assignedTo).toBe(calm.id);
  });

  it("gives to the one it falls back on, and never to somebody who may not work on leads", async () => {
    const world = await createWorld();
    const [viewer, boss] = [await world.member("viewer"), await world.member("manager")];
    await makeRule(world, { userIds: [viewer.id], fallbackTo: boss.id });
    expect(await dealt(world, await makeLead(world))).toMatchObject({
      assignedTo: boss.id,
      why: { way: "fallback", standings: [{ userId: viewer.id, standing: "gone" }] },
    });
  });

  it("is even to one under many at once, never goes beyond a capacity, and tells of each lead once", async () => {
    const world = await createWorld();
    const people = [await world.member("sales"), await world.member("sales"), await world.member("sales")];
    const [one = "", two = "", full = ""] = people.map(({ id }) => id);
    await makeRule(world, { userIds: [one, two, full] });
    await world.owner.client.patch(`/v1/lead-availability/${full}`, { capacity: 20 });
    const made = await makeMany(world, many);
    const ctx = await inside(world);
    const deal = (ids: Lead[]) =>
      Promise.all(ids.map((id) => handOut(ctx, id, { cause: "created", from: null })));
    await Promise.all([deal(made), deal(made.slice(0, 20))]);
    const counts = await world.database.all<{ user: string; count: number }>(
      sql`select assigned_to as user, count(*) as count from leads where organization_id = ${world.id} group by 1`,
    );
    const half = (many - 20) / 2;
    expect(Object.fromEntries(counts.map(({ user, count }) => [user, count]))).toEqual({
      [one]: half,
      [two]: half,
      [full]: 20,
    });
    const [facts] = await world.database.all<{ count: number }>(
      sql`select count(*) as count from facts where organization_id = ${world.id} and type = 'lead.assigned'`,
    );
    expect(facts?.count).toBe(many);
  });

  it("gives what somebody was working on to others when they leave", async () => {
    const world = await createWorld();
    const [leaver, stays] = [await world.member("sales"), await world.member("sales")];
    await makeRule(world, { userIds: [leaver.id, stays.id] });
    const open = await makeLead(world, { assignedTo: leaver.id });
    const stages = (await world.owner.client.get("/v1/lead-stages")).body.data;
    const won = stages.find(({ status }: { status: string }) => status === "closed_won");
    const closed = await makeLead(world, { assignedTo: leaver.id, stageId: won.id });
    await world.owner.client.delete(`/v1/members/${leaver.memberId}`);
    const [job] = reactions.jobsFor({ type: "member.removed", data: { userId: leaver.id } });
    expect(job).toMatchObject({ type: "assignment.hand_over", payload: { userId: leaver.id } });
    await handOver(await inside(world), leaver.id);
    expect((await world.owner.client.get(`/v1/leads/${open}/assignment`)).body).toMatchObject({
      assignedTo: stays.id,
      why: { cause: "handed_over", fromUserId: leaver.id },
    });
    expect((await world.owner.client.get(`/v1/leads/${closed}`)).body.assignedTo).toBe(leaver.id);
  });
});

describe("assigning by hand", () => {
  it("ROLE-03 needs the right, and says who did it", async () => {
    const world = await createWorld();
    const [seller, manager] = [await world.member("sales"), await world.member("manager")];
    const path = `/v1/leads/${await makeLead(world)}/assignment`;
    expect((await seller.client.post(path, { assignedTo: seller.id })).status).toBe(403);
    const given = await manager.client.post(path, { assignedTo: seller.id });
    expect(given.body).toMatchObject({ assignedTo: seller.id, why: { way: "hand", actorId: manager.id } });
    await makeRule(world, { userIds: [seller.id, manager.id] });
    expect((await manager.client.post(path, {})).body).toMatchObject({ assignedTo: manager.id });
    expect((await manager.client.post(path, { assignedTo: null })).body.assignedTo).toBe(null);
    expect((await manager.client.post("/v1/assignment-sweeps", {})).body).toEqual({ count: 1 });
    await runNewestJob(world.id, "assignment.sweep");
    expect((await seller.client.get(path)).body.assignedTo).not.toBe(null);
  });

  it("TEN-02 names nobody of another organization, in a rule or for a lead", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const stranger = other.owner.id;
    const id = await makeLead(world);
    const rule = await makeRule(world, { userIds: [world.owner.id] });
    const { client } = world.owner;
    for (const refused of [
      await client.post("/v1/assignment-rules", { name: "x", userIds: [stranger] }),
      await client.patch(`/v1/assignment-rules/${rule}`, { fallbackTo: stranger }),
      await client.post(`/v1/leads/${id}/assignment`, { assignedTo: stranger }),
    ])
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_member" }] } });
    expect((await client.patch(`/v1/lead-availability/${stranger}`, { capacity: 1 })).status).toBe(404);
    expect((await client.get(`/v1/assignment-rules/${rule}`)).body).toMatchObject({
      userIds: [world.owner.id],
      fallbackTo: null,
    });
  });

  it("lets a person say when they are away, and nobody else's", async () => {
    const world = await createWorld();
    const [one, two] = [await world.member("sales"), await world.member("sales")];
    const absences = [{ from: "2027-01-01", to: "2027-01-08" }];
    expect((await one.client.patch(`/v1/lead-availability/${one.id}`, { absences })).body.absences).toEqual(
      absences,
    );
    expect((await one.client.patch(`/v1/lead-availability/${two.id}`, { absences })).status).toBe(403);
    expect((await world.owner.client.get("/v1/lead-availability?limit=2")).body.data).toHaveLength(2);
  });
});
