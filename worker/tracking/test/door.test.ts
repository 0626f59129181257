import { SELF } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { campaignEvents, visitors } from "../../../db/schema/cell/visitors";
import { testBase } from "../../test/base";
import { createWorld, unique, type World } from "../../test/world";
import { answerEvents } from "../door/answer-events";
import { isAllowed } from "../door/origin";
import { eventsOf, pageOf, trackingKey, viewed } from "./page";

let world: World;
let asking: string;
let cookieless: string;

beforeAll(async () => {
  world = await createWorld();
  asking = (await trackingKey(world)).key;
  cookieless = (await trackingKey(world, { consentMode: "cookieless" })).key;
});

const stored = (url: string) =>
  vi.waitFor(
    async () => {
      const found = (await eventsOf(world)).filter((event) => event.url === url);
      expect(found).not.toEqual([]);
      return found;
    },
    { timeout: 5000 },
  );

describe("GDPR-04 consent decides", () => {
  it.each([
    ["asks, was not given", () => asking, false, {}, 0, false],
    ["asks, was given", () => asking, true, {}, 1, true],
    ["is not asked for, was not given", () => cookieless, false, {}, 1, false],
    ["is not asked for, was given", () => cookieless, true, {}, 1, true],
    [
      "asks, was given, but the browser says Global Privacy Control",
      () => asking,
      true,
      { "sec-gpc": "1" },
      0,
      false,
    ],
    ["is not asked for, but Global Privacy Control", () => cookieless, false, { "sec-gpc": "1" }, 0, false],
  ] as const)(
    "%s: so many are taken, and a mark to keep or none",
    async (_, key, consent, headers, taken, marked) => {
      const answer = await pageOf(key(), { headers }).send([viewed()], { consent });
      expect(answer.status).toBe(202);
      expect(answer.body["accepted"]).toBe(taken);
      expect(answer.body["visitor"] !== undefined).toBe(marked);
      expect(answer.headers.get("set-cookie")).toBeNull();
    },
  );

  it("keeps neither address, browser string nor query, and of the place the country alone", async () => {
    const path = `https://shop.test/${unique()}`;
    await pageOf(cookieless).send([viewed({ url: `${path}?email=ada@x.test&utm_source=Mail#top` })]);
    const [event] = await stored(path);
    expect(event).toMatchObject({ device: "desktop", utm: { source: "mail" }, traffic: "human" });
    expect(JSON.stringify(event)).not.toMatch(/ada@|Gecko|2001:db8/);
    const [visitor] = await world.database
      .select()
      .from(visitors)
      .where(eq(visitors.id, event?.visitorId ?? "vis_"));
    expect(visitor).toMatchObject({ kind: "daily", landingUrl: path });
    expect(JSON.stringify(visitor)).not.toMatch(/ada@|Gecko|2001:db8/);
  });

  it("makes who kept a mark the same visitor again; a mark of our making for another house is nobody's", async () => {
    const path = `https://shop.test/${unique()}`;
    const page = pageOf(asking);
    const first = await page.send([viewed({ url: path })], { consent: true });
    await page.send([viewed({ url: path })], { consent: true, visitor: first.body["visitor"] });
    await vi.waitFor(async () => expect(await stored(path)).toHaveLength(2), { timeout: 5000 });
    expect(new Set((await stored(path)).map(({ visitorId }) => visitorId)).size).toBe(1);
    const other = await createWorld();
    const elsewhere = await pageOf((await trackingKey(other)).key).send([viewed()], {
      consent: true,
      visitor: first.body["visitor"],
    });
    expect(String(elsewhere.body["visitor"]).split(".")[0]).not.toBe(
      String(first.body["visitor"]).split(".")[0],
    );
  });
});

describe("KEY-07 a publishable key", () => {
  it.each(["/v1/me", "/v1/businesses", "/v1/tracking-keys"])("opens nothing else: %s", async (path) => {
    const headers = { authorization: `Bearer ${asking}` };
    const answer = await SELF.fetch(`http://localhost${path}`, { headers });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "publishable_key" });
  });

  it("learns nothing of what it sent, and nothing of what is there", async () => {
    const { body } = await pageOf(asking).send([viewed()], { consent: true });
    expect(Object.keys(body).toSorted()).toEqual(["accepted", "handover", "visitor"]);
  });

  it.each([
    ["never made", () => "trb_pub_00m7zqpdvma24xg1c5m5tvv0"],
    ["of another cell", () => asking.replace("trb_pub_", "trb_pub_zz").slice(0, asking.length)],
    ["no key at all", () => "nonsense"],
  ])("that is %s is a 404", async (_, key) => {
    expect((await pageOf(key()).send([viewed()])).status).toBe(404);
  });

  it("that was revoked opens nothing after half a minute; one that was replaced works for another day", async () => {
    const { client } = world.owner;
    const old = await trackingKey(world, { consentMode: "cookieless" });
    const fresh = await client.post(`/v1/tracking-keys/${old.id}/rotation`, {});
    const statusOf = async (key: string, afterMs: number) => {
      const body = JSON.stringify({ key, consent: false, now: Date.now(), events: [viewed()] });
      const request = new Request("http://localhost/t/events", { method: "POST", body });
      const base = testBase({
        now: () => Date.now() + afterMs,
        charge: async () => ({ allowed: true, results: [] }),
      });
      return await answerEvents(base, request).then(
        ({ status }) => status,
        (error: { status: number }) => error.status,
      );
    };
    expect(await statusOf(old.key, 3_600_000)).toBe(202);
    expect(await statusOf(old.key, 25 * 3_600_000)).toBe(404);
    expect(await statusOf(String(fresh.body["key"]), 25 * 3_600_000)).toBe(202);
    await client.delete(`/v1/tracking-keys/${String(fresh.body["id"])}`);
    expect(await statusOf(String(fresh.body["key"]), 26 * 3_600_000)).toBe(404);
  });
});

