import { describe, expect, it } from "vitest";
import { makeId, randomBytesPerId } from "../../db/ids";
import { campaignEvents, visitorIdentities } from "../../db/schema/cell/visitors";
import { inside } from "../test/inside";
import { runNewestJob } from "../test/run-job";
import { createWorld, type World } from "../test/world";

const random = () => crypto.getRandomValues(new Uint8Array(randomBytesPerId));

async function leadIn({ owner: { client } }: World, more: Record<string, unknown> = {}) {
  const body = {
    firstName: "Ada",
    email: "ada@mill.example",
    jobTitle: "Owner",
    companyName: "Mill",
    ...more,
  };
  const { body: lead } = await client.post("/v1/leads", body);
  return lead.id as string;
}

/** As if a browser that is known to be the lead's had read pages, so many days ago. */
async function readPages({ id: organizationId, cell, database }: World, leadId: string, daysAgo: number[]) {
  const visitorId = makeId("visitor", cell, Date.now(), random());
  const shared = { organizationId, visitorId, createdAt: 0 };
  await database.insert(visitorIdentities).values({
    ...shared,
    id: makeId("visitorIdentity", cell, Date.now(), random()),
    leadId: leadId as `lead_${string}`,
    how: "form",
  });
  for (const days of daysAgo) {
    const at = Date.now() - days * 86_400_000;
    const id = makeId("event", cell, at, random());
    const read = {
      type: "view",
      traffic: "human",
      url: "https://mill.example/prices",
      title: "Prices",
    } as const;
    await database.insert(campaignEvents).values({ ...shared, ...read, id, at });
  }
}

const sum = (factors: { points: number }[]) => factors.reduce((all, { points }) => all + points, 0);

describe("the score of a lead", () => {
  it("is explained by factors that sum to it, each naming what it rests on", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const leadId = await leadIn(world);
    await readPages(world, leadId, [0, 3, 40]);
    const { body: score } = await client.get(`/v1/leads/${leadId}/score`);
    expect(sum(score.factors)).toBe(score.score);
    expect(score).toMatchObject({ fit: 26, engagement: 10, band: "warm", modelVersion: "rules/1" });
    const reading = score.factors.filter(({ name }: { name: string }) => name === "Read a page");
    expect(reading).toHaveLength(2);
    expect(reading[0].evidence).toMatchObject({ signal: "view", title: "Prices" });
    expect(score.missing.map(({ name }: { name: string }) => name)).toContain("Has a budget");
    expect(Date.parse(score.changesAt)).toBeGreaterThan(Date.now());
  });

  it("is kept by a job when something happens, and written only when it changes", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const leadId = await leadIn(world);
    await runNewestJob(world.id, "scoring.lead");
    const { body: lead } = await client.get(`/v1/leads/${leadId}`);
    expect(lead).toMatchObject({ score: 32, engagementLevel: "unknown" });
    await client.patch(`/v1/leads/${leadId}`, { budget: "Set for the year" });
    await runNewestJob(world.id, "scoring.lead");
    await client.patch(`/v1/leads/${leadId}`, { notes: "Called once" });
    await runNewestJob(world.id, "scoring.lead");
    const { body: history } = await client.get(`/v1/leads/${leadId}/scores`);
    expect(history.data.map(({ score }: { score: number }) => score)).toEqual([42, 32]);
    for (const each of history.data) expect(sum(each.factors)).toBe(each.score);
  });

  it("ROLE-05 tells who may not see how to reach people how many points that brought, not what was asked", async () => {
    const world = await createWorld();
    const leadId = await leadIn(world, { phone: "+47 555 01 234" });
    const viewer = await world.member("viewer");
    const { body: seen } = await viewer.client.get(`/v1/leads/${leadId}/score`);
    const { body: known } = await world.owner.client.get(`/v1/leads/${leadId}/score`);
    expect(seen.score).toBe(known.score);
    expect(sum(seen.factors)).toBe(seen.score);
    expect(JSON.stringify(seen)).not.toMatch(/email|phone|address|called/i);
    expect(seen.factors.filter(({ name }: { name: string }) => name === "Contact details")).toHaveLength(2);
  });

  it("GDPR-01 goes with a lead that is erased", async () => {
    const world = await createWorld();
    const leadId = await leadIn(world);
    await runNewestJob(world.id, "scoring.lead");
    await world.owner.client.post(`/v1/leads/${leadId}/erasure`);
    await runNewestJob(world.id, "scoring.forget_lead");
    const ctx = await inside(world);
    const left = await ctx.db.$client
      .prepare(
        "select lead_id from lead_scores where lead_id = ? union all select lead_id from lead_score_states where lead_id = ?",
      )
      .bind(leadId, leadId)
      .all();
    expect(left.results).toEqual([]);
  });
});
