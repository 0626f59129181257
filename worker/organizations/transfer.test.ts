import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users } from "../../db/schema/control/people";
import { auditOf } from "../test/audit";
import { control, createWorld, type World } from "../test/world";

async function ownersOf(world: World): Promise<string[]> {
  const { body } = await world.owner.client.get("/v1/members?limit=100");
  const owners = (body.data as { role: string; userId: string }[]).filter(({ role }) => role === "owner");
  return owners.map(({ userId }) => userId);
}

const transferOf = (world: World) => `/v1/organizations/${world.id}/transfer`;

describe("handing an organization over", () => {
  it("swaps the two roles at once and is written down", async () => {
    const world = await createWorld();
    const member = await world.member("marketer");
    const handed = await world.owner.client.post(transferOf(world), { memberId: member.memberId });
    expect(handed).toMatchObject({ status: 200, body: { ownerUserId: member.id } });
    expect(await ownersOf(world)).toEqual([member.id]);
    expect((await world.owner.client.get("/v1/organizations")).body.data).toMatchObject([{ role: "admin" }]);
    expect(await auditOf(world.id)).toMatchObject([
      {
        action: "organization.transferred",
        actorId: world.owner.id,
        changes: { after: { ownerMemberId: member.memberId } },
      },
    ]);
    expect((await world.owner.client.delete(`/v1/organizations/${world.id}`)).status).toBe(403);
    expect((await member.client.delete(`/v1/organizations/${world.id}`)).status).toBe(204);
  });

  it("takes exceptions and a custom role away from both", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    await world.owner.client.patch(`/v1/members/${member.memberId}`, {
      permissionOverrides: ["-usage:read"],
    });
    await world.owner.client.post(transferOf(world), { memberId: member.memberId });
    const { body } = await member.client.get(`/v1/members/${member.memberId}`);
    expect(body).toMatchObject({ role: "owner", permissionOverrides: [] });
  });

  it("asks for a fresh proof of who one is", async () => {
    const world = await createWorld();
    const member = await world.member("admin");
    const longAgo = Date.now() - 16 * 60_000;
    await control()
      .update(sessions)
      .set({ authenticatedAt: longAgo, createdAt: new Date(longAgo) })
      .where(eq(sessions.userId, world.owner.id));
    const asked = await world.owner.client.post(transferOf(world), { memberId: member.memberId });
    expect(asked).toMatchObject({ status: 403, body: { code: "reauthentication_required" } });
    expect(await ownersOf(world)).toEqual([world.owner.id]);
  });

  it("TEN-02 goes to active members of this organization alone", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const stranger = await other.member("admin");
    const paused = await world.member("admin");
    await world.owner.client.patch(`/v1/members/${paused.memberId}`, { status: "suspended" });
    const leaving = await world.member("admin");
    await control().update(users).set({ status: "cancelled" }).where(eq(users.id, leaving.id));
    const own = (await world.owner.client.get("/v1/members")).body.data[0].id as string;
    for (const memberId of [stranger.memberId, paused.memberId, leaving.memberId, own]) {
      const refused = await world.owner.client.post(transferOf(world), { memberId });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/memberId" }] } });
    }
    expect(await ownersOf(world)).toEqual([world.owner.id]);
    expect(await ownersOf(other)).toEqual([other.owner.id]);
  });

  it("done twice at once leaves one owner", async () => {
    const world = await createWorld();
    const [one, other] = [await world.member("admin"), await world.member("admin")];
    const answers = await Promise.all(
      [one, other].map(({ memberId }) => world.owner.client.post(transferOf(world), { memberId })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await ownersOf(world)).toHaveLength(1);
  });

  it("while the other one leaves, leaves an owner", async () => {
    const world = await createWorld();
    const member = await world.member("admin");
    await Promise.all([
      world.owner.client.post(transferOf(world), { memberId: member.memberId }),
      member.client.delete(`/v1/members/${member.memberId}`),
    ]);
    expect(await ownersOf(world)).toHaveLength(1);
  });
});
