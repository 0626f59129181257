import { describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { facts } from "../../db/schema/cell/spine";
import { control, createWorld, type Member, type World } from "../test/world";
import { auditOf } from "../test/audit";

const at = (memberId: string) => `/v1/members/${memberId}`;

async function idsOf(world: World): Promise<string[]> {
  const { data } = (await world.owner.client.get("/v1/members?limit=100")).body;
  return data.map(({ id }: { id: string }) => id);
}

describe("removing a member", () => {
  it("ends everything they could do, in the next request", async () => {
    const world = await createWorld();
    const member = await world.member("admin");
    await world.owner.client.post("/v1/teams", { name: "Team", managerMemberId: member.memberId });
    expect((await member.client.get("/v1/members")).status).toBe(200);
    expect((await world.owner.client.delete(at(member.memberId))).status).toBe(204);
    expect((await member.client.get("/v1/members")).status).toBe(404);
    expect((await member.client.get("/v1/organizations")).body.data).toEqual([]);
    expect(await idsOf(world)).not.toContain(member.memberId);
    expect((await world.owner.client.get("/v1/teams")).body.data).toMatchObject([
      { manager: null, memberCount: 0 },
    ]);
    expect((await world.owner.client.delete(at(member.memberId))).status).toBe(404);
  });

  it("keeps the keys they made, and lists them for review", async () => {
    const world = await createWorld();
    const admin = await world.member("admin");
    const made = await admin.client.post("/v1/api-keys", { name: "Sync", scopes: ["members:read"] });
    expect(made.status).toBe(201);
    await world.owner.client.delete(at(admin.memberId));
    expect((await auditOf(world.id)).at(-1)).toMatchObject({
      action: "member.removed",
      changes: { before: { email: admin.email, role: "admin" }, keysToReview: [made.body.id] },
    });
    const keys = (await world.owner.client.get("/v1/api-keys")).body.data;
    expect(keys).toMatchObject([{ id: made.body.id }]);
  });

  it("needs the permission, where it is not oneself", async () => {
    const world = await createWorld();
    const [manager, viewer] = [await world.member("manager"), await world.member("viewer")];
    expect((await manager.client.delete(at(viewer.memberId))).status).toBe(403);
    expect(await idsOf(world)).toContain(viewer.memberId);
  });

  it("TEN-02 does not reach into another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const stranger = await other.member("viewer");
    expect((await world.owner.client.delete(at(stranger.memberId))).status).toBe(404);
    expect(await idsOf(other)).toContain(stranger.memberId);
  });
});

describe("leaving", () => {
  it.each(["admin", "manager", "marketer", "sales", "viewer"] as const)(
    "is open to every %s",
    async (role) => {
      const world = await createWorld();
      const member = await world.member(role);
      expect((await member.client.delete(at(member.memberId))).status).toBe(204);
      expect(await idsOf(world)).not.toContain(member.memberId);
      expect((await auditOf(world.id)).at(-1)).toMatchObject({ action: "member.left", actorId: member.id });
    },
  );

  it("is open to whoever has all rights taken away but seeing where they are", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    await world.owner.client.patch(at(member.memberId), {
      permissionOverrides: ["-members:read", "-teams:read", "-roles:read", "-usage:read"],
    });
    expect((await member.client.get("/v1/members")).status).toBe(403);
    expect((await member.client.delete(at(member.memberId))).status).toBe(204);
  });
});

describe("ROLE-02 the last owner", () => {
  const attempts: [
    string,
    (owner: Member, id: string, admin: Member) => Promise<{ status: number }>,
    string,
  ][] = [
    ["does not leave", (owner, id) => owner.client.delete(at(id)), "last_owner"],
    ["does not step down", (owner, id) => owner.client.patch(at(id), { role: "admin" }), "last_owner"],
    ["does not pause", (owner, id) => owner.client.patch(at(id), { status: "suspended" }), "last_owner"],
    ["is not removed", (_, id, admin) => admin.client.delete(at(id)), "above_own_role"],
    ["is not demoted", (_, id, admin) => admin.client.patch(at(id), { role: "viewer" }), "above_own_role"],
    [
      "is not suspended",
      (_, id, admin) => admin.client.patch(at(id), { status: "suspended" }),
      "above_own_role",
    ],
  ];
  it.each(attempts)("%s", async (_, attempt, code) => {
    const world = await createWorld();
    const admin = await world.member("admin");
    const [id = ""] = await idsOf(world);
    const refused = await attempt(world.owner, id, admin);
    expect(refused).toMatchObject({ status: code === "last_owner" ? 409 : 403, body: { code } });
    const { body } = await world.owner.client.get(at(id));
    expect(body).toMatchObject({ role: "owner", status: "active", userId: world.owner.id });
  });

  it("may leave once the organization is handed over", async () => {
    const world = await createWorld();
    const heir = await world.member("admin");
    const [id = ""] = await idsOf(world);
    await world.owner.client.post(`/v1/organizations/${world.id}/transfer`, { memberId: heir.memberId });
    expect((await world.owner.client.delete(at(id))).status).toBe(204);
    expect((await heir.client.get("/v1/members")).body.data).toMatchObject([
      { userId: heir.id, role: "owner" },
    ]);
  });
});

it("a removal is a fact, which names the keys", async () => {
  const world = await createWorld({ cell: "00" });
  const member = await world.member("viewer");
  await world.owner.client.delete(at(member.memberId));
  const rows = await control().select().from(facts).where(eq(facts.organizationId, world.id));
  expect(rows).toMatchObject([
    { type: "member.removed", subjectId: member.memberId, data: { userId: member.id, keysToReview: [] } },
  ]);
});
