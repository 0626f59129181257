import { describe, expect, it } from "vitest";
import { permissions, rolePermissions } from "../kernel/permissions";
import { auditOf } from "../test/audit";
import { createWorld, type Member, unique, type World } from "../test/world";

async function namesOf(world: World): Promise<string[]> {
  const { body } = await world.owner.client.get("/v1/roles");
  return (body.data as { name: string }[]).map(({ name }) => name);
}

async function makeRole(by: Member, more: object = {}) {
  const draft = { name: `Role ${unique()}`, permissions: ["members:read"], ...more };
  return await by.client.post("/v1/roles", draft);
}

describe("the list of roles", () => {
  it("says in words and permissions what each may do, the six first", async () => {
    const world = await createWorld();
    await makeRole(world.owner, { name: "Bookkeeper", permissions: ["billing:read"], level: 30 });
    const { body } = await (await world.member("viewer")).client.get("/v1/roles");
    expect(body.data.map(({ id }: { id: string }) => id).slice(0, 6)).toEqual([
      "owner",
      "admin",
      "manager",
      "marketer",
      "sales",
      "viewer",
    ]);
    expect(body.data[1]).toMatchObject({
      kind: "system",
      name: "Admin",
      permissions: [...rolePermissions.admin],
    });
    expect(body.data[1].description).not.toBe("");
    expect(body.data[6]).toMatchObject({
      kind: "custom",
      name: "Bookkeeper",
      level: 30,
      permissions: ["organization:read", "billing:read"],
    });
  });
});

describe("making a custom role", () => {
  it("needs a plan that includes it", async () => {
    const world = await createWorld({ planSlug: "starter" });
    expect(await makeRole(world.owner)).toMatchObject({
      status: 402,
      body: { code: "feature_not_included" },
    });
    expect(await namesOf(world)).toHaveLength(6);
  });

  it("ROLE-02 gives no permission that the maker lacks", async () => {
    const world = await createWorld();
    const admin = await world.member("admin");
    const refused = await makeRole(admin, { permissions: ["members:read", "billing:write"] });
    expect(refused).toMatchObject({ status: 403, body: { code: "above_own_role" } });
    expect(refused.body.detail).toContain("billing:write");
    expect(await namesOf(world)).toHaveLength(6);
  });

  it.each(["organization:delete", "organization:transfer"])(
    "never gives %s, by nobody",
    async (permission) => {
      const world = await createWorld();
      const refused = await makeRole(world.owner, { permissions: [permission] });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "owner_only" }] } });
      expect(await namesOf(world)).toHaveLength(6);
    },
  );

  it("stands below the maker", async () => {
    const world = await createWorld();
    await makeRole(world.owner, { name: "Lead", permissions: [...rolePermissions.admin], level: 50 });
    const lead = await world.member("viewer");
    const role = (await world.owner.client.get("/v1/roles")).body.data[6].id;
    await world.owner.client.patch(`/v1/members/${lead.memberId}`, { customRoleId: role });
    expect(await makeRole(lead, { level: 50 })).toMatchObject({
      status: 403,
      body: { code: "above_own_role" },
    });
    expect((await makeRole(lead, { level: 49 })).status).toBe(201);
  });

  it("has a name of its own, in this organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    await makeRole(world.owner, { name: "Writer" });
    expect(await makeRole(world.owner, { name: "Writer" })).toMatchObject({
      status: 409,
      body: { code: "name_taken" },
    });
    expect(await makeRole(world.owner, { name: "ADMIN" })).toMatchObject({ status: 409 });
    // TEN-11: what another organization calls its roles is nothing to trip over.
    expect((await makeRole(other.owner, { name: "Writer" })).status).toBe(201);
  });

  it("knows only permissions that exist", async () => {
    const world = await createWorld();
    expect((await makeRole(world.owner, { permissions: ["everything:*"] })).status).toBe(422);
    expect((await makeRole(world.owner, { permissions: [] })).status).toBe(422);
    expect((await makeRole(world.owner, { permissions: [...permissions, ...permissions] })).status).toBe(422);
  });
});

