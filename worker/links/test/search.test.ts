import { beforeAll, describe, expect, it } from "vitest";
import { createWorld, unique, type World } from "../../test/world";

let world: World;
let businessId: string;
const mark = unique().toLowerCase();

beforeAll(async () => {
  world = await createWorld();
  businessId = (await world.owner.client.post("/v1/businesses", { name: "Northwind Coffee" })).body.id;
});

async function makeLink(name: string, url: string, more: Record<string, unknown> = {}) {
  return (await world.owner.client.post("/v1/links", { businessId, name, url, ...more })).body;
}

async function namesFor(q: string, more = ""): Promise<string[]> {
  const { body } = await world.owner.client.get(`/v1/links?q=${encodeURIComponent(q)}${more}`);
  return body.data.map(({ name }: { name: string }) => name);
}

describe("the search of the links", () => {
  it("finds what begins so: names first, then slugs, then targets, each once", async () => {
    await makeLink("Über Kaffee", "https://www.roast.example/Guide");
    await makeLink("Poster", "http://roast.example/poster", { slug: `spring-${mark}` });
    await makeLink("Spring sale", "https://spring.example/sale");
    expect(await namesFor("SPRING")).toEqual(["Spring sale", "Poster"]);
    expect(await namesFor("über k")).toEqual(["Über Kaffee"]);
    expect(await namesFor("Über")).toEqual(["Über Kaffee"]);
    expect(await namesFor(`http://localhost/l/spring-${mark}`)).toEqual(["Poster"]);
    expect(await namesFor("roast.example")).toEqual(["Über Kaffee", "Poster"]);
    expect(await namesFor("https://www.ROAST.example/Guide")).toEqual(["Über Kaffee"]);
    expect(await namesFor("kaffee")).toEqual([]);
  });

  it("keeps to its tab, goes on page by page, and goes along into the file", async () => {
    const names = ["Fair a", "Fair b", "Fair c"];
    for (const name of names) await makeLink(name, "https://fair.example");
    const put = await makeLink("Fair gone", "https://fair.example");
    await world.owner.client.put(`/v1/links/${put.id}/archive`, undefined);
    const seen: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await world.owner.client.get(`/v1/links?q=fair&limit=1${cursor}`);
      seen.push(...body.data.map(({ name }: { name: string }) => name));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(names);
    expect(await namesFor("fair", "&state=archived")).toEqual(["Fair gone"]);
    const file = await world.owner.client.get("/v1/links/export?q=fair%20b");
    expect(file.body).toContain("Fair b");
    expect(file.body).not.toContain("Fair a");
    const wrong = await world.owner.client.get("/v1/links?q=fair&cursor=WyJhIl0");
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/cursor"]);
  });

  it("INJ-04 takes signs of patterns for letters, and TEN-01 finds nothing of others", async () => {
    await makeLink("100% off_now", "https://percent.example");
    expect(await namesFor("100%")).toEqual(["100% off_now"]);
    for (const q of ["%", "_", "'", "100_", "\\", "x".repeat(200)]) expect(await namesFor(q)).toEqual([]);
    const stranger = await createWorld();
    const { body } = await stranger.owner.client.get("/v1/links?q=100");
    expect(body.data).toEqual([]);
  });
});

describe("the search of the forms", () => {
  it("finds by the beginning of a name, then of a title, and keeps to its tab", async () => {
    const { client } = world.owner;
    const form = (await client.post("/v1/forms", { businessId, name: "Fair booth", template: "contact" }))
      .body;
    await client.post("/v1/forms", { businessId, name: "Newsletter", template: "newsletter" });
    const ids = async (q: string) =>
      (await client.get(`/v1/forms?q=${encodeURIComponent(q)}`)).body.data.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids("fAIR")).toEqual([form.id]);
    expect(await ids(form.title)).toEqual([form.id]);
    expect(await ids("booth")).toEqual([]);
    await client.put(`/v1/forms/${form.id}/archive`, undefined);
    expect(await ids("fair")).toEqual([]);
  });
});
