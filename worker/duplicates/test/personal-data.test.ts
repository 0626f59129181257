import { getTableName, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Id, type IdKind, makeId, randomBytesPerId } from "../../../db/ids";
import { leadEnrichments } from "../../../db/schema/cell/enrichment";
import { aiInsights } from "../../../db/schema/cell/insights";
import { runNewestJob } from "../../test/run-job";
import { createWorld, unique, type World } from "../../test/world";
import { belongings } from "../belongings";

async function withLead(word: string) {
  const world = await createWorld();
  const { client } = world.owner;
  const id: Id<"lead"> = (
    await client.post("/v1/leads", { firstName: word, email: `${word}@lead.test`, jobTitle: "Owner" })
  ).body.id;
  const path = `/v1/leads/${id}`;
  await client.post(`${path}/activities`, { type: "call", subject: `Called ${word}` });
  await client.post(`${path}/conversations`, {
    direction: "inbound",
    channel: "email",
    content: `I am ${word}`,
  });
  await runNewestJob(world.id, "scoring.lead");
  await findOut(world, id, word);
  return { world, client, id, path };
}

/** As the jobs of these two write it down. */
async function findOut({ database, id: organizationId, cell }: World, leadId: Id<"lead">, word: string) {
  const idFor = <K extends IdKind>(kind: K) =>
    makeId(kind, cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  const own = { organizationId, leadId, createdAt: 0, updatedAt: 0 };
  await database.insert(aiInsights).values({
    ...own,
    id: idFor("insight"),
    type: "buying_signal",
    finding: word,
    title: `${word} asks for the price`,
    description: "",
    confidence: 1,
    priority: 3,
    cited: [],
    data: {},
    expiresAt: 8_000_000_000_000,
  });
  await database.insert(leadEnrichments).values({
    ...own,
    id: idFor("enrichment"),
    status: "completed",
    provider: "embedded",
    domain: "lead.test",
    findings: [{ field: "phone", value: `+49 ${word}`, url: "https://lead.test/", confidence: 1 }],
  });
}

describe("GDPR-02 the file of a person's data", () => {
  it("tells what every area keeps, also where the lead was deleted or taken up by another", async () => {
    const word = unique();
    const { world, client, id, path } = await withLead(word);
    const expected = {
      activities: [{ subject: `Called ${word}` }],
      conversations: [{ content: `I am ${word}` }],
      ai_insights: [{ title: `${word} asks for the price` }],
      lead_enrichments: [{ findings: [{ value: `+49 ${word}` }] }],
    };
    const { body } = await client.get(`${path}/personal-data`);
    expect(body.kept).toMatchObject(expected);
    expect(Object.keys(body.kept)).toHaveLength(belongings.length);
    expect(body.notIncluded).toEqual({});
    const [{ score, explanation }] = body.kept.lead_scores;
    expect(score).toBeGreaterThan(0);
    expect(explanation.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(score);
    await client.put(`${path}/deletion`, undefined);
    expect((await client.get(`${path}/personal-data`)).body.kept).toEqual(body.kept);
    await client.delete(`${path}/deletion`);
    const leadId = (await client.post("/v1/leads", { firstName: "Grace" })).body.id;
    await client.post("/v1/lead-merges", { leadId, mergedId: id });
    const both = (await client.get(`/v1/leads/${leadId}/personal-data`)).body;
    expect(both.kept).toMatchObject(expected);
    expect(both.mergedLeads).toMatchObject([{ id, email: `${word}@lead.test` }]);
    expect(
      await world.database.all(sql`select 1 from audit_logs where organization_id = ${world.id}
      and action = 'lead.personal_data_read'`),
    ).toHaveLength(3);
  });

  it("names what its reader may not see, and is nobody's who may not export", async () => {
    const { world, path } = await withLead(unique());
    const key = await world.key(["leads:read", "leads:contact", "leads:export"]);
    const { body } = await key.client.get(`${path}/personal-data`);
    expect(body.notIncluded).toEqual({ form_submissions: "submissions:read" });
    expect(body.kept).not.toHaveProperty("form_submissions");
    const blind = await world.key(["leads:read", "leads:export"]);
    expect((await blind.client.get(`${path}/personal-data`)).status).toBe(403);
  });

  it("knows of every table that keeps rows by lead", async () => {
    const { database } = await createWorld();
    const tables = await database.all<{ name: string }>(sql`select name from sqlite_master
      where type = 'table' and sql like '%\`lead_id\`%'`);
    const known = new Set(belongings.map(({ table }) => getTableName(table)));
    expect(
      tables
        .map(({ name }) => name)
        .filter((name) => !known.has(name))
        .toSorted(),
    ).toEqual(madeOfOthers);
  });
});

/** What these hold is said by the lead itself, its scores, its merges or what a bulk action did to it. */
const madeOfOthers = [
  "bulk_action_leads",
  "lead_duplicates",
  "lead_field_values",
  "lead_score_states",
  "lead_tag_links",
];
