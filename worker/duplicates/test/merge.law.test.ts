import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeId, randomBytesPerId } from "../../../db/ids";
import { unscored } from "../../test/unscored";
import { createWorld, unique, type World } from "../../test/world";

type Draft = {
  firstName: string;
  lastName: string;
  jobTitle: string;
  notes: string;
  budget: string;
  companyName: string;
};
type Pair = {
  leads: Draft[];
  touches: number[];
  values: (number | null)[];
  takes: string[];
  keepsSecond: boolean;
};

const word = fc.constantFrom("", "Ada", "Béla", "Röster & Co", "O'Neil", "x".repeat(80), '"quoted", 100 %');
const draft: fc.Arbitrary<Draft> = fc.record({
  firstName: word.map((text) => text || "Somebody"),
  lastName: word,
  jobTitle: word,
  notes: word,
  budget: word,
  companyName: word,
});
const two = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 2, maxLength: 2 });
const pairs: fc.Arbitrary<Pair> = fc.record({
  leads: two(draft),
  touches: two(fc.integer({ min: 0, max: 3 })),
  values: two(fc.option(fc.integer({ min: 1, max: 99_999 }))),
  takes: fc.subarray(["lastName", "email", "jobTitle", "stage", "custom.pet"]),
  keepsSecond: fc.boolean(),
});

describe("merging two leads", () => {
  it("and undoing it gives back equal rows, for random pairs", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    await client.post("/v1/custom-fields", {
      key: "pet",
      type: "text",
      label: "Pet",
      isFilterable: true,
      isUnique: true,
    });
    const tags = await Promise.all(["VIP", "Cold"].map((name) => client.post("/v1/lead-tags", { name })));
    const tagIds = tags.map(({ body }) => String(body.id));
    const stages = (await client.get("/v1/lead-stages")).body.data.map(({ id }: { id: string }) => id);
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        const ids = await Promise.all([0, 1].map((at) => makeLead(world, pair, at, tagIds, stages)));
        const [leadId, mergedId] = pair.keepsSecond ? ids.toReversed() : ids;
        const before = await photograph(world);
        const { body: preview } = await client.get(
          `/v1/lead-merge-preview?leadId=${leadId}&mergedId=${mergedId}`,
        );
        const known = new Set(preview.fields.map(({ name }: { name: string }) => name));
        const choices = Object.fromEntries(
          pair.takes.filter((name) => known.has(name)).map((name) => [name, "merged"]),
        );
        const merge = await client.post("/v1/lead-merges", { leadId, mergedId, choices });
        expect(merge.status).toBe(201);
        expect(await photograph(world)).not.toEqual(before);
        expect((await client.delete(`/v1/lead-merges/${merge.body.id}`)).status).toBe(200);
        expect(await photograph(world)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });
});

async function makeLead(
  world: World,
  pair: Pair,
  at: number,
  tagIds: string[],
  stages: string[],
): Promise<string> {
  const value = pair.values[at];
  const { body } = await world.owner.client.post("/v1/leads", {
    ...pair.leads[at],
    email: `${unique()}@lead.test`,
    phone:
      at === 0 ? null : `+49 30 ${String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(8, "0")}`,
    tagIds: tagIds.slice(at),
    stageId: stages[at],
    customFields: { pet: unique() },
    value: value === null ? null : { amount: value, currency: "usd" },
  });
  for (let touch = 0; touch < (pair.touches[at] ?? 0); touch++) {
    const id = makeId(
      "touchpoint",
      world.cell,
      Date.now(),
      crypto.getRandomValues(new Uint8Array(randomBytesPerId)),
    );
    await world.database
      .run(sql`insert into touchpoints (id, organization_id, created_at, lead_id, kind, occurred_at)
      values (${id}, ${world.id}, 1, ${body.id}, 'form', ${touch})`);
  }
  return String(body.id);
}

const kept = {
  leads: "id",
  deleted_leads: "id",
  touchpoints: "id",
  lead_tag_links: "tag_id || lead_id",
  lead_field_values: "field_id || lead_id",
  lead_stage_totals: "stage_id || currency",
  company_stage_totals: "company_id || stage_id || currency",
  companies: "id",
};

/** All that is kept of leads, but the numbers that rows have by chance and scores, which come when they come; and what the search knows of each. */
async function photograph({ id, database }: World) {
  const rows: Record<string, unknown> = {};
  for (const [table, order] of Object.entries(kept)) {
    const found = await database.all<Record<string, unknown>>(
      sql`select * from ${sql.identifier(table)} where organization_id = ${id} order by ${sql.raw(order)}`,
    );
    rows[table] = found
      .map(({ number: _number, id: rowId, ...row }) => (typeof rowId === "string" ? { rowId, ...row } : row))
      .map(unscored)
      .filter((row) => row["lead_count"] !== 0);
  }
  rows["words"] = await database.all(
    sql`select leads.id, leads_fts.open, leads_fts.contact from leads join leads_fts on leads_fts.rowid = leads.number
      where leads.organization_id = ${id} order by leads.id`,
  );
  return rows;
}
