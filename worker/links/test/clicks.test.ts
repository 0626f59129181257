import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeId, type Id } from "../../../db/ids";
import { clicks, linkDays } from "../../../db/schema/cell/links";
import type { Happening } from "../../kernel/happenings";
import { testBase } from "../../test/base";
import { runNewestJob } from "../../test/run-job";
import { createWorld, unique, type World } from "../../test/world";
import { forgetOldClicks } from "../clicks/forget-old";
import { recordClicks } from "../clicks/record";
import type { ClickData } from "../clicks/shape";
import { clickDataOf } from "../redirect/click";
import { known, type Recorded, recorded } from "./corpus";

const start = Date.UTC(2026, 10, 20, 9);
let world: World;
let links: Id<"link">[];

beforeEach(async () => {
  world = await createWorld();
  const { client } = world.owner;
  const businessId = (await client.post("/v1/businesses", { name: "Northwind Coffee" })).body.id;
  links = [];
  for (const name of ["One", "Two", "Three", "Four"])
    links.push((await client.post("/v1/links", { businessId, name, url: "https://coffee.example" })).body.id);
});

function happeningOf({
  at,
  link,
  address,
  method = "GET",
  headers,
  networkName,
}: Recorded): Happening<ClickData> {
  const request = new Request("https://go.example/l/x", {
    method,
    headers: { "cf-connecting-ip": address, ...headers },
  });
  const linkId = links[link - 1] ?? ("lnk_none" as const);
  const time = start + at * 1000;
  const visitorId = `${address} ${headers["user-agent"]}`.slice(0, 60);
  return {
    id: makeId("click", world.cell, time, crypto.getRandomValues(new Uint8Array(13))),
    organizationId: world.id,
    at: time,
    data: clickDataOf(request, linkId, visitorId, { country: "US", networkName: networkName ?? null }),
  };
}

const record = (some: Happening<ClickData>[]) => recordClicks(testBase(), world.cell, some);

async function counted() {
  const totals = { human: 0, suspect: 0, bot: 0 };
  for (const link of links) {
    const { body } = await world.owner.client.get(`/v1/links/${link}/stats?from=2026-11-20&to=2026-11-20`);
    for (const verdict of ["human", "suspect", "bot"] as const) totals[verdict] += body.totals[verdict];
  }
  return totals;
}

async function recounted() {
  const rows = await world.database
    .select({ verdict: clicks.verdict, n: sql<number>`count(*)` })
    .from(clicks)
    .where(eq(clicks.organizationId, world.id))
    .groupBy(clicks.verdict);
  return { human: 0, suspect: 0, bot: 0, ...Object.fromEntries(rows.map(({ verdict, n }) => [verdict, n])) };
}

/** The words of every day add up to its clicks, and none is below nothing. */
async function assertSound() {
  const rows = await world.database.select().from(linkDays).where(eq(linkDays.organizationId, world.id));
  for (const { clicks: all, countries, devices, referrers } of rows)
    for (const tally of [countries, devices, referrers]) {
      const values = Object.values(tally);
      expect(values.every((value) => value > 0)).toBe(true);
      expect(values.reduce((sum, value) => sum + value, 0)).toBe(all);
    }
}

describe("a recorded corpus of scanners and people", () => {
  it("has the known counts, in whatever batches, out of order and twice (QUE-01)", async () => {
    const all = recorded.map(happeningOf);
    const shuffled = all.toSorted((a, b) => (a.id.slice(-6) < b.id.slice(-6) ? -1 : 1));
    for (let at = 0; at < shuffled.length; at += 7) await record(shuffled.slice(at, at + 7));
    await Promise.all([record(all), record(shuffled.toReversed())]);
    expect(await counted()).toEqual(known);
    expect(await recounted()).toEqual(known);
    await assertSound();
  });

  it("says of each why", async () => {
    await record(recorded.map(happeningOf));
    const rows = await world.database.select().from(clicks).where(eq(clicks.organizationId, world.id));
    const reasons = Object.fromEntries(
      [...Map.groupBy(rows, ({ reason }) => reason)].map(([reason, some]) => [reason, some.length]),
    );
    expect(reasons).toEqual({
      looks_human: 12,
      burst_of_links: 4,
      burst_of_networks: 4,
      head_request: 2,
      prefetch: 2,
      known_agent: 9,
      no_agent: 1,
      unlike_a_browser: 1,
      rented_network: 1,
      not_a_visit: 1,
      repeated: 3,
    });
  });

  it("of a link that is not there, or of somebody else's, is passed over (TEN-09)", async () => {
    const stranger = await createWorld({ cell: world.cell });
    const [first] = recorded;
    if (!first) throw new Error("The corpus is empty.");
    const foreign = { ...happeningOf(first), organizationId: stranger.id };
    const nowhere = happeningOf(first);
    nowhere.data = { ...nowhere.data, linkId: makeId("link", world.cell, start, new Uint8Array(13)) };
    await record([foreign, nowhere]);
    expect(await recounted()).toEqual({ human: 0, suspect: 0, bot: 0 });
  });
});

