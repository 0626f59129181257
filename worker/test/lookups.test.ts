import { beforeAll, describe, expect, it } from "vitest";
import { routes } from "../app";
import { encodeCursor } from "../kernel/page";
import { createVictim, photograph, type Victim } from "./common/victim";
import { type Client, contractOf } from "./client";
import { createWorld, forgiveLimits, type Person, type World } from "./world";

let victim: Victim;
let colleague: Person;
let stranger: World;
let slug: string;

beforeAll(async () => {
  victim = await createVictim();
  colleague = await victim.world.member("viewer");
  stranger = await createWorld({ planSlug: "agency" });
  slug = (await victim.world.owner.client.get(`/v1/organizations/${victim.world.id}`)).body.slug;
});

describe("TEN-07 another organization", () => {
  it("is not found by its slug, in the address or in the header", async () => {
    const { client } = stranger.owner;
    for (const answer of [
      await client.get(`/v1/organizations/${slug}`),
      await client.with({ "tributary-organization": slug }).get("/v1/members"),
      await client.patch(`/v1/organizations/${slug}`, { name: "Taken over" }),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
    const { body } = await victim.world.owner.client.get(`/v1/organizations/${victim.world.id}`);
    expect(body.name).toBe(`Victim ${victim.canary}`);
  });

  it("whose slug somebody asks for shows nothing but that it is not available", async () => {
    const before = await photograph(victim);
    const { client } = stranger.owner;
    for (const answer of [
      await client.post("/v1/organizations", { name: "Twin", slug }),
      await client.patch(`/v1/organizations/${stranger.id}`, { slug }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: "slug_taken" } });
      const text = JSON.stringify(answer.body);
      for (const secret of [slug, victim.canary, victim.world.id]) expect(text).not.toContain(secret);
    }
    expect(await photograph(victim)).toBe(before);
  });
});

describe("TEN-07 somebody of another organization", () => {
  it("is not found by email address, neither in a search nor as an id", async () => {
    const { client } = stranger.owner;
    const address = encodeURIComponent(colleague.email);
    expect((await victim.world.owner.client.get(`/v1/members?q=${address}`)).body.data).toHaveLength(1);
    expect((await client.get(`/v1/members?q=${address}`)).body.data).toEqual([]);
    expect((await client.patch(`/v1/members/${address}`, { status: "inactive" })).status).toBe(404);
    expect((await client.delete(`/v1/members/${address}`)).status).toBe(404);
    const after = await victim.world.owner.client.get(`/v1/members?q=${address}`);
    expect(after.body.data).toMatchObject([{ status: "active" }]);
  });

  it("is invited like anybody that the product has never heard of", async () => {
    const { owner } = await createWorld();
    const invite = async (email: string) => {
      const body = { email, type: "organization_member", role: "viewer" };
      const answer = await owner.client.post("/v1/invites", body);
      return { status: answer.status, fields: shapeOf(answer.body) };
    };
    expect(await invite(colleague.email)).toEqual(await invite(`nobody-${victim.canary}@people.test`));
  });
});

describe("TEN-07 a cursor of another organization", () => {
  const lists = routes
    .map(({ contract }) => contract)
    .filter(({ method, path, access }) => method === "get" && !path.includes("{") && access !== "operator")
    .filter(({ query, access }) => access !== "public" && query && "cursor" in query.shape)
    .map(({ path }) => path);

  it.each(lists)("at %s leads to nothing of it", async (path) => {
    for (const { id } of [victim.world.owner, stranger.owner]) await forgiveLimits(`user:${id}`);
    const given = await cursorOf(victim.world.owner.client, path);
    const answer = await stranger.owner.client.get(`${path}?cursor=${given}`);
    expect([200, 422]).toContain(answer.status);
    const text = JSON.stringify(answer.body);
    for (const secret of [victim.canary, victim.world.id, colleague.email])
      expect(text).not.toContain(secret);
  });

  /** The list's own where it has two pages, and one made by hand where it has not. */
  async function cursorOf(client: Client, path: string): Promise<string> {
    const limit = contractOf("GET", path)?.query?.safeParse({ limit: 1 }).success ? "?limit=1" : "";
    const { body } = await client.get(`${path}${limit}`);
    return body.nextCursor ?? encodeCursor([victim.world.id]);
  }
});

/** Which fields there are and which of them are empty, whatever they say. */
function shapeOf(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}
