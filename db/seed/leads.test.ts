import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { expect, test } from "vitest";
import { matchOf } from "../../worker/leads/pure/words";
import { spelling } from "../../worker/test/demo-leads";
import { makeId, randomBytesPerId } from "../ids";
import { seedLeads } from "./leads";

test("what is kept beside the seeded leads is what a recount finds", async () => {
  const now = Date.UTC(2027, 2, 24, 12);
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const organizationId = makeId("organization", "00", now, random(randomBytesPerId));
  const owner = makeId("user", "00", now, random(randomBytesPerId));
  const ground = { control: drizzle(env.DB), now, random };
  await seedLeads(ground, { organizationId, owner, sellers: new Map([["Mateus", owner]]) }, spelling);
  const one = async (query: string, ...values: string[]) =>
    await env.DB.prepare(query)
      .bind(...values)
      .first<Record<string, number>>();
  const told = await one(
    "select sum(lead_count) as leads, sum(value_sum) as worth from lead_stage_totals where organization_id = ?",
    organizationId,
  );
  const counted = await one(
    "select count(*) as leads, sum(predicted_value) as worth from leads where organization_id = ? and is_listed = 1",
    organizationId,
  );
  expect(told).toEqual(counted);
  expect(counted?.["leads"]).toBe(600);
  const found = await one(
    "select count(*) as found from leads_fts where leads_fts match ?",
    matchOf(organizationId, "ingr solb", "open") ?? "",
  );
  const named = await one(
    "select count(*) as found from leads where organization_id = ? and first_name like 'Ingr%' and last_name like 'Solb%'",
    organizationId,
  );
  expect(found).toEqual(named);
});
