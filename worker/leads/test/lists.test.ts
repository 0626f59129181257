import { describe, expect, it } from "vitest";
import type { Answer, Client } from "../../test/client";
import { createWorld } from "../../test/world";

const conditionOf = (condition: unknown) => `condition=${encodeURIComponent(JSON.stringify(condition))}`;
const names = ({ body }: Answer) => body.data.map(({ firstName }: { firstName: string }) => firstName);

async function made(client: Client, body: Record<string, unknown>, path = "/v1/leads"): Promise<string> {
  const answer = await client.post(path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return String(answer.body.id);
}

/** All pages of a list, two leads at a time. */
async function walk(client: Client, query: string): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = ""; ;) {
    const page = await client.get(`/v1/leads?limit=2&${query}${cursor && `&cursor=${cursor}`}`);
    expect(page.status).toBe(200);
    seen.push(...names(page));
    if (page.body.nextCursor === null) return seen;
    cursor = String(page.body.nextCursor);
  }
}

async function five() {
  const world = await createWorld();
  const { client } = world.owner;
  const tag = await made(client, { name: "VIP" }, "/v1/lead-tags");
  const source = await made(client, { name: "Fair", type: "event" }, "/v1/lead-sources");
  await made(client, { key: "size", type: "number", label: "Size", isFilterable: true }, "/v1/custom-fields");
  await made(client, { key: "since", type: "date", label: "Since", isFilterable: true }, "/v1/custom-fields");
  const money = (amount: number) => ({ amount, currency: "usd" });
  await made(client, {
    firstName: "Ada",
    lastName: "Lovelace",
    email: "ada@one.test",
    value: money(500),
    tagIds: [tag],
    customFields: { size: 9, since: "2024-01-05" },
  });
  await made(client, {
    firstName: "Bo",
    lastName: "Yang",
    email: "bo@two.test",
    nextFollowUpAt: "2027-01-01T00:00:00Z",
    customFields: { size: 100 },
  });
  await made(client, {
    firstName: "Cy",
    lastName: "Abel",
    companyName: "Cylinders",
    value: money(200),
    assignedTo: world.owner.id,
  });
  await made(client, {
    firstName: "Di",
    lastName: "Öst",
    phone: "+46 8 123 456",
    sourceId: source,
    tagIds: [tag],
    customFields: { since: "2025-03-01" },
  });
  await made(client, {
    firstName: "Ed",
    lastName: "Moss",
    notes: "met at the fair",
    value: money(900),
    nextFollowUpAt: "2026-12-01T00:00:00Z",
  });
  return { world, client, tag, source };
}

describe("a list of leads", () => {
  it("comes in every order, pages whole, and those that lack the key stand last", async () => {
    const { client } = await five();
    expect(await walk(client, "")).toEqual(["Ed", "Di", "Cy", "Bo", "Ada"]);
    expect(await walk(client, "sort=createdAt")).toEqual(["Ada", "Bo", "Cy", "Di", "Ed"]);
    expect(await walk(client, "sort=name")).toEqual(["Cy", "Ada", "Ed", "Di", "Bo"]);
    expect(await walk(client, "sort=-value")).toEqual(["Ed", "Ada", "Cy", "Di", "Bo"]);
    expect(await walk(client, "sort=value")).toEqual(["Cy", "Ada", "Ed", "Bo", "Di"]);
    expect(await walk(client, "sort=nextFollowUpAt")).toEqual(["Ed", "Bo", "Ada", "Cy", "Di"]);
    expect((await walk(client, "sort=-score")).length).toBe(5);
    expect((await walk(client, "sort=-updatedAt")).length).toBe(5);
    expect(await walk(client, "sort=custom.size")).toEqual(["Ada", "Bo", "Cy", "Di", "Ed"]);
    expect(await walk(client, "sort=-custom.since")).toEqual(["Di", "Ada", "Ed", "Cy", "Bo"]);
  });

  it("is filtered by what an index has and by any condition, in any order", async () => {
    const { client, tag, source, world } = await five();
    expect(await walk(client, `tagId=${tag}`)).toEqual(["Di", "Ada"]);
    expect(await walk(client, `tagId=${tag}&sort=name`)).toEqual(["Ada", "Di"]);
    expect(await walk(client, `sourceId=${source}`)).toEqual(["Di"]);
    expect(await walk(client, "assignedTo=me")).toEqual(["Cy"]);
    expect(await walk(client, `assignedTo=${world.owner.id}&sort=-value`)).toEqual(["Cy"]);
    expect(await walk(client, "assignedTo=none&sort=-value")).toEqual(["Ed", "Ada", "Di", "Bo"]);
    expect(await walk(client, "status=new&sort=createdAt")).toEqual(["Ada", "Bo", "Cy", "Di", "Ed"]);
    expect(await walk(client, "status=qualified")).toEqual([]);
    const large = { field: "custom.size", operator: "greater_than", value: 50 };
    expect(await walk(client, conditionOf(large))).toEqual(["Bo"]);
    const early = { field: "custom.since", operator: "before", value: "2024-06-01" };
    expect(await walk(client, conditionOf({ any: [large, early] }))).toEqual(["Bo", "Ada"]);
    const rich = { field: "value", operator: "at_least", value: 300 };
    expect(await walk(client, `status=new&sort=name&${conditionOf(rich)}`)).toEqual(["Ada", "Ed"]);
    expect((await client.get(`/v1/lead-counts?${conditionOf(rich)}`)).body).toEqual({
      count: 2,
      isExact: true,
    });
    expect((await client.get("/v1/lead-counts")).body).toEqual({ count: 5, isExact: true });
    const groups = await client.get(`/v1/lead-groups?by=assignee&tagId=${tag}`);
    expect(groups.body).toEqual({ data: [{ key: null, count: 2 }], isExact: true });
    expect((await client.get("/v1/lead-groups?by=status")).body.data).toEqual([{ key: "new", count: 5 }]);
  });

  it("INJ-01 takes no sort and no field that is not in its catalogue", async () => {
    const { client } = (await createWorld()).owner;
    for (const sort of ["email", "name;--", "custom.nothing", "leads.score", "-", "(select 1)"])
      expect((await client.get(`/v1/leads?sort=${encodeURIComponent(sort)}`)).status).toBe(422);
    for (const field of ["organization_id", "matchKey", 'custom."); drop', "__proto__"]) {
      const answer = await client.get(`/v1/leads?${conditionOf({ field, operator: "is_set" })}`);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_field" }] } });
    }
    expect((await client.get("/v1/leads?condition=%7B")).status).toBe(422);
  });
});

