import { describe, expect, it } from "vitest";
import { createPerson, createWorld } from "../test/world";

const path = "/v1/operator/organizations";

describe("the operator's list of organizations", () => {
  it("finds one by its id, by how its short name begins, and by its owner's address", async () => {
    const world = await createWorld({ planSlug: "free" });
    const { client } = await createPerson({ platformRole: "super_admin" });
    const { slug } = (await world.owner.client.get(`/v1/organizations/${world.id}`)).body;
    for (const q of [world.id, slug.slice(0, -1), ` ${world.owner.email.toUpperCase()} `]) {
      const { status, body } = await client.get(`${path}?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      expect(body.data.map(({ id }: { id: string }) => id)).toContain(world.id);
    }
    const [found] = (await client.get(`${path}?q=${world.id}`)).body.data;
    expect(found).toMatchObject({ slug, planSlug: "free", owner: { email: world.owner.email } });
  });

  it("INJ-04 takes what is typed as it is: no wildcard, no quote, no end of the world finds anything", async () => {
    await createWorld();
    const { client } = await createPerson({ platformRole: "super_admin" });
    for (const q of ["%", "_", "' or 1=1 --", "\u{10ffff}", "n".repeat(254)]) {
      expect(await client.get(`${path}?q=${encodeURIComponent(q)}`)).toMatchObject({
        status: 200,
        body: { data: [] },
      });
    }
  });

  it("goes on where the page before ended", async () => {
    await createWorld();
    await createWorld();
    const { client } = await createPerson({ platformRole: "super_admin" });
    const first = (await client.get(`${path}?limit=1`)).body;
    const second = (await client.get(`${path}?limit=1&cursor=${first.nextCursor}`)).body;
    expect(first.data).toHaveLength(1);
    expect(second.data[0].id < first.data[0].id).toBe(true);
  });

  it("ROLE-03 is shown to nobody else", async () => {
    const world = await createWorld();
    expect((await world.owner.client.get(path)).status).toBe(403);
  });
});
