import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { userInvites } from "../../db/schema/control/access";
import { organizations } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Base, PersonContext } from "../kernel/context";
import { auditOf } from "../test/audit";
import { testBase } from "../test/base";
import { invitedToken } from "../test/invite-mail";
import {
  anybody,
  control,
  createPerson,
  createWorld,
  type Member,
  type Person,
  type World,
} from "../test/world";
import { openInvite } from "./open-invite";
import { acceptMembership } from "./accept-membership";

async function inviteFor(
  by: Member,
  guest: Person,
  more: object = {},
): Promise<{ id: string; token: string }> {
  const draft = { email: guest.email, type: "organization_member", role: "viewer", ...more };
  const { body } = await by.client.post("/v1/invites", draft);
  return { id: body.id, token: await invitedToken(guest.email) };
}

const accept = (person: Person, token: string) => person.client.post("/v1/invites/acceptance", { token });
const preview = (token: string) => anybody.post("/v1/invites/preview", { token });

async function membersOf(world: World): Promise<string[]> {
  const { data } = (await world.owner.client.get("/v1/members?limit=100")).body;
  return data.map(({ userId }: { userId: string }) => userId);
}

describe("accepting an invite", () => {
  it("makes a member with the role and the team that were promised, who works there at once", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    await guest.client.post("/v1/organizations", { name: "Already mine" });
    const team = await world.owner.client.post("/v1/teams", { name: "Content" });
    const { id, token } = await inviteFor(world.owner, guest, { role: "marketer", teamId: team.body.id });
    expect((await preview(token)).body).toMatchObject({
      type: "organization_member",
      email: guest.email,
      inviterName: "Ada Lovelace",
      organizationName: expect.stringMatching(/^House /),
      roleName: "marketer",
    });
    const accepted = await accept(guest, token);
    expect(accepted).toMatchObject({ status: 200, body: { inviteId: id, organization: { id: world.id } } });
    const { body } = await guest.client.get(`/v1/members/${accepted.body.memberId}`);
    expect(body).toMatchObject({ userId: guest.id, role: "marketer", teams: [{ name: "Content" }] });
    expect((await auditOf(world.id)).at(-1)).toMatchObject({
      action: "member.joined",
      actorId: guest.id,
      changes: { after: { inviteId: id, role: "marketer" } },
    });
    expect((await world.owner.client.get("/v1/invites")).body.data).toMatchObject([
      { id, status: "accepted" },
    ]);
  });

  it("gives a custom role as it is by then", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    const role = await world.owner.client.post("/v1/roles", {
      name: "Reader",
      permissions: ["members:read"],
    });
    const { token } = await inviteFor(world.owner, guest, { role: undefined, customRoleId: role.body.id });
    await world.owner.client.patch(`/v1/roles/${role.body.id}`, { permissions: ["teams:read"] });
    expect((await preview(token)).body.roleName).toBe("Reader");
    expect((await accept(guest, token)).status).toBe(200);
    expect((await guest.client.get("/v1/teams")).status).toBe(200);
    expect((await guest.client.get("/v1/members")).status).toBe(403);
  });

  it("joins without the team, where the team has gone", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    const team = await world.owner.client.post("/v1/teams", { name: "Gone" });
    const { token } = await inviteFor(world.owner, guest, { teamId: team.body.id });
    await world.owner.client.delete(`/v1/teams/${team.body.id}`);
    const accepted = await accept(guest, token);
    expect((await guest.client.get(`/v1/members/${accepted.body.memberId}`)).body.teams).toEqual([]);
  });
});

describe("AUTH-09 an invite", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });

  it("is good for the address it was sent to, and no other", async () => {
    const [guest, other] = [await createPerson(), await createPerson()];
    const { token } = await inviteFor(world.owner, guest);
    expect(await accept(other, token)).toMatchObject({
      status: 403,
      body: { code: "invite_for_another_address" },
    });
    expect(await membersOf(world)).not.toContain(other.id);
    expect((await preview(token)).status).toBe(200);
  });

  it("waits until the address is confirmed", async () => {
    const guest = await createPerson();
    await control().update(users).set({ emailVerified: false }).where(eq(users.id, guest.id));
    const { token } = await inviteFor(world.owner, guest);
    expect(await accept(guest, token)).toMatchObject({ status: 403, body: { code: "email_not_verified" } });
    expect(await membersOf(world)).not.toContain(guest.id);
    await control().update(users).set({ emailVerified: true }).where(eq(users.id, guest.id));
    expect((await accept(guest, token)).status).toBe(200);
  });

  it("needs somebody who is signed in", async () => {
    const guest = await createPerson();
    const { token } = await inviteFor(world.owner, guest);
    expect((await anybody.post("/v1/invites/acceptance", { token })).status).toBe(401);
    expect(await membersOf(world)).not.toContain(guest.id);
  });

  const ends: [string, (id: string, guest: Person, token: string) => Promise<unknown>][] = [
    ["invite_used", (_, guest, token) => accept(guest, token)],
    ["invite_cancelled", (id) => world.owner.client.delete(`/v1/invites/${id}`)],
    [
      "invite_expired",
      (id) =>
        control()
          .update(userInvites)
          .set({ expiresAt: Date.now() - 1 })
          .where(eq(userInvites.id, id as `inv_${string}`)),
    ],
  ];
  it.each(ends)("that is over says so: %s", async (code, end) => {
    const guest = await createPerson();
    const { id, token } = await inviteFor(world.owner, guest);
    await end(id, guest, token);
    const before = await membersOf(world);
    expect(await preview(token)).toMatchObject({ status: 410, body: { code } });
    expect(await accept(guest, token)).toMatchObject({ status: 410, body: { code } });
    expect(await membersOf(world)).toEqual(before);
  });

  it.each(["", "x", "undefined", "a".repeat(43), "../../etc", "' or 1=1 --", "A".repeat(201)])(
    "with the token %j is none",
    async (token) => {
      const guest = await createPerson();
      const expected = token === "" || token.length > 200 ? 422 : 404;
      expect((await accept(guest, token)).status).toBe(expected);
      expect((await preview(token)).status).toBe(expected);
    },
  );

  it("takes no role, address or organization from whoever accepts (AUTH-05)", async () => {
    const guest = await createPerson();
    const { token } = await inviteFor(world.owner, guest);
    for (const field of [{ role: "admin" }, { email: guest.email }, { organizationId: world.id }]) {
      const refused = await guest.client.post("/v1/invites/acceptance", { token, ...field });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_field" }] } });
    }
    expect(await membersOf(world)).not.toContain(guest.id);
  });

  it("does not bring back who is paused", async () => {
    const member = await world.member("viewer");
    await world.owner.client.patch(`/v1/members/${member.memberId}`, { status: "suspended" });
    const refused = await world.owner.client.post("/v1/invites", {
      email: member.email,
      type: "organization_member",
      role: "admin",
    });
    expect(refused).toMatchObject({ status: 409, body: { code: "already_member" } });
  });
});

