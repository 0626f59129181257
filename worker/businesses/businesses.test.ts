import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { directory } from "../../db/schema/control/platform";
import { auditLogs } from "../../db/schema/cell/spine";
import { control, createWorld, unique } from "../test/world";

const namesOf = async (businessId: string) =>
  (await control().select().from(directory).where(eq(directory.resourceId, businessId))).map(
    ({ key }) => key,
  );

describe("a business", () => {
  it("begins with a website as people type it, and is called after it until the site was read", async () => {
    const { owner, id: organizationId, database } = await createWorld();
    const host = `sunny-${unique()}.test`;
    const { status, body } = await owner.client.post("/v1/businesses", { website: ` ${host}#top ` });
    expect(status).toBe(201);
    expect(body).toMatchObject({ website: `https://${host}/`, status: "active", language: "en" });
    expect(body.name).toMatch(/^Sunny /);
    expect(await namesOf(body.id)).toEqual([body.slug]);
    const ofIt = and(eq(auditLogs.organizationId, organizationId), eq(auditLogs.resourceId, body.id));
    const actions = await database.select({ action: auditLogs.action }).from(auditLogs).where(ofIt);
    expect(actions).toEqual([{ action: "business.created" }]);
  });

  it("can be described by hand, field by field, and changes only in what is given", async () => {
    const { owner } = await createWorld();
    const made = await owner.client.post("/v1/businesses", {
      name: `Bakery ${unique()}`,
      audiencePainPoints: ["No time in the morning"],
      brandColors: { primary: "#AA5500" },
    });
    const path = `/v1/businesses/${made.body.id}`;
    const promotions = [{ name: "Spring", description: "", startsOn: "2027-03-01", endsOn: "2027-03-31" }];
    const changed = await owner.client.patch(path, { targetAudience: "Commuters", promotions });
    expect(changed.body).toMatchObject({
      targetAudience: "Commuters",
      promotions,
      audiencePainPoints: ["No time in the morning"],
      brandColors: { primary: "#aa5500" },
    });
    expect((await owner.client.get(path)).body).toEqual(changed.body);
  });

  it("needs a name or a website, and says which field is wrong", async () => {
    const { owner } = await createWorld();
    const refused = async (body: unknown) =>
      (await owner.client.post("/v1/businesses", body)).body.errors?.[0]?.pointer;
    expect(await refused({})).toBe("/name");
    expect(await refused({ website: "not an address" })).toBe("/website");
    expect(await refused({ website: "javascript:alert(1)" })).toBe("/website");
    expect(await refused({ name: "A", logoUrl: "javascript:alert(1)" })).toBe("/logoUrl");
    expect(await refused({ name: "A", primaryCtaUrl: "data:text/html,x" })).toBe("/primaryCtaUrl");
    expect(await refused({ name: "A", timezone: "Mars/Base" })).toBe("/timezone");
    expect(
      await refused({ name: "A", promotions: [{ name: "P", startsOn: "2027-02-02", endsOn: "2027-01-01" }] }),
    ).toBe("/promotions/0/endsOn");
  });

  it("is read by everybody in its organization and changed by those who make content", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    const { body } = await world.owner.client.post("/v1/businesses", { name: `Shop ${unique()}` });
    expect((await viewer.client.get("/v1/businesses")).body.data).toHaveLength(1);
    expect((await viewer.client.patch(`/v1/businesses/${body.id}`, { name: "Mine" })).status).toBe(403);
    expect((await world.owner.client.get(`/v1/businesses/${body.id}`)).body.name).toBe(body.name);
    const writer = await world.member("marketer");
    expect((await writer.client.patch(`/v1/businesses/${body.id}`, { name: "Ours" })).status).toBe(200);
  });
});

