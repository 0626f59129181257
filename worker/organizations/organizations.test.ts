import { describe, expect, it } from "vitest";
import { auditOf } from "../test/audit";
import { anybody, createPerson, createWorld, unique } from "../test/world";

describe("creating an organization", () => {
  it("makes the person its owner, and where they work from here on", async () => {
    const person = await createPerson();
    const first = await person.client.post("/v1/organizations", { name: "Nord Würste" });
    expect(first).toMatchObject({
      status: 201,
      body: { name: "Nord Würste", planSlug: "free", status: "active", ownerUserId: person.id },
    });
    const second = await person.client.post("/v1/organizations", { name: "Süd Würste" });
    expect((await person.client.get("/v1/members")).body.data).toMatchObject([
      { userId: person.id, role: "owner" },
    ]);
    expect((await person.client.get("/v1/organizations")).body).toMatchObject({
      data: [
        { id: first.body.id, role: "owner", status: "active" },
        { id: second.body.id, role: "owner", status: "active" },
      ],
      nextCursor: null,
    });
    expect(await auditOf(second.body.id)).toMatchObject([
      { action: "organization.created", actorKind: "user", actorId: person.id },
    ]);
  });

  it("TEN-11 says of a slug that somebody has only that it is not available", async () => {
    const world = await createWorld();
    const slug = `slug-${unique()}`.slice(0, 40);
    expect((await world.owner.client.patch(`/v1/organizations/${world.id}`, { slug })).status).toBe(200);
    const person = await createPerson();
    const refused = await person.client.post("/v1/organizations", { name: "Other", slug });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "slug_taken", detail: "This slug is not available." },
    });
    expect(JSON.stringify(refused.body)).not.toContain(world.id);
    expect((await person.client.get("/v1/organizations")).body.data).toEqual([]);
  });

  it("gives two of the same name two slugs", async () => {
    const person = await createPerson();
    const name = `Twin ${unique()}`;
    const [one, other] = [
      await person.client.post("/v1/organizations", { name }),
      await person.client.post("/v1/organizations", { name }),
    ];
    expect(other.status).toBe(201);
    expect(other.body.slug).not.toBe(one.body.slug);
  });

  it("ends at twenty a person", async () => {
    const person = await createPerson();
    for (let i = 0; i < 20; i++) await person.client.post("/v1/organizations", { name: `Many ${i}` });
    expect(await person.client.post("/v1/organizations", { name: "One more" })).toMatchObject({
      status: 409,
      body: { code: "too_many_organizations" },
    });
    expect((await person.client.get("/v1/organizations?limit=100")).body.data).toHaveLength(20);
  });

  it("is for people who are signed in", async () => {
    expect(await anybody.post("/v1/organizations", { name: "x" })).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
  });
});

describe("the list of one's organizations", () => {
  it("goes page by page, and shows no other's", async () => {
    const person = await createPerson();
    await createWorld();
    for (const name of ["A", "B", "C"]) await person.client.post("/v1/organizations", { name });
    const first = await person.client.get("/v1/organizations?limit=2");
    const rest = await person.client.get(`/v1/organizations?limit=2&cursor=${first.body.nextCursor}`);
    const names = [...first.body.data, ...rest.body.data].map(({ name }: { name: string }) => name);
    expect(names).toEqual(["A", "B", "C"]);
    expect(rest.body.nextCursor).toBeNull();
  });

  it("names the role in each", async () => {
    const world = await createWorld();
    const manager = await world.member("manager");
    await manager.client.post("/v1/organizations", { name: "My own" });
    expect((await manager.client.get("/v1/organizations")).body.data).toMatchObject([
      { id: world.id, memberId: manager.memberId, role: "manager", customRole: null },
      { name: "My own", role: "owner" },
    ]);
  });
});

describe("TEN-12 somebody in two organizations", () => {
  it("reads and writes only where the call says", async () => {
    const [one, other] = [await createWorld(), await createWorld()];
    const person = one.owner;
    const mine = await person.client.post("/v1/organizations", { name: "Second" });
    const inSecond = person.client.in(mine.body.id);
    await inSecond.post("/v1/teams", { name: "Of the second" });
    expect((await person.client.get("/v1/teams")).body.data).toEqual([]);
    expect((await inSecond.get("/v1/teams")).body.data).toMatchObject([{ name: "Of the second" }]);
    expect((await person.client.in(other.id).post("/v1/teams", { name: "x" })).status).toBe(404);
    expect((await other.owner.client.get("/v1/teams")).body.data).toEqual([]);
  });

  it("cannot mean two at once", async () => {
    const world = await createWorld();
    const mine = await world.owner.client.post("/v1/organizations", { name: "Second" });
    const inFirst = world.owner.client.in(world.id);
    const stale = await inFirst.patch(`/v1/organizations/${mine.body.id}`, {
      name: "Written by a stale tab",
    });
    expect(stale.status).toBe(404);
    const read = await world.owner.client.in(mine.body.id).get(`/v1/organizations/${mine.body.id}`);
    expect(read.body.name).toBe("Second");
  });

  it("is nobody there any more once removed, whatever the tab says", async () => {
    const world = await createWorld();
    const member = await world.member("manager");
    await world.owner.client.delete(`/v1/members/${member.memberId}`);
    expect((await member.client.in(world.id).post("/v1/teams", { name: "Stale" })).status).toBe(404);
    expect((await world.owner.client.get("/v1/teams")).body.data).toEqual([]);
  });
});

describe("TEN-05 an organization that is no organization", () => {
  it.each(["", "undefined", "null", "[]", "org_", "%00", "оrg_00aaaaaaaaaaaaaaaaaaaaaa"])(
    "named %j is not there, by header or by address",
    async (name) => {
      const world = await createWorld();
      const encoded = encodeURIComponent(name);
      const byHeader = await world.owner.client.with({ "tributary-organization": encoded }).get("/v1/teams");
      expect(byHeader.status).toBe(404);
      const byAddress = await world.owner.client.send("GET", `/v1/organizations/${encoded || "%20"}`);
      expect(byAddress.status).toBe(404);
    },
  );
});