describe("ROLE-07 an invite is worth no more than its sender", () => {
  it.each(["is removed", "leaves the right behind", "stands lower"])("once the sender %s", async (what) => {
    const world = await createWorld();
    const [sender, guest] = [await world.member("admin"), await createPerson()];
    const { id, token } = await inviteFor(sender, guest, { role: "manager" });
    const at = `/v1/members/${sender.memberId}`;
    if (what === "is removed") await world.owner.client.delete(at);
    else if (what === "stands lower") await world.owner.client.patch(at, { role: "marketer" });
    else await world.owner.client.patch(at, { permissionOverrides: ["-invites:write"] });
    expect(await accept(guest, token)).toMatchObject({ status: 410, body: { code: "invite_cancelled" } });
    expect(await membersOf(world)).not.toContain(guest.id);
    await world.owner.client.post(`/v1/invites/${id}/delivery`);
    expect((await accept(guest, await invitedToken(guest.email, 2))).status).toBe(200);
  });
});

describe("TEN-13 an invite of an organization that is deleted", () => {
  it("opens nothing until it is restored", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    const { token } = await inviteFor(world.owner, guest);
    await world.owner.client.delete(`/v1/organizations/${world.id}`);
    expect((await preview(token)).status).toBe(410);
    expect((await accept(guest, token)).status).toBe(410);
    await world.owner.client.post(`/v1/organizations/${world.id}/restoration`);
    expect((await accept(guest, token)).status).toBe(200);
  });
});

describe("accepting at the same time", () => {
  it("of two who come for the last seat, one gets it", async () => {
    const world = await createWorld();
    const guests = [await createPerson(), await createPerson()];
    const invites = await Promise.all(guests.map((guest) => inviteFor(world.owner, guest)));
    await control().update(organizations).set({ seatLimit: 2 }).where(eq(organizations.id, world.id));
    const answers = await Promise.all(guests.map((guest, i) => accept(guest, invites[i]?.token ?? "")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 402]);
    expect(await membersOf(world)).toHaveLength(2);
    const states = (await world.owner.client.get("/v1/invites")).body.data.map(
      (row: { status: string }) => row.status,
    );
    expect(states.toSorted()).toEqual(["accepted", "pending"]);
  });

  it("of one invite opened in five tabs, one counts", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    const { token } = await inviteFor(world.owner, guest);
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(guest, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await membersOf(world)).filter((id) => id === guest.id)).toHaveLength(1);
    expect((await auditOf(world.id)).filter(({ action }) => action === "member.joined")).toHaveLength(1);
  });

  it("as it is cancelled gives nobody a membership", async () => {
    const world = await createWorld();
    const guest = await createPerson();
    const { id, token } = await inviteFor(world.owner, guest);
    const base = testBase();
    const readBefore = await openInvite(base, token);
    await world.owner.client.delete(`/v1/invites/${id}`);
    const late = acceptMembership(personOn(base, guest), readBefore);
    await expect(late).rejects.toMatchObject({ reason: "invite_changed" });
    expect(await membersOf(world)).not.toContain(guest.id);
    expect((await world.owner.client.get("/v1/invites")).body.data).toMatchObject([{ status: "cancelled" }]);
  });
});

/** The person as the edge would hand them to a verb. */
function personOn(base: Base, { id, email }: Person): PersonContext {
  const person = {
    id,
    email,
    emailVerified: true,
    name: "Ada Lovelace",
    platformRole: "user",
    twoFactorEnabled: false,
  };
  const session = {
    id: base.newId("session"),
    token: "none",
    createdAt: base.now(),
    authenticatedAt: base.now(),
  };
  // safe: accepting reads nothing else of a person
  return { ...base, person: person as PersonContext["person"], session, inOrganization: null };
}
