import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { expectCompaniesTrue } from "../../leads/test/recount-companies";
import type { Client } from "../../test/client";
import { runNewestJob } from "../../test/run-job";
import type { World } from "../../test/world";

type Column = { column: number; to: string | null };
type Brought = { path: string; body: { id: string; columns: Column[] } };

export async function send(client: Client, file: string | Uint8Array, query = "fileName=leads.csv") {
  const headers = { "content-type": "text/csv" };
  return await client.send("POST", `/v1/lead-imports?${query}`, { headers, body: file });
}

export async function bring(client: Client, file: string | Uint8Array): Promise<Brought> {
  const { status, body } = await send(client, file);
  expect(status).toBe(201);
  return { body, path: `/v1/lead-imports/${body.id}` };
}

/** Every look at it is a moment later, as it is while work is done. */
function goingOn(): () => number {
  let now = Date.now();
  return () => now++;
}

export async function run(world: World, client: Client, path: string, plan: object) {
  const started = await client.post(`${path}/run`, plan);
  expect(started.status).toBe(202);
  for (let turn = 0; turn < 20; turn++) {
    await runNewestJob(world.id, "imports.run", goingOn());
    const { body } = await client.get(path);
    if (body.status !== "running") return body;
  }
  throw new Error("The import does not come to an end.");
}

export async function undo(world: World, client: Client, path: string) {
  expect((await client.post(`${path}/undo`)).status).toBe(202);
  for (let turn = 0; turn < 20; turn++) {
    await runNewestJob(world.id, "imports.run");
    const { body } = await client.get(path);
    if (body.status !== "undoing") return body;
  }
  throw new Error("Undoing does not come to an end.");
}

export function planOf(columns: Column[], more: object = {}) {
  const known = columns.flatMap(({ column, to }) => (to === null ? [] : [{ column, to }]));
  return { columns: known, ...more };
}

/** What is kept beside the leads, counted again from the leads themselves. */
async function recount({ database, id }: World) {
  const kept = await database.all(
    sql`select stage_id, currency, lead_count, value_sum from lead_stage_totals
      where organization_id = ${id} and lead_count <> 0 order by 1, 2`,
  );
  const counted = await database.all(
    sql`select stage_id, case when predicted_value is null then '' else coalesce(value_currency, '') end as currency,
      count(*) as lead_count, coalesce(sum(predicted_value), 0) as value_sum from leads
      where organization_id = ${id} and is_listed = 1 group by 1, 2 order by 1, 2`,
  );
  const links = await database.all(
    sql`select tag_id, lead_id from lead_tag_links where organization_id = ${id} order by 1, 2`,
  );
  const tags = await database.all(
    sql`select tag.value as tag_id, leads.id as lead_id from leads cross join json_each(leads.tags) as tag
      where organization_id = ${id} and is_listed = 1 order by 1, 2`,
  );
  const words = await database.all(
    sql`select count(*) as n from leads join leads_fts on leads_fts.rowid = leads.number where organization_id = ${id}`,
  );
  const rows = await database.all(sql`select count(*) as n from leads where organization_id = ${id}`);
  return { kept: [kept, links, words], counted: [counted, tags, rows] };
}

export async function expectTrue(world: World) {
  const { kept, counted } = await recount(world);
  expect(kept).toEqual(counted);
  await expectCompaniesTrue(world);
}
