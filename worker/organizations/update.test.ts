import { describe, expect, it } from "vitest";
import { auditOf } from "../test/audit";
import { createWorld } from "../test/world";

const profile = {
  name: "Northwind Coffee",
  domain: "northwind.test",
  industry: "Food and drink",
  size: "small",
  billingEmail: "accounts@northwind.test",
  taxId: "ATU12345678",
  address: { street: "Gumpendorfer Straße 1", city: "Wien", postalCode: "1060", country: "at" },
  branding: { primaryColor: "#0f766e", logoUrl: "https://northwind.test/logo.svg" },
  settings: { timezone: "Europe/Vienna", language: "de", weekStartsOn: "monday" },
};

describe("changing an organization", () => {
  it("keeps everything that is given, and writes down what changed", async () => {
    const world = await createWorld();
    const path = `/v1/organizations/${world.id}`;
    const changed = await world.owner.client.patch(path, profile);
    expect(changed.status).toBe(200);
    const read = await world.owner.client.get(path);
    expect(read.body).toEqual(changed.body);
    expect(read.body).toMatchObject({
      ...profile,
      address: { ...profile.address, country: "AT", state: null },
      branding: { ...profile.branding, accentColor: null },
    });
    const [entry] = await auditOf(world.id);
    expect(entry).toMatchObject({
      action: "organization.updated",
      changes: {
        before: { domain: null, taxId: null },
        after: { domain: "northwind.test", taxId: "ATU12345678" },
      },
    });
  });

  it("changes only what is given, inside the nested parts too, and null clears", async () => {
    const world = await createWorld();
    const path = `/v1/organizations/${world.id}`;
    await world.owner.client.patch(path, profile);
    const changed = await world.owner.client.patch(path, {
      industry: null,
      branding: { primaryColor: "#112233" },
      settings: { language: null },
    });
    expect(changed.body).toMatchObject({
      name: profile.name,
      industry: null,
      branding: { primaryColor: "#112233", logoUrl: profile.branding.logoUrl },
      settings: { language: null, timezone: "Europe/Vienna" },
    });
    expect((await world.owner.client.patch(path, { address: null })).body.address).toBeNull();
  });

  it("lets two people change two settings at once", async () => {
    const world = await createWorld();
    const admin = await world.member("admin");
    const path = `/v1/organizations/${world.id}`;
    await Promise.all([
      world.owner.client.patch(path, { settings: { language: "fr" } }),
      admin.client.patch(path, { settings: { timezone: "Asia/Tokyo" } }),
    ]);
    const { body } = await world.owner.client.get(path);
    expect(body.settings).toMatchObject({ language: "fr", timezone: "Asia/Tokyo" });
  });

  it.each([
    [{ name: "  " }, "/name"],
    [{ slug: "Not A Slug" }, "/slug"],
    [{ domain: "no domain" }, "/domain"],
    [{ size: "gigantic" }, "/size"],
    [{ billingEmail: "nobody" }, "/billingEmail"],
    [{ branding: { primaryColor: "red" } }, "/branding/primaryColor"],
    [{ branding: { logoUrl: "javascript:alert(1)" } }, "/branding/logoUrl"],
    [{ settings: { timezone: "Mars/Olympus" } }, "/settings/timezone"],
    [{ settings: { theme: "dark" } }, "/settings/theme"],
  ])("refuses %j and says where", async (change, pointer) => {
    const world = await createWorld();
    const path = `/v1/organizations/${world.id}`;
    const before = await world.owner.client.get(path);
    const refused = await world.owner.client.patch(path, change);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe(pointer);
    expect((await world.owner.client.get(path)).body).toEqual(before.body);
  });

  it("TEN-03 takes no owner, plan, cell, seats or status from whoever asks", async () => {
    const [world, stranger] = [await createWorld({ planSlug: "free" }), await createWorld()];
    const path = `/v1/organizations/${world.id}`;
    const before = await world.owner.client.get(path);
    for (const field of [
      { ownerUserId: stranger.owner.id },
      { organizationId: stranger.id },
      { id: stranger.id },
      { planSlug: "agency" },
      { seatLimit: 1000 },
      { cell: "0b" },
      { status: "active" },
    ]) {
      const refused = await world.owner.client.patch(path, { name: "Taken", ...field });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_field" }] } });
    }
    expect((await world.owner.client.get(path)).body).toEqual(before.body);
  });

  it("shows billing only to those who may read it", async () => {
    const world = await createWorld();
    const path = `/v1/organizations/${world.id}`;
    await world.owner.client.patch(path, profile);
    const viewer = await world.member("viewer");
    const seen = await viewer.client.get(path);
    expect(seen.body.name).toBe(profile.name);
    expect(Object.keys(seen.body)).not.toEqual(expect.arrayContaining(["taxId"]));
    expect(JSON.stringify(seen.body)).not.toContain("accounts@northwind.test");
    expect((await (await world.member("admin")).client.get(path)).body.taxId).toBe(profile.taxId);
  });

  it("works for a key with the scope, in its own organization alone", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const key = await world.key(["organization:read", "organization:update"]);
    expect((await key.client.patch(`/v1/organizations/${world.id}`, { industry: "Tea" })).status).toBe(200);
    expect((await key.client.patch(`/v1/organizations/${other.id}`, { industry: "Tea" })).status).toBe(404);
    expect((await other.owner.client.get(`/v1/organizations/${other.id}`)).body.industry).toBeNull();
  });
});
