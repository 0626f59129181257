import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs } from "../../db/schema/cell/spine";
import { userInvites } from "../../db/schema/control/access";
import { organizations } from "../../db/schema/control/organizations";
import { auditOf } from "../test/audit";
import { invitedToken, inviteMailTo } from "../test/invite-mail";
import { control, createPerson, createWorld, type Member, unique, type World } from "../test/world";

const guestAddress = () => `${unique()}@guest.test`;

function invite(by: Member, more: object = {}) {
  const draft = { email: guestAddress(), type: "organization_member", role: "viewer", ...more };
  return by.client.post("/v1/invites", draft);
}

async function listed(by: Member, query = "") {
  return (await by.client.get(`/v1/invites${query}`)).body.data as {
    id: string;
    email: string;
    status: string;
  }[];
}

async function expire(id: string): Promise<void> {
  await control()
    .update(userInvites)
    .set({ expiresAt: Date.now() - 1 })
    .where(eq(userInvites.id, id as `inv_${string}`));
}

async function limitSeats(world: World, seatLimit: number): Promise<void> {
  await control().update(organizations).set({ seatLimit }).where(eq(organizations.id, world.id));
}

describe("inviting a member", () => {
  it("sends a mail that says who, where and as what, and is written down", async () => {
    const world = await createWorld();
    const email = guestAddress();
    const made = await invite(world.owner, { email: email.toUpperCase(), role: "marketer" });
    expect(made).toMatchObject({
      status: 201,
      body: { email, role: "marketer", status: "pending", sentAt: null },
    });
    const token = await invitedToken(email);
    expect(token).toMatch(/^[\w-]{43}$/);
    const [mail] = await inviteMailTo(email);
    expect(mail?.subject).toMatch(/^Ada Lovelace invites you to House /);
    expect(mail?.text).toContain("marketer");
    expect(await auditOf(world.id)).toMatchObject([
      {
        action: "invite.created",
        changes: { after: { email, type: "organization_member", role: "marketer" } },
      },
    ]);
    const [sent] = await listed(world.owner);
    expect(sent).toMatchObject({ id: made.body.id, inviter: { userId: world.owner.id } });
  });

  it("keeps the code nowhere but in the mail", async () => {
    const world = await createWorld();
    const email = guestAddress();
    const made = await invite(world.owner, { email });
    const token = await invitedToken(email);
    const rows = await control().select().from(userInvites).where(eq(userInvites.organizationId, world.id));
    const work = await control().select().from(jobs).where(eq(jobs.organizationId, world.id));
    const seen = [rows, work, await auditOf(world.id), made.body, await listed(world.owner)];
    expect(JSON.stringify(seen)).not.toContain(token);
  });

  it("needs the permission, and promises nothing above the inviter (AUTH-09)", async () => {
    const world = await createWorld();
    const [manager, marketer] = [await world.member("manager"), await world.member("marketer")];
    expect((await invite(marketer)).status).toBe(403);
    expect(await invite(manager, { role: "admin" })).toMatchObject({
      status: 403,
      body: { code: "above_own_role" },
    });
    expect((await invite(world.owner, { role: "owner" })).status).toBe(422);
    expect(await listed(world.owner)).toEqual([]);
    expect((await invite(manager, { role: "manager" })).status).toBe(201);
  });

  it("goes once to an address, and to nobody who is here already", async () => {
    const world = await createWorld();
    const [member, email] = [await world.member("viewer"), guestAddress()];
    await invite(world.owner, { email });
    expect(await invite(world.owner, { email })).toMatchObject({
      status: 409,
      body: { code: "already_invited" },
    });
    expect(await invite(world.owner, { email: member.email })).toMatchObject({
      status: 409,
      body: { code: "already_member" },
    });
    expect(await listed(world.owner)).toHaveLength(1);
    // TEN-11: whom another organization has invited is nothing to trip over.
    expect((await invite((await createWorld()).owner, { email })).status).toBe(201);
  });

  it("AUTH-02 answers the same whether the address has an account or not", async () => {
    const world = await createWorld();
    const known = await createPerson();
    const [one, other] = [await invite(world.owner, { email: known.email }), await invite(world.owner)];
    const shape = ({ body }: { body: object }) =>
      Object.keys(body).filter((key) => body[key as keyof typeof body] !== null);
    expect(one.status).toBe(other.status);
    expect(shape(one)).toEqual(shape(other));
  });

  it("TEN-02 takes no role and no team of another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const team = await other.owner.client.post("/v1/teams", { name: "Theirs" });
    const role = await other.owner.client.post("/v1/roles", {
      name: "Theirs",
      permissions: ["members:read"],
    });
    for (const foreign of [{ teamId: team.body.id }, { role: undefined, customRoleId: role.body.id }]) {
      expect((await invite(world.owner, foreign)).status).toBe(422);
    }
    expect(await listed(world.owner)).toEqual([]);
  });

  it.each(["nobody", "a@b", "a@b.test, c@d.test", "Name <a@b.test>", '"a b"@c.test'])(
    "refuses the address %j",
    async (email) => {
      const world = await createWorld();
      expect((await invite(world.owner, { email })).status).toBe(422);
      expect(await listed(world.owner)).toEqual([]);
    },
  );
});

