import { SELF } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { hostIn, isRefused } from "../pure/policy";
import { createWorld, type World } from "../../test/world";

const nowhere = { allowedHosts: [], blockedHosts: [] };
const path = "/v1/link-targets";

describe("a host", () => {
  it.each([
    ["https://Shop.Example/x?y", "shop.example"],
    ["*.shop.example", "shop.example"],
    ["bücher.example.", "xn--bcher-kva.example"],
    ["localhost", "localhost"],
    ["shop", null],
    ["a@shop.example", null],
    ["shop.example:8080", null],
    ["shop example", null],
    ["*", null],
  ])("“%s” is read as %s", (typed, host) => expect(hostIn(typed)).toBe(host));

  it("that is blocked is blocked below an allowed one, and a name that only ends alike is another", () => {
    const policy = { allowedHosts: ["shop.example"], blockedHosts: ["old.shop.example"] };
    expect(isRefused("https://www.shop.example/a", policy)).toBe(false);
    expect(isRefused("https://a.old.shop.example/", policy)).toBe(true);
    expect(isRefused("https://evilshop.example/", policy)).toBe(true);
  });
});

describe("where links may lead", () => {
  let world: World;
  let businessId: string;

  beforeEach(async () => {
    world = await createWorld();
    businessId = (await world.owner.client.post("/v1/businesses", { name: "Northwind Coffee" })).body.id;
  });

  const makeLink = async (url: string, more: Record<string, unknown> = {}) =>
    await world.owner.client.post("/v1/links", { businessId, url, passesIds: false, ...more });
  const follow = async (slug: string) =>
    await SELF.fetch(`http://localhost/l/${slug}`, { redirect: "manual" });

  it("REDIR-01 is kept to when a link is made, changed or pointed elsewhere", async () => {
    const { client } = world.owner;
    const rules = { allowedHosts: ["coffee.example"], blockedHosts: ["HTTPS://old.coffee.example/x"] };
    const saved = await client.put(path, rules);
    expect(saved.body).toEqual({ allowedHosts: ["coffee.example"], blockedHosts: ["old.coffee.example"] });
    expect((await client.get(path)).body).toEqual(saved.body);
    const refused = await makeLink("https://evil.example/");
    expect([refused.status, refused.body.errors[0]]).toMatchObject([
      422,
      { pointer: "/url", code: "not_allowed" },
    ]);
    expect((await makeLink("https://old.coffee.example/")).status).toBe(422);
    const other = [{ countries: ["DE"], url: "https://evil.example" }];
    expect((await makeLink("https://coffee.example", { rules: other })).body.errors[0].pointer).toBe(
      "/rules/0/url",
    );
    const { body } = await makeLink("https://www.coffee.example/");
    expect((await client.patch(`/v1/links/${body.id}`, { url: "https://evil.example" })).status).toBe(422);
    expect((await client.patch(`/v1/links/${body.id}`, { rules: other })).status).toBe(422);
    const repointing = { from: "https://www.coffee.example/", to: "https://evil.example" };
    expect((await client.post("/v1/link-repointings", repointing)).body.errors[0].pointer).toBe("/to");
    expect((await client.get(`/v1/links/${body.id}`)).body.url).toBe("https://www.coffee.example/");
  });

  it("REDIR-01 stops links that are out in the world, and lets them lead on when it is gone", async () => {
    const { client } = world.owner;
    const plain = (await makeLink("https://partner.example/")).body;
    const byRule = [{ countries: ["DE"], url: "https://partner.example/de" }];
    const split = (await makeLink("https://coffee.example/", { rules: byRule })).body;
    expect((await follow(plain.slug)).status).toBe(302);
    expect((await follow(split.slug)).status).toBe(302);
    await client.put(path, { allowedHosts: [], blockedHosts: ["partner.example"] });
    const stopped = await follow(plain.slug);
    expect([stopped.status, stopped.headers.get("location")]).toEqual([410, null]);
    expect(await stopped.text()).toContain("This link is stopped");
    expect((await follow(split.slug)).status).toBe(410);
    const { body } = await client.get("/v1/links");
    expect(body.data.map(({ state }: { state: string }) => state)).toEqual(["stopped", "stopped"]);
    await client.put(path, nowhere);
    expect((await follow(plain.slug)).headers.get("location")).toBe("https://partner.example/");
  });

  it("is an admin's to say, stands in the audit log, and touches nobody else's", async () => {
    const rules = { allowedHosts: [], blockedHosts: ["partner.example"] };
    for (const role of ["manager", "marketer", "viewer"] as const) {
      const { client } = await world.member(role);
      expect([role, (await client.put(path, rules)).status]).toEqual([role, 403]);
      expect((await client.get(path)).body).toEqual(nowhere);
    }
    const stranger = await createWorld();
    await (await world.member("admin")).client.put(path, rules);
    expect((await stranger.owner.client.get(path)).body).toEqual(nowhere);
    const { body } = await world.owner.client.get("/v1/audit-logs?action=link_targets.updated");
    expect(body.data[0].changes).toEqual({ before: nowhere, after: rules });
    const settings = { settings: { language: "fr" } };
    await world.owner.client.patch(`/v1/organizations/${world.id}`, settings);
    expect((await world.owner.client.get(path)).body).toEqual(rules);
  });

  it("JSON-04 takes host names and nothing else", async () => {
    const { client } = world.owner;
    const wrong = await client.put(path, { ...nowhere, blockedHosts: ["fine.example", "not a host"] });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/blockedHosts/1"]);
    expect((await client.put(path, { ...nowhere, timezone: "x" })).status).toBe(422);
    expect((await client.put(path, { ...nowhere, allowedHosts: Array(201).fill("a.example") })).status).toBe(
      422,
    );
    expect((await client.get(path)).body).toEqual(nowhere);
  });
});
