import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Id, type IdKind, makeId, randomBytesPerId } from "../../../db/ids";
import { conversations } from "../../../db/schema/cell/conversations";
import { facts } from "../../../db/schema/cell/spine";
import { formSubmissions } from "../../../db/schema/cell/submissions";
import { conversions, touchpoints } from "../../../db/schema/cell/leads";
import { clicks, managedUrls } from "../../../db/schema/cell/links";
import { campaignEvents, visitorIdentities } from "../../../db/schema/cell/visitors";
import { runNewestJob } from "../../test/run-job";
import { createWorld, type Member, type World } from "../../test/world";
import { idBefore } from "../entry";

type Entry = {
  id: string;
  at: string;
  kind: string;
  title: string;
  step: number;
  sincePrevious: number | null;
  actor: { kind: string; name: string };
};

const day = 86_400_000;
const start = Date.now() - 100 * day;

let world: World;
let leadId: Id<"lead">;
let viewer: Member;

function idAt<K extends IdKind>(kind: K, at: number): Id<K> {
  return makeId(kind, world.cell, at, crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
}

beforeAll(async () => {
  world = await createWorld();
  viewer = await world.member("viewer");
  const { body } = await world.owner.client.post("/v1/leads", { firstName: "Ada" });
  leadId = body.id;
  await write();
});

/** Two hundred days of everything; many of the steps in the very same moment. */
async function write(): Promise<void> {
  const { database, id: organizationId, owner } = world;
  const own = (at: number) => ({ organizationId, createdAt: at });
  const times = Array.from({ length: 12 }, (_, index) => start + Math.floor(index / 3) * day);
  const [browser, link] = [idAt("visitor", start), idAt("link", start)];
  const stages = await owner.client.get("/v1/lead-stages");
  const [from, stageId] = [stages.body.data[0].id, stages.body.data[1].id];
  await database.insert(visitorIdentities).values({
    ...own(start),
    id: idAt("visitorIdentity", start),
    visitorId: browser,
    leadId,
    how: "form",
  });
  await database.insert(managedUrls).values({
    ...own(start),
    id: link,
    businessId: idAt("business", start),
    slug: link,
    name: "Price list",
    url: "https://prices.test/",
    updatedAt: start,
  });
  for (const [index, at] of times.entries()) {
    const moved = { from, stageId: index % 4 === 3 ? from : stageId };
    await database.batch([
      database.insert(facts).values({
        ...own(at),
        id: idAt("fact", at),
        seq: 10_000 + index,
        type: "lead.moved",
        subjectId: leadId,
        actorId: owner.id,
        data: moved,
      }),
      database.insert(campaignEvents).values({
        ...own(at),
        id: idAt("event", at),
        visitorId: browser,
        at,
        type: "view",
        title: `Page ${index}`,
        traffic: index % 4 === 1 ? "bot" : "human",
      }),
      database.insert(touchpoints).values({
        ...own(at),
        id: idAt("touchpoint", at),
        leadId,
        kind: "visit",
        source: "google",
        medium: "cpc",
        submissionId: index % 4 === 2 ? idAt("submission", at) : null,
        occurredAt: at,
      }),
    ]);
  }
  const at = start + 2 * day;
  await database.batch([
    database.insert(conversions).values({
      ...own(at),
      id: idAt("conversion", at),
      leadId,
      type: "sale",
      value: 120_000,
      currency: "jpy",
      occurredAt: at,
    }),
    database.insert(formSubmissions).values({
      ...own(at),
      id: idAt("submission", at),
      formId: idAt("form", at),
      formVersion: 1,
      state: "kept",
      leadId,
      answers: {},
      origin: { via: "page" },
    }),
    database.insert(conversations).values({
      ...own(at),
      id: idAt("conversation", at),
      leadId,
      threadId: "t",
      direction: "inbound",
      channel: "email",
      content: "Please send the price list to ada@secret.test",
      occurredAt: at,
      analysisStatus: "off",
      updatedAt: at,
    }),
    database.insert(clicks).values({
      ...own(at),
      linkId: link,
      clickId: idAt("click", at),
      visitorId: browser,
      device: "desktop",
      verdict: "human",
      reason: "",
    }),
  ]);
  await owner.client.post(`/v1/leads/${leadId}/activities`, {
    type: "call",
    subject: "Prices",
    outcome: "Wants samples",
    completedAt: new Date(at).toISOString(),
  });
}

async function storyOf(member: Member, query: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const next: string = cursor && `&cursor=${cursor}`;
    const { status, body } = await member.client.get(`/v1/leads/${leadId}/timeline?${query}${next}`);
    expect(status).toBe(200);
    entries.push(...body.data);
    cursor = body.nextCursor;
  }
  return entries;
}

