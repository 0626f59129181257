import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { organizations } from "../../db/schema/control/organizations";
import { mailboxMessages } from "../../db/schema/control/platform";
import { sessions } from "../../db/schema/control/people";
import { auditOf } from "../test/audit";
import { clientOf } from "../test/client";
import { control, createWorld, type World } from "../test/world";

const pathOf = (world: World) => `/v1/organizations/${world.id}`;

describe("TEN-13 a deleted organization", () => {
  it("stops at once for people and for keys", async () => {
    const world = await createWorld();
    const [member, key] = [await world.member("admin"), await world.key(["members:read"])];
    expect((await world.owner.client.delete(pathOf(world))).status).toBe(204);
    for (const { client } of [world.owner, member]) {
      expect((await client.get("/v1/members")).status).toBe(404);
      expect((await client.get(pathOf(world))).status).toBe(404);
      expect((await client.post("/v1/teams", { name: "After" })).status).toBe(404);
    }
    expect((await key.client.get("/v1/members")).status).toBe(401);
    expect((await world.owner.client.delete(pathOf(world))).status).toBe(404);
    expect(await auditOf(world.id)).toMatchObject([
      { action: "organization.deleted", actorId: world.owner.id },
    ]);
  });

  it("is nobody's default any more, though they worked there last", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const anywhere = clientOf({ cookie: await member.cookie() });
    const own = await anywhere.post("/v1/organizations", { name: "Own" });
    await member.client.get("/v1/members");
    await control().update(sessions).set({ organizationId: world.id }).where(eq(sessions.userId, member.id));
    expect((await anywhere.get("/v1/members")).body.data).toHaveLength(2);
    await world.owner.client.delete(pathOf(world));
    expect((await anywhere.get("/v1/members")).body.data).toMatchObject([
      { userId: member.id, role: "owner" },
    ]);
    expect((await anywhere.get("/v1/organizations")).body.data).toMatchObject([{ id: own.body.id }]);
  });
});

describe("TEN-13 a suspended organization", () => {
  it("stops for people and keys, and says why", async () => {
    const world = await createWorld();
    const key = await world.key(["members:read", "teams:write"]);
    await control().update(organizations).set({ status: "suspended" }).where(eq(organizations.id, world.id));
    for (const client of [world.owner.client, key.client]) {
      for (const refused of [
        await client.get("/v1/members"),
        await client.post("/v1/teams", { name: "x" }),
      ]) {
        expect(refused).toMatchObject({ status: 403, body: { code: "organization_suspended" } });
      }
    }
    expect(await auditOf(world.id)).toEqual([]);
  });
});

describe("restoring an organization", () => {
  it("brings its owner everything back", async () => {
    const world = await createWorld();
    const member = await world.member("marketer");
    await world.owner.client.post("/v1/teams", { name: "Kept" });
    await world.owner.client.delete(pathOf(world));
    const { data } = (await world.owner.client.get("/v1/organizations")).body;
    expect(data).toMatchObject([{ id: world.id, status: "deleted" }]);
    expect(Date.parse(data[0].eraseAfter)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    const restored = await world.owner.client.post(`${pathOf(world)}/restoration`);
    expect(restored).toMatchObject({ status: 200, body: { status: "active", eraseAfter: null } });
    expect((await member.client.get("/v1/teams")).body.data).toMatchObject([{ name: "Kept" }]);
    expect((await auditOf(world.id)).map(({ action }) => action)).toEqual([
      "team.created",
      "organization.deleted",
      "organization.restored",
    ]);
  });

  it("is its owner's alone, and only of what is deleted", async () => {
    const [world, stranger] = [await createWorld(), await createWorld()];
    const admin = await world.member("admin");
    const path = `${pathOf(world)}/restoration`;
    expect(await world.owner.client.post(path)).toMatchObject({ status: 409, body: { code: "not_deleted" } });
    await world.owner.client.delete(pathOf(world));
    for (const { client } of [admin, stranger.owner]) expect((await client.post(path)).status).toBe(404);
    expect((await world.owner.client.get("/v1/members")).status).toBe(404);
  });

  it("is too late after thirty days", async () => {
    const world = await createWorld();
    await world.owner.client.delete(pathOf(world));
    await control()
      .update(organizations)
      .set({ eraseAfter: Date.now() - 1 })
      .where(eq(organizations.id, world.id));
    const late = await world.owner.client.post(`${pathOf(world)}/restoration`);
    expect(late).toMatchObject({ status: 410, body: { code: "gone" } });
    expect((await world.owner.client.get("/v1/members")).status).toBe(404);
  });
});

describe("deleting an organization", () => {
  it("is told to its owner by mail", async () => {
    const world = await createWorld();
    await world.owner.client.patch(pathOf(world), { name: "Northwind\r\nCoffee" });
    await world.owner.client.delete(pathOf(world));
    const mails = () =>
      control().select().from(mailboxMessages).where(eq(mailboxMessages.recipient, world.owner.email));
    await vi.waitFor(async () => expect(await mails()).toHaveLength(1), { timeout: 5000 });
    const [mail] = await mails();
    expect(mail?.subject).toBe("Northwind Coffee has been deleted");
    expect(mail?.text).toContain("you can restore it");
  });

  it("asks for a fresh proof of who one is", async () => {
    const world = await createWorld();
    await control()
      .update(sessions)
      .set({ authenticatedAt: Date.now() - 16 * 60_000 })
      .where(eq(sessions.userId, world.owner.id));
    expect(await world.owner.client.delete(pathOf(world))).toMatchObject({
      status: 403,
      body: { code: "reauthentication_required" },
    });
    expect((await world.owner.client.get(pathOf(world))).body.status).toBe("active");
  });
});
