import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { createWorld, type World } from "../../test/world";

const code = (world: World) => world.id.slice(-6);

/** Leads by the thousand, as the API would have written them. */
async function fill(world: World, from: number, count: number): Promise<void> {
  const stages = (await world.owner.client.get("/v1/lead-stages")).body.data;
  const ids = JSON.stringify(
    stages.map(({ id, status }: { id: string; status: string }) => ({ id, status })),
  );
  const body = world.id.slice(6, 15);
  const number = sql`printf('%013d', n)`;
  const stage = (name: string) => sql`(${ids} -> cast(n % 9 as integer) ->> ${name})`;
  await world.database
    .run(sql`with recursive numbers(n) as (select cast(${from} as integer) union all select n + 1 from numbers where n < ${from + count - 1})
    insert into leads (id, organization_id, created_at, updated_at, is_listed, first_name, last_name, name_key, stage_id, stage_since,
      position, status, score, predicted_value, assigned_to)
    select 'lead_' || ${world.cell} || ${body} || ${number}, ${world.id}, n, n, 1, 'Name' || n, 'Person', 'person name' || n,
      ${stage("id")}, n, ${number}, ${stage("status")}, n % 101, n % 5000, case when n % 20 = 0 then ${world.owner.id} end from numbers`);
  await world.database
    .run(sql`insert into leads_fts (rowid, open, contact) select number, ${code(world)} || 'name' || created_at || ' ' || ${code(world)} || 'person', ''
    from leads where organization_id = ${world.id} and created_at >= ${from}`);
}

const questions = [
  "/v1/leads",
  "/v1/leads?sort=-score",
  "/v1/leads?sort=name",
  "/v1/leads?sort=-value",
  "/v1/leads?sort=nextFollowUpAt",
  "/v1/leads?sort=-updatedAt",
  "/v1/leads?status=qualified",
  "/v1/leads?assignedTo=me",
  "/v1/leads?status=qualified&sort=-score",
  "/v1/leads/search?q=person",
  "/v1/leads/search?q=name1",
  "/v1/lead-board",
];

it("a page of ten thousand leads costs what it costs of one thousand", { timeout: 120_000 }, async () => {
  const world = await createWorld();
  const costOf = async (path: string): Promise<number> => {
    const { headers, status } = await world.owner.client.get(path);
    expect(status).toBe(200);
    // safe: the edge writes this header
    return (JSON.parse(headers.get("tributary-rows") ?? "{}") as { read: number }).read;
  };
  const costs = async () => {
    const rows: number[] = [];
    for (const path of questions) rows.push(await costOf(path));
    return rows;
  };
  await fill(world, 1, 1000);
  const small = await costs();
  await fill(world, 1001, 9000);
  const large = await costs();
  const grown = questions.filter((_, index) => (large[index] ?? 0) > (small[index] ?? 0) * 1.2);
  expect(grown).toEqual([]);
});