describe("a verdict", () => {
  it("is turned by a person and turned back, and every count follows", async () => {
    await record(recorded.map(happeningOf));
    const { client } = world.owner;
    const list = await client.get(`/v1/links/${links[3]}/clicks`);
    const one = list.body.data.find(({ reason }: { reason: string }) => reason === "repeated");
    const path = `/v1/links/${links[3]}/clicks/${one.id}`;
    const judged = await client.patch(path, { verdict: "human" });
    expect(judged.body).toMatchObject({ verdict: "human", reason: "by_hand", judgedBy: world.owner.id });
    expect(await counted()).toEqual({ ...known, human: known.human + 1, suspect: known.suspect - 1 });
    const link = (await client.get(`/v1/links/${links[3]}`)).body;
    const stats = (await client.get(`/v1/links/${links[3]}/stats?from=2026-11-20&to=2026-11-20`)).body;
    expect(link.humanCount).toBe(stats.totals.human);
    await client.patch(path, { verdict: null });
    expect(await counted()).toEqual(known);
    await assertSound();
  });

  it("is given to all clicks of a time, and taken back, by a job", async () => {
    await record(recorded.map(happeningOf));
    const { client } = world.owner;
    const range = { from: new Date(start).toISOString(), to: new Date(start + 86_400_000).toISOString() };
    for (const verdict of ["bot", null]) {
      expect((await client.post(`/v1/links/${links[0]}/judgements`, { ...range, verdict })).status).toBe(202);
      expect((await runNewestJob(world.id, "links.judge_range"))?.status).toBe("completed");
      const { totals } = (await client.get(`/v1/links/${links[0]}/stats?from=2026-11-20&to=2026-11-20`)).body;
      expect(totals.human === 0).toBe(verdict === "bot");
    }
    expect(await counted()).toEqual(known);
    await assertSound();
  });
});

describe("clicks of more than two years ago", () => {
  it("GDPR go one by one, and stay counted", async () => {
    await record(recorded.map(happeningOf));
    const late = testBase({ now: () => start + 700 * 86_400_000 });
    await forgetOldClicks(late, world.cell);
    expect(await recounted()).toEqual(known);
    await forgetOldClicks(testBase({ now: () => start + 800 * 86_400_000 }), world.cell);
    expect(await recounted()).toEqual({ human: 0, suspect: 0, bot: 0 });
    expect(await counted()).toEqual(known);
  });
});

describe("a download of clicks", () => {
  it("INJ-05 runs in no spreadsheet", async () => {
    const evil = `=HYPERLINK("https://evil.example","${unique()}")`;
    const [first] = recorded;
    if (!first) throw new Error("The corpus is empty.");
    await record([happeningOf({ ...first, headers: { ...first.headers, "user-agent": evil } })]);
    const { body, headers } = await world.owner.client.get(`/v1/links/${links[0]}/clicks/export`);
    expect(headers.get("content-disposition")).toContain("attachment");
    expect(body).toContain(`"'${evil.replaceAll('"', '""')}"`);
  });

  it("of the links themselves says what is asked for, and runs in no spreadsheet either (INJ-05)", async () => {
    const { client } = world.owner;
    const [first = ""] = links;
    await client.patch(`/v1/links/${first}`, { name: "+49 summer" });
    const { body } = await client.get("/v1/links/export");
    const [, ...lines] = String(body).trimEnd().split("\r\n");
    expect(lines).toHaveLength(links.length);
    expect(lines.find((line) => line.includes(first))).toMatch(/^'\+49 summer,http/);
    expect(String((await client.get("/v1/links/export?state=archived")).body).trimEnd()).toMatch(
      /^name,[\w,]+$/,
    );
  });
});

describe("a link's page", () => {
  it("reads as many rows with many clicks as with few", async () => {
    const { client } = world.owner;
    const rows = async () =>
      JSON.parse((await client.get(`/v1/links/${links[0]}/stats`)).headers.get("tributary-rows") ?? "{}")
        .read;
    const some = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        happeningOf({
          at: index * 20,
          link: 1,
          address: `198.51.${index % 90}.7`,
          headers: {
            "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/143.0",
            "accept-language": "en",
            "sec-fetch-mode": "navigate",
          },
        }),
      );
    await record(some(10));
    const few = await rows();
    for (let batch = 0; batch < 4; batch++) await record(some(100));
    expect(await rows()).toBeLessThanOrEqual(few * 1.2);
  });

  it.each(["sort=clicks);--", "groupBy=country", "from=yesterday", "limit=5&fields=*"])(
    "INJ-01 refuses “%s”",
    async (query) => {
      expect((await world.owner.client.get(`/v1/links/${links[0]}/stats?${query}`)).status).toBe(422);
      expect((await world.owner.client.get(`/v1/links?${query}`)).status).toBe(422);
    },
  );
});