describe("the public name of a business", () => {
  it("is unique among all organizations", async () => {
    const [one, other] = [await createWorld(), await createWorld()];
    const slug = `name-${unique()}`;
    expect((await one.owner.client.post("/v1/businesses", { name: "A", slug })).status).toBe(201);
    const refused = await other.owner.client.post("/v1/businesses", { name: "B", slug });
    expect(refused).toMatchObject({ status: 409, body: { code: "slug_taken" } });
    expect((await other.owner.client.get("/v1/businesses")).body.data).toEqual([]);
    const chosen = await other.owner.client.post("/v1/businesses", { name: slug });
    expect(chosen.body.slug).not.toBe(slug);
  });

  it("changes without breaking the links that were shared, for the last five names", async () => {
    const { owner } = await createWorld();
    const { body } = await owner.client.post("/v1/businesses", { name: `Cafe ${unique()}` });
    const path = `/v1/businesses/${body.id}`;
    const names = Array.from({ length: 6 }, (_, index) => `cafe-${unique()}-${index}`);
    for (const slug of names) expect((await owner.client.patch(path, { slug })).body.slug).toBe(slug);
    expect((await namesOf(body.id)).toSorted()).toEqual(names.slice(1).toSorted());
    expect((await owner.client.patch(path, { slug: names[1] })).body.slug).toBe(names[1]);
  });

  it("of somebody else cannot be taken by a change", async () => {
    const [one, other] = [await createWorld(), await createWorld()];
    const theirs = (await one.owner.client.post("/v1/businesses", { name: `Bar ${unique()}` })).body;
    const ours = (await other.owner.client.post("/v1/businesses", { name: `Pub ${unique()}` })).body;
    const refused = await other.owner.client.patch(`/v1/businesses/${ours.id}`, { slug: theirs.slug });
    expect(refused).toMatchObject({ status: 409, body: { code: "slug_taken" } });
    expect(await namesOf(theirs.id)).toEqual([theirs.slug]);
    expect((await other.owner.client.get(`/v1/businesses/${ours.id}`)).body.slug).toBe(ours.slug);
  });

  it("that a cut request left behind is free again for its organization", async () => {
    const world = await createWorld();
    const { body } = await world.owner.client.post("/v1/businesses", { name: `Kiosk ${unique()}` });
    const slug = `left-${unique()}`;
    const nobody = `${body.id.slice(0, -4)}0000`;
    await control()
      .update(directory)
      .set({ key: slug, resourceId: nobody })
      .where(and(eq(directory.kind, "site"), eq(directory.key, body.slug)));
    expect((await world.owner.client.post("/v1/businesses", { name: "Again", slug })).status).toBe(201);
  });
});

describe("the plan's limit of businesses", () => {
  it("QUOTA-01 lets one of twelve through where there is room for one, and gives the names of the rest back", async () => {
    const world = await createWorld({ planSlug: "free" });
    const word = unique();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        world.owner.client.post("/v1/businesses", { name: `Rush ${index}`, slug: `rush-${word}-${index}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([201, ...Array<number>(11).fill(402)]);
    const kept = await control().select().from(directory).where(eq(directory.organizationId, world.id));
    expect(kept).toHaveLength(1);
  });

  it("does not count what is archived, and stops a restoration that has no room", async () => {
    const world = await createWorld({ planSlug: "free" });
    const { client } = world.owner;
    const first = (await client.post("/v1/businesses", { name: `First ${unique()}` })).body;
    const used = async () =>
      (await client.get("/v1/usage")).body.features.find(
        ({ feature }: { feature: string }) => feature === "businesses",
      );
    expect(await used()).toMatchObject({ kind: "counted", used: 1, remaining: 0 });
    const archived = await client.put(`/v1/businesses/${first.id}/archive`, {});
    expect(archived.body).toMatchObject({ status: "archived", name: first.name });
    expect((await client.get("/v1/businesses")).body.data).toEqual([]);
    expect((await client.get("/v1/businesses?status=archived")).body.data).toHaveLength(1);
    const second = (await client.post("/v1/businesses", { name: `Second ${unique()}` })).body;
    expect((await client.delete(`/v1/businesses/${first.id}/archive`)).status).toBe(402);
    await client.put(`/v1/businesses/${second.id}/archive`, {});
    const restored = await client.delete(`/v1/businesses/${first.id}/archive`);
    expect(restored.body).toMatchObject({ status: "active", archivedAt: null });
  });
});
