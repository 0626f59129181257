import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Id } from "../../../db/ids";
import { campaignEvents, visitorIdentities, visitors } from "../../../db/schema/cell/visitors";
import { inside } from "../../test/inside";
import { createWorld, unique, type World } from "../../test/world";
import { forgetVisitorsOf } from "../../visitors/forget";
import { pageOf, trackingKey, viewed } from "./page";

let world: World;
let key: string;

beforeAll(async () => {
  world = await createWorld();
  ({ key } = await trackingKey(world));
});

const client = () => world.owner.client;

async function leadCalled(email: string): Promise<Id<"lead">> {
  const { body } = await client().post("/v1/track/lead", { email });
  return body["leadId"] as Id<"lead">; // safe: the API just made it
}

const journeyOf = async (leadId: string) => {
  const { body } = await client().get(`/v1/leads/${leadId}/journey`);
  return body["data"] as { type: string; url: string; visitorId: string }[];
};

const told = (leadId: string, count: number) =>
  vi.waitFor(async () => {
    const events = await journeyOf(leadId);
    expect(events).toHaveLength(count);
    return events;
  }, 5000);

/** Somebody who looked at a page and then said who they are. */
async function identified(email: string, of = { key }) {
  const page = pageOf(of.key);
  const first = await page.send([viewed()], { consent: true });
  const visitor = String(first.body["visitor"]);
  const event = viewed({ type: "identify", email });
  await page.send([event], { consent: true, visitor });
  return { page, visitor, visitorId: visitor.split(".")[0] as Id<"visitor"> }; // safe: the mark begins with it
}

describe("a visitor who says who they are", () => {
  it("is the lead of that address, with all they did before; plus and case aside", async () => {
    const name = unique();
    const leadId = await leadCalled(`${name}@people.test`);
    await identified(`${name.toUpperCase()}+news@People.Test`);
    const events = await told(leadId, 2);
    expect(events.map(({ type }) => type)).toEqual(["identify", "view"]);
    expect(events[1]?.url).toBe("https://shop.test/coffee");
  });

  it("GDPR-04 without consent stays nobody, and nobody's story", async () => {
    const email = `${unique()}@people.test`;
    const leadId = await leadCalled(email);
    const open = await trackingKey(world, { consentMode: "cookieless" });
    const page = pageOf(open.key);
    await page.send([viewed(), viewed({ type: "identify", email })]);
    const url = `https://shop.test/${unique()}`;
    await page.send([viewed({ url })]);
    await vi.waitFor(
      async () => expect(await world.database.$count(campaignEvents, eq(campaignEvents.url, url))).toBe(1),
      5000,
    );
    expect(await journeyOf(leadId)).toEqual([]);
  });

  it("stays with the lead it named first, until that is undone", async () => {
    const [ada, grace] = [`${unique()}@people.test`, `${unique()}@people.test`];
    const [adaId, graceId] = [await leadCalled(ada), await leadCalled(grace)];
    const { page, visitor } = await identified(ada);
    await told(adaId, 2);
    await page.send([viewed({ type: "identify", email: grace })], { consent: true, visitor });
    await told(adaId, 3);
    expect(await journeyOf(graceId)).toEqual([]);
  });

  it("of another organization's page is not found among our leads", async () => {
    const email = `${unique()}@people.test`;
    const leadId = await leadCalled(email);
    const other = await createWorld({ cell: world.cell });
    const { visitorId } = await identified(email, await trackingKey(other));
    const rows = () =>
      world.database.select().from(campaignEvents).where(eq(campaignEvents.visitorId, visitorId));
    await vi.waitFor(async () => expect(await rows()).toHaveLength(2), 5000);
    expect(await journeyOf(leadId)).toEqual([]);
    expect(await world.database.$count(visitorIdentities, eq(visitorIdentities.visitorId, visitorId))).toBe(
      0,
    );
  });
});