describe("seats", () => {
  it("are taken by members and by open invites, and given back by cancelled and expired ones", async () => {
    const world = await createWorld();
    await limitSeats(world, 3);
    const first = await invite(world.owner);
    const second = await invite(world.owner);
    expect(await invite(world.owner)).toMatchObject({ status: 402, body: { code: "plan_limit" } });
    expect((await world.owner.client.get("/v1/usage")).body.features).toContainEqual(
      expect.objectContaining({ feature: "seats", limit: 3, used: 3 }),
    );
    await world.owner.client.delete(`/v1/invites/${first.body.id}`);
    expect((await invite(world.owner)).status).toBe(201);
    await expire(second.body.id);
    expect((await invite(world.owner)).status).toBe(201);
    expect(await invite(world.owner)).toMatchObject({ status: 402 });
  });

  it("are never promised twice, however many ask at once", async () => {
    const world = await createWorld();
    await limitSeats(world, 4);
    const answers = await Promise.all(Array.from({ length: 10 }, () => invite(world.owner)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await listed(world.owner)).toHaveLength(3);
  });

  it("are not needed to recommend Tributary", async () => {
    const world = await createWorld();
    await limitSeats(world, 1);
    expect((await invite(world.owner, { type: "referral", role: undefined })).status).toBe(201);
  });
});

describe("sending an invite again", () => {
  it("sends another code; the first one opens nothing any more", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    const made = await invite(world.owner, { email: guest.email });
    const first = await invitedToken(guest.email);
    const again = await world.owner.client.post(`/v1/invites/${made.body.id}/delivery`);
    expect(again).toMatchObject({ status: 202, body: { status: "pending", sentAt: null } });
    const second = await invitedToken(guest.email, 2);
    expect(second).not.toBe(first);
    expect((await guest.client.post("/v1/invites/acceptance", { token: first })).status).toBe(404);
    expect((await guest.client.post("/v1/invites/acceptance", { token: second })).status).toBe(200);
  });

  it("makes an expired one good again, if there is a seat", async () => {
    const world = await createWorld();
    await limitSeats(world, 2);
    const made = await invite(world.owner);
    await expire(made.body.id);
    expect(await listed(world.owner, "?status=expired")).toMatchObject([
      { id: made.body.id, status: "expired" },
    ]);
    const member = await world.member("viewer");
    const path = `/v1/invites/${made.body.id}/delivery`;
    expect((await world.owner.client.post(path)).status).toBe(402);
    await world.owner.client.delete(`/v1/members/${member.memberId}`);
    expect((await world.owner.client.post(path)).body.status).toBe("pending");
  });

  it("is not for used and cancelled ones", async () => {
    const world = await createWorld();
    const made = await invite(world.owner);
    await world.owner.client.delete(`/v1/invites/${made.body.id}`);
    const path = `/v1/invites/${made.body.id}`;
    for (const refused of [
      await world.owner.client.post(`${path}/delivery`),
      await world.owner.client.delete(path),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: "invite_cancelled" } });
    }
    expect(await listed(world.owner)).toMatchObject([{ status: "cancelled" }]);
  });

  it("promises nothing that whoever sends it could not promise", async () => {
    const world = await createWorld();
    const manager = await world.member("manager");
    const made = await invite(world.owner, { role: "admin" });
    const refused = await manager.client.post(`/v1/invites/${made.body.id}/delivery`);
    expect(refused).toMatchObject({ status: 403, body: { code: "above_own_role" } });
  });
});

describe("who sees which invites", () => {
  it("all with the permission, else one's own", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    await invite(world.owner);
    const own = await invite(viewer, { type: "referral", role: undefined });
    expect(await listed(viewer)).toMatchObject([{ id: own.body.id }]);
    expect(await listed(world.owner)).toHaveLength(2);
    expect(await listed(world.owner, "?type=referral")).toMatchObject([{ id: own.body.id }]);
    const key = await world.key(["organization:read"]);
    expect((await key.client.get("/v1/invites")).status).toBe(403);
    const reader = await world.key(["organization:read", "invites:read"]);
    expect((await reader.client.get("/v1/invites")).body.data).toHaveLength(2);
  });

  it("a viewer touches no invite of others", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    const made = await invite(world.owner);
    const path = `/v1/invites/${made.body.id}`;
    expect((await viewer.client.delete(path)).status).toBe(404);
    expect((await viewer.client.post(`${path}/delivery`)).status).toBe(404);
    expect(await listed(world.owner)).toMatchObject([{ status: "pending" }]);
  });
});
