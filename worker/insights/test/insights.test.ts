import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { aiInsights } from "../../../db/schema/cell/insights";
import { jobs } from "../../../db/schema/cell/spine";
import type { Client } from "../../test/client";
import { inside } from "../../test/inside";
import { runNewestJob } from "../../test/run-job";
import { createWorld, type World } from "../../test/world";
import { refreshAtNight } from "../night";
import { refreshInsights } from "../refresh";

type Insight = { id: string; type: string; finding: string; status: string; cited: { id: string }[] };

let world: World;
let client: Client;
beforeAll(async () => {
  world = await createWorld();
  client = world.owner.client;
});

async function makeLead(firstName: string): Promise<Id<"lead">> {
  return (await client.post("/v1/leads", { firstName })).body.id as Id<"lead">; // safe: the API answers it
}

const insightsOf = async (lead: string, who = client): Promise<Insight[]> =>
  (await who.get(`/v1/leads/${lead}/insights`)).body.data;
const kinds = (insights: Insight[]) => insights.map(({ type, finding }) => `${type} ${finding}`);
const look = async (lead: Id<"lead">, at = Date.now()) =>
  await refreshInsights(await inside(world, { now: () => at }), [lead]);

const mail = {
  direction: "inbound",
  channel: "email",
  content: "How much is it? We compare with Bean Brothers.",
};

async function talkTo(lead: string, more: object = {}): Promise<string> {
  const { body } = await client.post(`/v1/leads/${lead}/conversations`, { ...mail, ...more });
  await runNewestJob(world.id, "conversations.analyze");
  return String(body.id);
}

describe("insights", () => {
  it("follow what happens to a lead, cite it, and say what to do next", async () => {
    const lead = await makeLead("Ada");
    await runNewestJob(world.id, "insights.lead");
    expect(kinds(await insightsOf(lead))).toEqual(["next_best_action first_contact"]);
    const conversation = await talkTo(lead);
    await look(lead);
    const found = await insightsOf(lead);
    expect(kinds(found).toSorted()).toEqual([
      "buying_signal asks_price",
      "buying_signal compares",
      "competitive_threat bean brothers",
      "next_best_action answer",
    ]);
    for (const { cited } of found) expect(cited[0]?.id).toBe(conversation);
    const next = await client.get(`/v1/next-actions?leadIds=${lead}`);
    expect(next.body.data).toMatchObject([{ leadId: lead, title: "Answer their email", priority: "high" }]);
    await client.patch(`/v1/conversations/${conversation}/correction`, { buyingSignals: [], entities: [] });
    await look(lead);
    expect(kinds(await insightsOf(lead))).toEqual(["next_best_action answer"]);
    const again = await client.get("/v1/insights");
    expect(again.body.data.map(({ leadId }: { leadId: string }) => leadId)).toContain(lead);
  });

  it("that somebody decided on stay so, until something newer shows them", async () => {
    const lead = await makeLead("Decided");
    await talkTo(lead);
    await look(lead);
    const signal = (await insightsOf(lead)).find(({ finding }) => finding === "asks_price");
    const path = `/v1/insights/${signal?.id}/decision`;
    expect((await client.put(path, { status: "dismissed" })).body).toMatchObject({
      decidedBy: world.owner.id,
    });
    expect((await client.delete(path)).body).toMatchObject({ status: "open", decidedBy: null });
    await client.put(path, { status: "dismissed" });
    await look(lead);
    expect(kinds(await insightsOf(lead))).not.toContain("buying_signal asks_price");
    await talkTo(lead, { occurredAt: new Date(Date.now() + 60_000).toISOString() });
    await look(lead, Date.now() + 60_000);
    const back = (await insightsOf(lead)).find(({ finding }) => finding === "asks_price");
    expect(back).toMatchObject({ id: signal?.id, status: "open" });
  });

  it("write nothing where nothing is different", async () => {
    const lead = await makeLead("Same");
    await look(lead);
    const before = await world.database.select().from(aiInsights).where(eq(aiInsights.leadId, lead));
    await look(lead, Date.now() + 1000);
    expect(await world.database.select().from(aiInsights).where(eq(aiInsights.leadId, lead))).toEqual(before);
  });

  it("are looked at anew once a night, for time alone makes somebody wait", async () => {
    const lead = await makeLead("Night");
    await look(lead);
    const later = Date.now() + 9 * 86_400_000;
    await refreshAtNight(await inside(world, { now: () => later }), null);
    const rows = await world.database.select().from(aiInsights).where(eq(aiInsights.leadId, lead));
    expect(rows.map(({ finding }) => finding).toSorted()).toEqual(["first_contact", "quiet"]);
    const nights = await world.database
      .select()
      .from(jobs)
      .where(and(eq(jobs.organizationId, world.id), like(jobs.type, "insights.night")));
    expect(nights).toHaveLength(2);
  });

  it("ROLE-05 that rest on a conversation are nobody's who may not see those", async () => {
    const lead = await makeLead("Hidden");
    await talkTo(lead);
    await look(lead);
    const viewer = (await world.member("viewer")).client;
    const hidden = (await insightsOf(lead))[0];
    expect(await insightsOf(lead, viewer)).toEqual([]);
    expect((await viewer.get(`/v1/next-actions?leadIds=${lead}`)).body.data).toEqual([]);
    expect(JSON.stringify((await viewer.get("/v1/insights?limit=100")).body)).not.toContain(lead);
    const writer = (await world.key(["leads:read", "leads:write"])).client;
    const denied = await writer.put(`/v1/insights/${hidden?.id}/decision`, { status: "dismissed" });
    expect(denied.status).toBe(404);
    expect((await insightsOf(lead)).find(({ id }) => id === hidden?.id)).toEqual(hidden);
  });
});