describe("searching leads", () => {
  it("finds by the beginnings of words in names, companies, addresses, numbers and notes", async () => {
    const { client } = await five();
    const find = async (q: string) => names(await client.get(`/v1/leads/search?q=${encodeURIComponent(q)}`));
    expect(await find("love")).toEqual(["Ada"]);
    expect(await find("ADA lov")).toEqual(["Ada"]);
    expect(await find("cylin")).toEqual(["Cy"]);
    expect(await find("bo@two.test")).toEqual(["Bo"]);
    expect(await find("ost")).toEqual(["Di"]);
    expect(await find("468123")).toEqual(["Di"]);
    expect(await find("fair")).toEqual(["Ed"]);
    expect(await find("nobody")).toEqual([]);
    const ada = (await client.get("/v1/leads/search?q=ada")).body.data[0];
    await client.patch(`/v1/leads/${ada.id}`, { lastName: "Byron" });
    expect(await find("lovelace")).toEqual([]);
    expect(await find("byr")).toEqual(["Ada"]);
  });

  it.each([
    "O'Brien",
    "AC/DC",
    "a@b.co",
    '"',
    "*",
    "NOT x",
    "name:brien",
    "-x",
    "(".repeat(200),
    "NEAR(a b)",
    "^a",
    "a AND",
    "😀",
  ])("INJ-03 takes %s as nothing but words", async (q) => {
    const { client } = (await createWorld()).owner;
    const answer = await client.get(`/v1/leads/search?q=${encodeURIComponent(q)}`);
    expect(answer).toMatchObject({ status: 200, body: { data: [] } });
  });
});

describe("who may not see how to reach people", () => {
  it("ROLE-05 neither sees, filters, sorts, searches, counts, groups nor saves by it", async () => {
    const { world, client } = await five();
    const viewer = (await world.member("viewer")).client;
    const page = await viewer.get("/v1/leads");
    expect(JSON.stringify(page.body)).not.toMatch(/one\.test|46 8|met at the fair/);
    expect(page.body.data[4]).toMatchObject({ firstName: "Ada", email: null, phone: null, notes: null });
    expect(
      (await viewer.get("/v1/lead-fields")).body.data.map(({ name }: { name: string }) => name),
    ).not.toContain("email");
    for (const field of ["email", "phone", "notes"]) {
      const asked = conditionOf({ not: { field, operator: "is_set" } });
      for (const path of [
        `/v1/leads?${asked}`,
        `/v1/lead-counts?${asked}`,
        `/v1/lead-groups?by=status&${asked}`,
      ])
        expect(await viewer.get(path)).toMatchObject({
          status: 422,
          body: { errors: [{ code: "unknown_field" }] },
        });
    }
    for (const q of ["ada@one.test", "one", "468123", "fair"])
      expect((await viewer.get(`/v1/leads/search?q=${q}`)).body.data).toEqual([]);
    expect(names(await viewer.get("/v1/leads/search?q=lovel"))).toEqual(["Ada"]);
    const condition = { field: "email", operator: "contains", value: "one" };
    expect((await viewer.post("/v1/saved-views", { name: "Spy", condition })).status).toBe(422);
    const shared = await client.post("/v1/saved-views", { name: "Ones", visibility: "shared", condition });
    expect((await viewer.get(`/v1/leads?viewId=${shared.body.id}`)).status).toBe(422);
    expect(names(await client.get(`/v1/leads?viewId=${shared.body.id}`))).toEqual(["Ada"]);
  });
});

describe("some leads by their ids", () => {
  it("TEN-01 ROLE-05 are told in that order, without who is gone, is somebody else’s, or is no lead", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const { client } = world.owner;
    const [ada, bo, gone] = [
      await made(client, { firstName: "Ada", email: "ada@by-id.test" }),
      await made(client, { firstName: "Bo" }),
      await made(client, { firstName: "Gone" }),
    ];
    const stranger = await made(other.owner.client, { firstName: "Stranger" });
    await client.put(`/v1/leads/${gone}/deletion`, undefined);
    const query = `/v1/leads/by-id?ids=${[bo, stranger, "nonsense", gone, ada].join(",")}`;
    expect(names(await client.get(query))).toEqual(["Bo", "Ada"]);
    const viewer = await world.member("viewer");
    expect((await viewer.client.get(query)).body.data).toMatchObject([{ email: null }, { email: null }]);
    const many = Array.from({ length: 101 }, () => "a").join(",");
    expect((await client.get(`/v1/leads/by-id?ids=${many}`)).status).toBe(422);
  });
});