describe("a browser that was taken for a lead's", () => {
  it("is taken away and given back, in the audit log; who may not write may do neither", async () => {
    const email = `${unique()}@people.test`;
    const leadId = await leadCalled(email);
    await identified(email);
    await told(leadId, 2);
    const { body } = await client().get(`/v1/leads/${leadId}/visitors`);
    const [browser] = body["data"] as { id: string; how: string; device: string }[];
    expect(browser).toMatchObject({ how: "email", device: "desktop", undoneAt: null });
    const path = `/v1/leads/${leadId}/visitors/${browser?.id}`;
    const viewer = await world.member("viewer");
    expect((await viewer.client.delete(path)).status).toBe(403);
    expect(await journeyOf(leadId)).toHaveLength(2);
    expect((await client().delete(path)).status).toBe(204);
    expect(await journeyOf(leadId)).toEqual([]);
    expect((await client().delete(path)).status).toBe(409);
    expect((await client().put(path, {})).status).toBe(204);
    expect(await journeyOf(leadId)).toHaveLength(2);
    const log = await client().get(`/v1/audit-logs?limit=5`);
    const actions = (log.body["data"] as { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["visitor.undone", "visitor.redone"]));
  });

  it("GDPR-01 is forgotten with its lead, and others are not", async () => {
    const [gone, stays] = [`${unique()}@people.test`, `${unique()}@people.test`];
    const [goneId, staysId] = [await leadCalled(gone), await leadCalled(stays)];
    const [{ visitorId }] = [await identified(gone), await identified(stays)];
    await told(goneId, 2);
    await told(staysId, 2);
    await forgetVisitorsOf(await inside(world), goneId);
    for (const [table, column] of [
      [campaignEvents, campaignEvents.visitorId],
      [visitors, visitors.id],
      [visitorIdentities, visitorIdentities.visitorId],
    ] as const)
      expect(await world.database.$count(table, and(eq(column, visitorId)))).toBe(0);
    expect(await journeyOf(staysId)).toHaveLength(2);
  });
});

describe("a lead that another program met", () => {
  it("is found or made, with the story of the browser it came by", async () => {
    const page = pageOf(key);
    const { body } = await page.send([viewed()], { consent: true });
    const email = `${unique()}@people.test`;
    const machine = await world.key(["leads:write"]);
    const tell = (more: object = {}) => machine.client.post("/v1/track/lead", { email, ...more });
    const first = await tell({ visitor: body["visitor"], firstName: "Ada" });
    expect(first.body).toMatchObject({ created: true, stitched: true });
    expect((await tell({ visitor: "vis_forged.1.2" })).body).toMatchObject({
      created: false,
      stitched: false,
      leadId: first.body["leadId"],
    });
    await told(String(first.body["leadId"]), 1);
    expect((await machine.client.post("/v1/track/lead", { firstName: "Ada" })).status).toBe(422);
    expect((await (await world.key(["leads:read"])).client.post("/v1/track/lead", { email })).status).toBe(
      403,
    );
  });
});

describe("what visitors did", () => {
  it("is counted by day, people and programs apart, and never across organizations", async () => {
    const house = await createWorld();
    const own = await trackingKey(house, { consentMode: "cookieless" });
    await pageOf(own.key).send([viewed(), viewed()]);
    await pageOf(own.key, { headers: { "user-agent": "Googlebot/2.1" } }).send([viewed()]);
    const day = new Date().toISOString().slice(0, 10);
    const range = `/v1/campaign-events?from=${day}&to=${day}`;
    await vi.waitFor(async () => {
      const { body } = await house.owner.client.get(range);
      expect(body["data"]).toEqual([
        { day, type: "view", traffic: "human", events: 2, visitors: 1 },
        { day, type: "view", traffic: "machine", events: 1, visitors: 1 },
      ]);
    }, 5000);
    expect((await house.owner.client.get("/v1/campaign-events?from=2026-01-01&to=2028-01-01")).status).toBe(
      422,
    );
  });
});