describe("changing a custom role", () => {
  it("changes what its holders may do at once", async () => {
    const world = await createWorld();
    const role = (await makeRole(world.owner, { permissions: ["members:read"] })).body.id;
    const holder = await world.member("viewer");
    await world.owner.client.patch(`/v1/members/${holder.memberId}`, { customRoleId: role });
    expect((await holder.client.get("/v1/members")).status).toBe(200);
    await world.owner.client.patch(`/v1/roles/${role}`, { permissions: ["teams:read"] });
    expect((await holder.client.get("/v1/members")).status).toBe(403);
    expect((await holder.client.get("/v1/teams")).status).toBe(200);
    expect((await auditOf(world.id)).at(-1)).toMatchObject({
      action: "role.updated",
      changes: {
        before: { permissions: ["organization:read", "members:read"] },
        after: { permissions: ["organization:read", "teams:read"] },
      },
    });
  });

  it("ROLE-02 is not for those who hold it, nor by way of its level", async () => {
    const world = await createWorld();
    const role = (await makeRole(world.owner, { permissions: ["roles:read", "roles:write"], level: 40 })).body
      .id;
    const holder = await world.member("viewer");
    await world.owner.client.patch(`/v1/members/${holder.memberId}`, { customRoleId: role });
    for (const change of [
      { level: 79 },
      { permissions: ["roles:write", "members:update"] },
      { name: "Mine" },
    ]) {
      const refused = await holder.client.patch(`/v1/roles/${role}`, change);
      expect(refused).toMatchObject({ status: 403, body: { code: "above_own_role" } });
    }
    expect((await holder.client.get("/v1/roles")).body.data[6]).toMatchObject({ id: role, level: 40 });
  });

  it("TEN-01 is not there for another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const role = (await makeRole(world.owner, { name: "Ours" })).body.id;
    expect((await other.owner.client.patch(`/v1/roles/${role}`, { name: "Theirs" })).status).toBe(404);
    expect((await other.owner.client.delete(`/v1/roles/${role}`)).status).toBe(404);
    expect(await namesOf(world)).toContain("Ours");
  });
});

describe("deleting a custom role", () => {
  it("is refused while somebody holds it or is promised it, and says how many", async () => {
    const world = await createWorld();
    const role = (await makeRole(world.owner)).body.id;
    const holders = [await world.member("viewer"), await world.member("viewer")];
    for (const { memberId } of holders) {
      await world.owner.client.patch(`/v1/members/${memberId}`, { customRoleId: role });
    }
    const invite = await world.owner.client.post("/v1/invites", {
      email: `${unique()}@guest.test`,
      type: "organization_member",
      customRoleId: role,
    });
    const remove = () => world.owner.client.delete(`/v1/roles/${role}`);
    expect((await remove()).body).toMatchObject({
      code: "role_in_use",
      detail: "2 members have and 1 open invite promises this role. Give them another one first.",
    });
    expect(await namesOf(world)).toHaveLength(7);
    for (const { memberId } of holders) {
      await world.owner.client.patch(`/v1/members/${memberId}`, { role: "viewer" });
    }
    expect((await remove()).status).toBe(409);
    await world.owner.client.delete(`/v1/invites/${invite.body.id}`);
    expect((await remove()).status).toBe(204);
    expect(await namesOf(world)).toHaveLength(6);
  });

  it("at the moment somebody is given it leaves nobody without a role", async () => {
    const world = await createWorld();
    const role = (await makeRole(world.owner)).body.id;
    const member = await world.member("viewer");
    await Promise.all([
      world.owner.client.delete(`/v1/roles/${role}`),
      world.owner.client.patch(`/v1/members/${member.memberId}`, { customRoleId: role }),
    ]);
    const { body } = await world.owner.client.get(`/v1/members/${member.memberId}`);
    const isThere = (await world.owner.client.get("/v1/roles")).body.data.length === 7;
    expect(body.role === "custom" ? isThere : !isThere).toBe(true);
  });
});
