import { describe, expect, it } from "vitest";
import { auditOf } from "../test/audit";
import { createWorld, type World } from "../test/world";

const at = (memberId: string) => `/v1/members/${memberId}`;

async function ownerMembership(world: World): Promise<string> {
  return (await world.owner.client.get("/v1/members")).body.data[0].id;
}

describe("changing a member", () => {
  it("gives another role, which counts at once and is written down", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    expect((await member.client.post("/v1/teams", { name: "x" })).status).toBe(403);
    const changed = await world.owner.client.patch(at(member.memberId), { role: "manager" });
    expect(changed).toMatchObject({ status: 200, body: { role: "manager", level: 60 } });
    expect((await member.client.post("/v1/teams", { name: "x" })).status).toBe(201);
    expect((await auditOf(world.id))[0]).toMatchObject({
      action: "member.updated",
      actorId: world.owner.id,
      changes: { before: { role: "viewer" }, after: { role: "manager" } },
    });
  });

  it("makes exceptions from a role, which a new role does not keep", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const path = at(member.memberId);
    await world.owner.client.patch(path, { permissionOverrides: ["+audit:read", "-usage:read"] });
    const { body } = await world.owner.client.get(path);
    expect(body.permissions).toContain("audit:read");
    expect(body.permissions).not.toContain("usage:read");
    const demoted = await world.owner.client.patch(path, { role: "sales" });
    expect(demoted.body).toMatchObject({ role: "sales", permissionOverrides: [] });
  });

  it("pauses a membership and ends the pause", async () => {
    const world = await createWorld();
    const member = await world.member("marketer");
    expect((await member.client.get("/v1/members")).status).toBe(200);
    await world.owner.client.patch(at(member.memberId), { status: "suspended" });
    expect((await member.client.get("/v1/members")).status).toBe(404);
    expect((await member.client.get("/v1/organizations")).body.data).toEqual([]);
    await world.owner.client.patch(at(member.memberId), { status: "active" });
    expect((await member.client.get("/v1/members")).status).toBe(200);
  });

  it("needs a seat to end a pause", async () => {
    const world = await createWorld({ planSlug: "free" });
    const [one, other] = [await world.member("viewer"), await world.member("viewer")];
    await world.owner.client.patch(at(one.memberId), { status: "suspended" });
    const refused = await world.owner.client.patch(at(one.memberId), { status: "active" });
    expect(refused).toMatchObject({ status: 402, body: { code: "plan_limit" } });
    expect((await world.owner.client.get(at(one.memberId))).body.status).toBe("suspended");
    await world.owner.client.delete(at(other.memberId));
    expect((await world.owner.client.patch(at(one.memberId), { status: "active" })).status).toBe(200);
  });

  it("that changes nothing leaves no trace", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    await world.owner.client.patch(at(member.memberId), { role: "viewer", status: "active" });
    await world.owner.client.patch(at(member.memberId), {});
    expect(await auditOf(world.id)).toEqual([]);
  });

  it.each([
    [{ role: "owner" }, "/role"],
    [{ role: "custom" }, "/role"],
    [{ permissionOverrides: ["+everything"] }, "/permissionOverrides/0"],
    [{ permissionOverrides: ["+organization:delete"] }, "/permissionOverrides/0"],
    [{ permissionOverrides: ["-organization:read"] }, "/permissionOverrides/0"],
    [{ customRoleId: "role_000000000000000000000000" }, "/customRoleId"],
    [{ role: "admin", customRoleId: "role_000000000000000000000000" }, "/role"],
    [{ status: "pending" }, "/status"],
    [{ userId: "usr_x" }, "/userId"],
  ])("refuses %j", async (change, pointer) => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const before = await world.owner.client.get(at(member.memberId));
    const refused = await world.owner.client.patch(at(member.memberId), change);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe(pointer);
    expect((await world.owner.client.get(at(member.memberId))).body).toEqual(before.body);
  });

  it("TEN-02 takes no role of another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const member = await world.member("viewer");
    const foreign = await other.owner.client.post("/v1/roles", {
      name: "Theirs",
      permissions: ["members:read"],
    });
    const refused = await world.owner.client.patch(at(member.memberId), { customRoleId: foreign.body.id });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_role" }] } });
    expect((await world.owner.client.get(at(member.memberId))).body.role).toBe("viewer");
  });
});

describe("ROLE-02", () => {
  it.each(["admin", "manager", "viewer"] as const)("an %s does not change their own role", async (role) => {
    const world = await createWorld();
    const member = await world.member(role);
    for (const change of [
      { role: "admin" },
      { role: "viewer" },
      { permissionOverrides: ["+billing:write"] },
      { status: "suspended" },
    ]) {
      expect((await member.client.patch(at(member.memberId), change)).status).toBe(403);
    }
    const { body } = await world.owner.client.get(at(member.memberId));
    expect(body).toMatchObject({ role, status: "active", permissionOverrides: [] });
  });

  it("an admin changes neither the owner nor another admin", async () => {
    const world = await createWorld();
    const [admin, peer] = [await world.member("admin"), await world.member("admin")];
    const owner = await ownerMembership(world);
    for (const memberId of [owner, peer.memberId]) {
      const refusals = [
        await admin.client.patch(at(memberId), { role: "viewer" }),
        await admin.client.patch(at(memberId), { status: "suspended" }),
        await admin.client.delete(at(memberId)),
      ];
      for (const refused of refusals)
        expect(refused).toMatchObject({ status: 403, body: { code: "above_own_role" } });
    }
    expect((await world.owner.client.get(at(owner))).body).toMatchObject({ role: "owner", status: "active" });
    expect((await world.owner.client.get(at(peer.memberId))).body).toMatchObject({
      role: "admin",
      status: "active",
    });
  });

  it("nobody gives what they lack, by role or by exception", async () => {
    const world = await createWorld();
    const [lead, member] = [await world.member("manager"), await world.member("viewer")];
    await world.owner.client.patch(at(lead.memberId), { permissionOverrides: ["+members:update"] });
    for (const change of [
      { role: "admin" },
      { permissionOverrides: ["+billing:write"] },
      { permissionOverrides: ["+audit:export"] },
    ]) {
      const refused = await lead.client.patch(at(member.memberId), change);
      expect(refused).toMatchObject({ status: 403, body: { code: "above_own_role" } });
    }
    expect((await lead.client.patch(at(member.memberId), { role: "marketer" })).status).toBe(200);
    expect((await world.owner.client.get(at(member.memberId))).body).toMatchObject({
      role: "marketer",
      permissionOverrides: [],
    });
  });

  it("two admins who act on a third at once leave it in one of the two states", async () => {
    const world = await createWorld();
    const [one, other, third] = [
      await world.member("admin"),
      await world.member("admin"),
      await world.member("viewer"),
    ];
    const answers = await Promise.all([
      one.client.patch(at(third.memberId), { role: "manager" }),
      other.client.patch(at(third.memberId), { role: "sales" }),
    ]);
    const { body } = await world.owner.client.get(at(third.memberId));
    const won = answers.filter(({ status }) => status === 200);
    expect(won.length).toBeGreaterThanOrEqual(1);
    expect(["manager", "sales"]).toContain(body.role);
    const audited = (await auditOf(world.id)).at(-1)?.changes as { after: { role: string } };
    expect(audited.after.role).toBe(body.role);
  });
});
