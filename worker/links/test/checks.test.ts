import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { managedUrls } from "../../../db/schema/cell/links";
import { inside } from "../../test/inside";
import { openInternet } from "../../test/servers/internet";
import { createWorld, type World } from "../../test/world";
import { checkLink } from "../checks/check";
import { judgeLook, type Look, type Standing } from "../pure/check";

const url = "https://coffee.example/offer";
const well: Standing = { checkState: "ok", failures: 0 };
const answered = (status: number, location: string | null = null): Look => ({
  kind: "answered",
  status,
  location,
});
const refused = (code: string): Look => ({ kind: "refused", code, message: "In words." });

describe("a look at a target", () => {
  it.each<[string, Standing, Look, string]>([
    ["that answers", well, answered(200), "ok"],
    ["that sends on for now", well, answered(302, "https://coffee.example/en"), "ok"],
    ["that only became secure", well, answered(301, "https://www.coffee.example/offer/"), "ok"],
    ["that moved for good", well, answered(308, "/summer"), "moved"],
    ["that is gone", well, answered(410), "dead"],
    ["that lets no program in", well, answered(403), "ok"],
    ["that fails once", well, answered(503), "ok"],
    ["that fails a third time", { checkState: "ok", failures: 2 }, answered(503), "dead"],
    ["whose name is not there", well, refused("dns_no_address"), "dead"],
    ["that could not be looked up", well, refused("dns_failed"), "ok"],
    ["that was dead and is back", { checkState: "dead", failures: 9 }, answered(200), "ok"],
    ["that was dead and is silent", { checkState: "dead", failures: 0 }, refused("timed_out"), "dead"],
  ])("%s", (_, before, look, state) => {
    expect(judgeLook(before, look, url).checkState).toBe(state);
  });
});

let world: World;
let businessId: string;

beforeAll(async () => {
  world = await createWorld();
  businessId = (await world.owner.client.post("/v1/businesses", { name: "Northwind Coffee" })).body.id;
});

async function makeLink(to: string): Promise<Id<"link">> {
  return (await world.owner.client.post("/v1/links", { businessId, url: to })).body.id;
}

describe("a dead target", () => {
  it("is found, shown, and all links to it are pointed elsewhere in one step", async () => {
    const { fetcher } = openInternet({ "https://coffee.example/here": "<p>Here.</p>" });
    const ctx = await inside(world);
    const outside = { ...ctx, providers: { ...ctx.providers, fetcher } };
    const gone = "https://coffee.example/gone";
    const [one, two, fine] = [
      await makeLink(gone),
      await makeLink(gone),
      await makeLink("https://coffee.example/here"),
    ];
    for (const id of [one, two, fine]) await checkLink(outside, id);
    const { client } = world.owner;
    const broken = (await client.get("/v1/links?state=broken")).body.data;
    expect(broken.map(({ id }: { id: string }) => id)).toEqual([two, one]);
    expect(broken[0].check).toMatchObject({
      state: "dead",
      note: "The site says that the page is gone (404).",
    });
    const viewer = await world.member("viewer");
    const order = { from: gone, to: "https://coffee.example/here" };
    expect((await viewer.client.post("/v1/link-repointings", order)).status).toBe(403);
    expect((await client.post("/v1/link-repointings", { ...order, to: "javascript:alert(1)" })).status).toBe(
      422,
    );
    expect((await client.post("/v1/link-repointings", order)).body).toEqual({ links: 2 });
    expect((await client.get("/v1/links?state=broken")).body.data).toEqual([]);
    expect((await client.get(`/v1/links/${one}`)).body).toMatchObject({
      url: order.to,
      check: { state: "unknown" },
    });
  });

  it("of somebody else is left alone (TEN-01)", async () => {
    const stranger = await createWorld({ cell: world.cell });
    const id = await makeLink("https://coffee.example/private");
    await world.database.update(managedUrls).set({ checkState: "dead" }).where(eq(managedUrls.id, id));
    const order = { from: "https://coffee.example/private", to: "https://evil.example" };
    expect((await stranger.owner.client.post("/v1/link-repointings", order)).status).toBe(422);
    expect((await world.owner.client.get(`/v1/links/${id}`)).body.url).toBe("https://coffee.example/private");
  });
});
