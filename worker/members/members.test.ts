import { describe, expect, it } from "vitest";
import { createWorld, type World } from "../test/world";

async function list(world: World, query = "") {
  return (await world.owner.client.get(`/v1/members${query}`)).body as {
    data: { id: string; name: string; email: string; role: string; status: string; userId: string }[];
    nextCursor: string | null;
  };
}

describe("the list of members", () => {
  it("shows who they are, what they are and what they may do, the founder first", async () => {
    const world = await createWorld();
    const member = await world.member("sales");
    const { data } = await list(world);
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({ userId: world.owner.id, role: "owner", level: 100 });
    expect(data[1]).toMatchObject({
      id: member.memberId,
      email: member.email,
      name: "Ada Lovelace",
      role: "sales",
      status: "active",
      teams: [],
      permissionOverrides: [],
    });
  });

  it("goes page by page", async () => {
    const world = await createWorld();
    for (let i = 0; i < 4; i++) await world.member("viewer");
    const first = await list(world, "?limit=3");
    const rest = await list(world, `?limit=3&cursor=${first.nextCursor}`);
    expect(new Set([...first.data, ...rest.data].map(({ id }) => id)).size).toBe(5);
    expect(rest.nextCursor).toBeNull();
  });

  it("finds by a part of the name or the address, and takes signs as they are", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const found = await list(world, `?q=${encodeURIComponent(member.email.slice(2, 12).toUpperCase())}`);
    expect(found.data).toMatchObject([{ id: member.memberId }]);
    expect((await list(world, "?q=lovelace")).data).toHaveLength(2);
    for (const q of ["%", "_", "' or 1=1 --", '"']) {
      expect((await list(world, `?q=${encodeURIComponent(q)}`)).data).toEqual([]);
    }
  });

  it("TEN-06 knows nobody of another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const stranger = await other.member("admin");
    expect((await list(world, `?q=${stranger.email}`)).data).toEqual([]);
    expect((await world.owner.client.get(`/v1/members/${stranger.memberId}`)).status).toBe(404);
  });

  it("is for a key with the scope too; changes are not (KEY-05)", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const key = await world.key(["members:read", "members:update", "members:remove", "organization:read"]);
    const path = `/v1/members/${member.memberId}`;
    expect((await key.client.get(path)).body.email).toBe(member.email);
    for (const refused of [await key.client.patch(path, { role: "admin" }), await key.client.delete(path)]) {
      expect(refused).toMatchObject({ status: 403, body: { code: "session_only" } });
    }
    expect((await key.client.get(path)).body.role).toBe("viewer");
  });
});
