import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { organizationMembers } from "../../../db/schema/control/organizations";
import type { Client } from "../../test/client";
import { runNewestJob } from "../../test/run-job";
import { control, createWorld, type World } from "../../test/world";

async function pipeline(count: number) {
  const world = await createWorld();
  const { client } = world.owner;
  const ids: string[] = [];
  for (let i = 0; i < count; i++)
    ids.push(
      String(
        (await client.post("/v1/leads", { firstName: `L${i}`, value: { amount: 100, currency: "usd" } })).body
          .id,
      ),
    );
  const stages = (await client.get("/v1/lead-stages")).body.data;
  const tag = String((await client.post("/v1/lead-tags", { name: "VIP" })).body.id);
  return { world, client, ids, stages, tag };
}

async function run(world: World, client: Client, body: unknown) {
  const started = await client.post("/v1/lead-bulk-actions", body);
  expect(started.status).toBe(202);
  const path = `/v1/lead-bulk-actions/${started.body.id}`;
  await runNewestJob(world.id, "leads.bulk");
  return { path, action: (await client.get(path)).body };
}

async function undo(world: World, client: Client, path: string) {
  expect((await client.delete(path)).status).toBe(202);
  await runNewestJob(world.id, "leads.bulk");
  return (await client.get(path)).body;
}

/** What is told of those that were handed over together. */
async function handOvers({ database, id }: World) {
  return await database.all(sql`select subject_id as subjectId, data ->> 'from' as "from", data ->> 'to' as "to",
    actor_id as actorId from facts where organization_id = ${id} and type = 'lead.assigned'
    and data ->> 'bulkActionId' is not null order by subject_id`);
}