describe("CORS-03 the websites that are named", () => {
  it.each([
    [[], "https://anything.test", true],
    [[], "", true],
    [["shop.test"], "https://shop.test", true],
    [["shop.test"], "https://www.shop.test", false],
    [["shop.test"], "https://shop.test.evil.test", false],
    [["shop.test"], "https://evilshop.test", false],
    [["*.shop.test"], "https://a.b.shop.test", true],
    [["*.shop.test"], "https://shop.test", true],
    [["*.shop.test"], "https://evilshop.test", false],
    [["shop.test:8443"], "https://shop.test:8443", true],
    [["shop.test"], "null", false],
    [["shop.test"], "", false],
  ] as const)("%j: a page of “%s” may send: %s", (domains, origin, allowed) => {
    expect(isAllowed(domains, new Headers(origin === "" ? {} : { origin }))).toBe(allowed);
  });

  it("may send; another is told why in its console, and nothing is taken", async () => {
    const { key } = await trackingKey(world, { domains: ["shop.test"], consentMode: "cookieless" });
    const path = `https://evil.test/${unique()}`;
    const refused = await pageOf(key, { origin: "https://evil.test" }).send([viewed({ url: path })]);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: "origin_not_allowed" });
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://evil.test");
    const taken = await pageOf(key).send([viewed()]);
    expect(taken.status).toBe(202);
    expect(taken.headers.get("access-control-allow-credentials")).toBeNull();
    expect(taken.headers.get("vary")).toContain("Origin");
    expect(await world.database.$count(campaignEvents, eq(campaignEvents.url, path))).toBe(0);
  });

  it("ask beforehand once a day", async () => {
    const headers = { origin: "https://shop.test", "access-control-request-method": "POST" };
    const answer = await SELF.fetch("http://localhost/t/events", { method: "OPTIONS", headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-max-age")).toBe("86400");
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://shop.test");
  });
});

describe("what a page sends", () => {
  const textOf = (events: unknown, more = ""): string =>
    `{"key":"${asking}","consent":true,"now":${Date.now()}${more},"events":${JSON.stringify(events)}}`;

  it.each([
    ["JSON-01 too much", (): string => textOf([viewed({ title: "x".repeat(17_000) })]), 413],
    ["JSON-01 too deep", (): string => `{"key":${"[".repeat(40)}${"]".repeat(40)}}`, 422],
    ["JSON-01 too many events", (): string => textOf(Array.from({ length: 21 }, () => viewed())), 422],
    ["JSON-01 no JSON", (): string => "{", 400],
    ["JSON-01 a list", (): string => "[]", 422],
    [
      "JSON-01 a number past all numbers",
      (): string => textOf([viewed()]).replace(/"now":\d+/, '"now":1e400'),
      422,
    ],
    ["JSON-02 a prototype", (): string => textOf([viewed()], ',"__proto__":{"polluted":1}'), 422],
    [
      "JSON-02 a constructor in its data",
      (): string => textOf([viewed({ data: { constructor: "x" } })]),
      422,
    ],
    ["a field that nobody knows", (): string => textOf([viewed({ organizationId: world.id })]), 422],
    ["a visitor's own id", (): string => textOf([viewed({ visitorId: "vis_1" })]), 422],
    ["a type that only we may tell", (): string => textOf([viewed({ type: "form_submit" })]), 422],
    ["no events", (): string => textOf([]), 422],
  ] as const)("%s is refused, and its page may read why", async (_, text, status) => {
    const answer = await pageOf(asking).sendText(text());
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://shop.test");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("QUE-01 twice is there once", async () => {
    const path = `https://shop.test/${unique()}`;
    const event = viewed({ url: path });
    const page = pageOf(cookieless);
    for (let time = 0; time < 3; time++) await page.send([event]);
    await page.send([viewed({ url: `${path}/last` })]);
    await stored(`${path}/last`);
    expect(await stored(path)).toHaveLength(1);
  });

  it("SPAM-03 in a flood is cut off by address, and others of the same key are not", async () => {
    const flood = pageOf(cookieless);
    const twenty = () => Array.from({ length: 20 }, () => viewed({ url: "https://flood.test/" }));
    const answers = await Promise.all(Array.from({ length: 40 }, () => flood.send(twenty())));
    const taken = answers.filter(({ status }) => status === 202).length;
    expect(taken).toBe(30);
    expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("60");
    expect((await pageOf(cookieless).send([viewed()])).status).toBe(202);
  });
});
