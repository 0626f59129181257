import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import { runNewestJob } from "../../test/run-job";
import { createWorld, type World } from "../../test/world";

type Entry = { id: string; title: string; step: number | null };

async function storyOf({ owner }: World, leadId: string, limit = 100): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const path: string = `/v1/leads/${leadId}/timeline?kinds=lead,stage,assignment&limit=${limit}`;
    const { body } = await owner.client.get(cursor ? `${path}&cursor=${cursor}` : path);
    entries.push(...body.data);
    cursor = body.nextCursor;
  }
  return entries;
}

async function withTwo() {
  const world = await createWorld();
  const { client } = world.owner;
  const kept = String((await client.post("/v1/leads", { firstName: "Ada" })).body.id);
  const merged = String((await client.post("/v1/leads", { firstName: "Grace" })).body.id);
  const stages = (await client.get("/v1/lead-stages")).body.data;
  return { world, client, kept, merged, stages };
}

const titlesOf = (entries: Entry[]) => entries.map(({ title }) => title);

describe("the story of a lead that took up another", () => {
  it("holds both, by pages of any size, and only its own again once that is undone", async () => {
    const { world, client, kept, merged, stages } = await withTwo();
    await client.put(`/v1/leads/${merged}/stage`, { stageId: stages[1].id });
    await client.patch(`/v1/leads/${merged}`, { assignedTo: world.owner.id });
    const change = { kind: "stage", stageId: stages[2].id };
    await client.post("/v1/lead-bulk-actions", { select: { ids: [kept, merged] }, change });
    await runNewestJob(world.id, "leads.bulk");
    const own = await storyOf(world, kept);
    const others = await storyOf(world, merged);
    const { body: merge } = await client.post("/v1/lead-merges", { leadId: kept, mergedId: merged });
    const both = await storyOf(world, kept);
    // Whose it was came along; both are told in one moment.
    expect(titlesOf(both).slice(0, 2).toSorted()).toEqual([
      "Given to Ada Lovelace",
      "Merged with another lead",
    ]);
    expect(titlesOf(both).slice(2)).toEqual([
      "Moved from New to Qualified, together with others",
      "Given to Ada Lovelace, before the merge",
      "Moved from New to Contacted, before the merge",
      "Became a lead, before the merge",
      "Became a lead",
    ]);
    expect(both.map(({ step }) => step)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    for (const limit of [1, 4])
      expect(await storyOf(world, kept, limit)).toMatchObject(both.map(({ id }) => ({ id })));
    await client.delete(`/v1/lead-merges/${merge.id}`);
    expect(titlesOf(await storyOf(world, kept)).slice(4)).toEqual(titlesOf(own));
    expect(titlesOf(await storyOf(world, merged))).toEqual(titlesOf(others));
  });

  it("holds what came by a merge before that one", async () => {
    const { world, client, kept, merged } = await withTwo();
    const first = String((await client.post("/v1/leads", { firstName: "Mary" })).body.id);
    await client.post("/v1/lead-merges", { leadId: merged, mergedId: first });
    await client.post("/v1/lead-merges", { leadId: kept, mergedId: merged });
    const titles = titlesOf(await storyOf(world, kept));
    expect(titles.filter((title) => title.startsWith("Became"))).toHaveLength(3);
  });

  it("costs a page what a page holds, however long the stories are", async () => {
    const { world, client, kept, merged } = await withTwo();
    await client.post("/v1/lead-merges", { leadId: kept, mergedId: merged });
    await writeFacts(world, [kept, merged], 600);
    const page = await client.get(`/v1/leads/${kept}/timeline?kinds=stage&limit=10`);
    const { body } = page;
    const next = await client.get(
      `/v1/leads/${kept}/timeline?kinds=stage&limit=10&cursor=${body.nextCursor}`,
    );
    expect(next.body.data).toHaveLength(10);
    expect(JSON.parse(next.headers.get("tributary-rows") ?? "").read).toBeLessThan(200);
  });
});

async function writeFacts(
  { database, id, cell, owner }: World,
  leadIds: string[],
  each: number,
): Promise<void> {
  const rows = leadIds.flatMap((leadId, lead) =>
    Array.from({ length: each }, (_, index) => {
      const at = Date.now() - index * 1000 - lead;
      const fact: Id<"fact"> = makeId(
        "fact",
        cell,
        at,
        crypto.getRandomValues(new Uint8Array(randomBytesPerId)),
      );
      return { fact, at, leadId, seq: 10_000 + lead * each + index };
    }),
  );
  await database.run(sql`insert into facts (id, organization_id, created_at, seq, type, subject_id, actor_id, data)
    select value ->> 'fact', ${id}, value ->> 'at', value ->> 'seq', 'lead.moved', value ->> 'leadId', ${owner.id},
    '{"from":"a","stageId":"b"}' from json_each(${JSON.stringify(rows)})`);
}