describe("a bulk action", () => {
  it("moves what filters leave, keeps the totals, and gives back what nobody has changed since", async () => {
    const { world, client, ids, stages } = await pipeline(4);
    const change = { kind: "stage", stageId: stages[6].id, reason: "No budget" };
    const { path, action } = await run(world, client, { select: { filters: { status: "new" } }, change });
    expect(action).toMatchObject({ status: "completed", total: 4, done: 4, changed: 4, failed: 0 });
    expect((await client.get(`/v1/leads/${ids[0]}`)).body).toMatchObject({
      status: "closed_lost",
      closeReason: "No budget",
    });
    const lost = (await client.get("/v1/lead-board")).body.columns[6];
    expect(lost).toMatchObject({ count: 4, values: [{ amount: 400, currency: "usd" }] });
    await client.put(`/v1/leads/${ids[1]}/stage`, { stageId: stages[5].id });
    expect(await undo(world, client, path)).toMatchObject({ status: "undone", undone: 4 });
    expect((await client.get(`/v1/leads/${ids[0]}`)).body).toMatchObject({
      status: "new",
      closeReason: "",
      closedAt: null,
    });
    expect((await client.get(`/v1/leads/${ids[1]}`)).body.status).toBe("closed_won");
    expect((await client.get("/v1/lead-board")).body.columns[0]).toMatchObject({
      count: 3,
      values: [{ amount: 300 }],
    });
  });

  it("tags, assigns, sets a field and deletes, and each can be undone", async () => {
    const { world, client, ids, tag } = await pipeline(2);
    await client.post("/v1/custom-fields", {
      key: "size",
      type: "number",
      label: "Size",
      isFilterable: true,
    });
    const condition = encodeURIComponent(
      JSON.stringify({ field: "custom.size", operator: "at_least", value: 5 }),
    );
    const seen = async (query: string) => (await client.get(`/v1/leads?${query}`)).body.data.length;
    const kinds: [change: Record<string, unknown>, query: string][] = [
      [{ kind: "tags", add: [tag], remove: [] }, `tagId=${tag}`],
      [{ kind: "assignee", assignedTo: world.owner.id }, "assignedTo=me"],
      [{ kind: "field", key: "size", value: 7 }, condition && `condition=${condition}`],
    ];
    for (const [change, query] of kinds) {
      const { path, action } = await run(world, client, { select: { ids }, change });
      expect(action).toMatchObject({ status: "completed", changed: 2 });
      expect(await seen(query)).toBe(2);
      expect(await undo(world, client, path)).toMatchObject({ status: "undone" });
      expect(await seen(query)).toBe(0);
    }
    const { path, action } = await run(world, client, {
      select: { filters: {} },
      change: { kind: "delete" },
    });
    expect(action).toMatchObject({ status: "completed", total: 2 });
    expect(await seen("")).toBe(0);
    expect((await client.get("/v1/deleted-leads")).body.data[0].deletedBy).toBe(world.owner.id);
    await undo(world, client, path);
    expect(await seen("")).toBe(2);
    expect((await client.get("/v1/leads/search?q=L1")).body.data).toHaveLength(1);
  });

  it("that hands leads over tells what handing over one tells: the story, and what was still to be done goes along", async () => {
    const { world, client, ids } = await pipeline(2);
    const manager = await world.member("manager");
    await client.patch(`/v1/leads/${ids[0]}`, { assignedTo: world.owner.id });
    await client.post(`/v1/leads/${ids[0]}/activities`, { type: "task", subject: "Call back" });
    const change = { kind: "assignee", assignedTo: manager.id };
    const { path } = await run(world, client, { select: { ids }, change });
    expect(await handOvers(world)).toEqual([
      { subjectId: ids[0], from: world.owner.id, to: manager.id, actorId: world.owner.id },
      { subjectId: ids[1], from: null, to: manager.id, actorId: world.owner.id },
    ]);
    await runNewestJob(world.id, "activities.follow_lead");
    const tasks = async () => (await client.get(`/v1/leads/${ids[0]}/activities`)).body.data;
    expect(await tasks()).toMatchObject([{ assignedTo: manager.id }]);
    await undo(world, client, path);
    await runNewestJob(world.id, "activities.follow_lead");
    const { body } = await client.get(`/v1/leads/${ids[0]}/timeline?kinds=assignment`);
    expect(body.data).toMatchObject([
      { data: { to: world.owner.id, from: manager.id }, actor: { kind: "person", id: world.owner.id } },
      { title: "Given to Ada Lovelace, together with others", data: { to: manager.id } },
      { title: "Given to Ada Lovelace" },
    ]);
    expect((await client.get(`/v1/leads/${ids[1]}`)).body.assignedTo).toBeNull();
  });

  it("TEN-04 changes nothing of others, and says no more of their ids than of ids that are nobody's", async () => {
    const [{ world, client, ids, tag }, theirs] = [await pipeline(1), await pipeline(1)];
    const change = { kind: "tags", add: [tag], remove: [] };
    const { action } = await run(world, client, { select: { ids: [...ids, ...theirs.ids] }, change });
    expect(action).toMatchObject({ status: "completed", total: 2, changed: 1, failed: 1 });
    expect((await theirs.client.get(`/v1/leads/${theirs.ids[0]}`)).body.tagIds).toEqual([]);
    const foreign = { select: { ids }, change: { kind: "tags", add: [theirs.tag], remove: [] } };
    expect((await client.post("/v1/lead-bulk-actions", foreign)).status).toBe(404);
    const assignee = { select: { ids }, change: { kind: "assignee", assignedTo: theirs.world.owner.id } };
    expect((await client.post("/v1/lead-bulk-actions", assignee)).status).toBe(422);
  });

  it("ROLE-04 ROLE-07 needs the right of a single change, when it is asked for and when it is done", async () => {
    const { world, ids, stages, client } = await pipeline(1);
    const { client: seller } = await world.member("sales");
    for (const change of [{ kind: "delete" }, { kind: "assignee", assignedTo: null }])
      expect((await seller.post("/v1/lead-bulk-actions", { select: { ids }, change })).status).toBe(403);
    const manager = await world.member("manager");
    const change = { kind: "stage", stageId: stages[1].id };
    const started = await manager.client.post("/v1/lead-bulk-actions", { select: { ids }, change });
    await control()
      .update(organizationMembers)
      .set({ role: "viewer" })
      .where(eq(organizationMembers.id, manager.memberId));
    await runNewestJob(world.id, "leads.bulk");
    expect((await client.get(`/v1/lead-bulk-actions/${started.body.id}`)).body).toMatchObject({
      status: "failed",
      changed: 0,
    });
    expect((await client.get(`/v1/leads/${ids[0]}`)).body.status).toBe("new");
  });
});