describe("the story of a lead", () => {
  it("is one list of everything, newest first, each step once, counted from the first", async () => {
    const all = await storyOf(world.owner, "limit=100");
    const kinds = Object.fromEntries(
      [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]),
    );
    expect(kinds).toEqual({
      lead: 1,
      stage: 9,
      web: 9,
      touch: 9,
      sale: 1,
      submission: 1,
      conversation: 1,
      click: 1,
      activity: 1,
    });
    expect(all.map(({ step }) => step)).toEqual(all.map((_, index) => all.length - index));
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(all.at(-1)?.sincePrevious).toBeNull();
    for (const [index, { at, sincePrevious }] of all.slice(0, -1).entries())
      expect(sincePrevious).toBe(Date.parse(at) - Date.parse(all[index + 1]?.at ?? ""));
    const titles = all.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        "Became a lead",
        "Moved from New to Contacted",
        "Looked at “Page 0”",
        "Came from an ad on Google",
        "Bought for ¥120,000",
        "Sent a form",
        "Email from them",
        "Clicked “Price list”",
        "Prices · Wants samples",
      ]),
    );
    expect(all.find(({ kind }) => kind === "activity")?.actor).toMatchObject({
      kind: "person",
      name: "Ada Lovelace",
    });
  });

  it("reads the same by pages of any size, also where many steps have the same moment", async () => {
    const all = await storyOf(world.owner, "limit=100");
    for (const limit of [2, 5]) expect(await storyOf(world.owner, `limit=${limit}`)).toEqual(all);
  });

  it("shows some kinds, and refuses one that there is not", async () => {
    const some = await storyOf(world.owner, "kinds=activity,sale&limit=1");
    expect(some.map(({ kind, step }) => [kind, step])).toEqual(
      expect.arrayContaining([[expect.stringMatching(/activity|sale/), 2]]),
    );
    expect(some).toHaveLength(2);
    expect((await world.owner.client.get(`/v1/leads/${leadId}/timeline?kinds=secret`)).status).toBe(422);
  });

  it("ROLE-04 tells what was said only to who may reach people, and nobody else counts it", async () => {
    const seen = await storyOf(viewer, "limit=100");
    expect(JSON.stringify(seen)).not.toContain("secret.test");
    expect(JSON.stringify(seen)).not.toContain("Wants samples");
    expect(seen.some(({ kind }) => kind === "conversation")).toBe(false);
    expect(seen[0]?.step).toBe(seen.length);
    expect(await storyOf(viewer, "kinds=conversation")).toEqual([]);
  });

  it("finds the facts of a lead by their own index", async () => {
    const plan = await world.database.all<{ detail: string }>(sql`explain query plan select id from facts
      where organization_id = ${world.id} and subject_id = ${leadId} and subject_id >= 'lead_' and subject_id < 'lead\`'
      and id < 'fact_z' order by id desc limit 5`);
    expect(plan.map(({ detail }) => detail).join()).toContain(
      "facts_lead (organization_id=? AND subject_id=? AND id<?)",
    );
  });
});

describe("what was changed together with other leads", () => {
  it("is a step of each, until it is undone", async () => {
    const { client } = world.owner;
    const id = (await client.post("/v1/leads", { firstName: "One of many" })).body.id;
    const stages = (await client.get("/v1/lead-stages")).body.data;
    const change = { kind: "stage", stageId: stages[2].id };
    const asked = await client.post("/v1/lead-bulk-actions", { select: { ids: [id] }, change });
    expect(asked.status).toBe(202);
    await runNewestJob(world.id, "leads.bulk");
    const { body } = await client.get(`/v1/leads/${id}/timeline?kinds=stage`);
    expect(body.data).toMatchObject([
      {
        title: "Moved from New to Qualified, together with others",
        actor: { name: "Ada Lovelace" },
        step: 1,
      },
    ]);
    await client.delete(`/v1/lead-bulk-actions/${asked.body.id}`);
    expect((await client.get(`/v1/leads/${id}/timeline?kinds=stage`)).body.data).toEqual([]);
  });
});

describe("the id that all earlier ones are smaller than", () => {
  it("stands between what comes before a place and what comes after", () => {
    const of = (kind: IdKind, at: number, byte: number) =>
      makeId(kind, "00", at, new Uint8Array(randomBytesPerId).fill(byte));
    const places = [999, 1000, 1001].flatMap((at) =>
      (["fact", "event", "activity"] as const).flatMap((kind) =>
        [0, 31].map((byte) => ({ at, id: of(kind, at, byte) })),
      ),
    );
    const isEarlier = (one: { at: number; id: string }, other: { at: number; id: string }) =>
      one.at < other.at || (one.at === other.at && one.id < other.id);
    for (const place of places)
      for (const fact of places.filter(({ id }) => id.startsWith("fact_")))
        expect(fact.id < idBefore("fact", "00", place)).toBe(isEarlier(fact, place));
  });
});
