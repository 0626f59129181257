import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { organizations } from "../../db/schema/control/organizations";
import { userInvites } from "../../db/schema/control/access";
import { users } from "../../db/schema/control/people";
import { systemContext } from "../http";
import { platformOrganization } from "../kernel/jobs";
import { runNewestJob } from "../test/run-job";
import { testBase } from "../test/base";
import { invitedToken } from "../test/invite-mail";
import { control, createPerson, createWorld, type Person, type World } from "../test/world";
import { writeControl } from "../kernel/write";

/** What the erasure of an account says, and what follows from it. */
async function erase({ id }: Person): Promise<void> {
  const ctx = await systemContext(testBase(), platformOrganization);
  if (!ctx) throw new Error("The platform has no context.");
  await control().update(users).set({ status: "cancelled" }).where(eq(users.id, id));
  const scope = { organizationId: platformOrganization, cell: "00", actor: ctx.actor };
  await writeControl({ ...ctx, carry: () => undefined }, scope, [], {
    facts: [{ type: "person.erased", subjectId: id }],
  });
  for (const type of ["members.forget_person", "invites.forget_person"]) {
    expect(await runNewestJob(platformOrganization, type)).toMatchObject({ status: "completed" });
  }
}

async function rolesIn(by: Person, world: World): Promise<[string, string][]> {
  const { data } = (await by.client.in(world.id).get("/v1/members")).body;
  return data.map(({ userId, role }: { userId: string; role: string }) => [userId, role]);
}

describe("when somebody is erased", () => {
  it("their memberships end", async () => {
    const world = await createWorld();
    const member = await world.member("manager");
    await world.owner.client.post("/v1/teams", { name: "Theirs", managerMemberId: member.memberId });
    await erase(member);
    expect(await rolesIn(world.owner, world)).toEqual([[world.owner.id, "owner"]]);
    expect((await world.owner.client.get("/v1/teams")).body.data).toMatchObject([
      { manager: null, memberCount: 0 },
    ]);
  });

  it("what they owned goes to who stands highest and came first", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    const [first, second] = [await world.member("admin"), await world.member("admin")];
    await erase(world.owner);
    expect(await rolesIn(first, world)).toEqual([
      [viewer.id, "viewer"],
      [first.id, "owner"],
      [second.id, "admin"],
    ]);
  });

  it("what nobody is left to own is deleted", async () => {
    const world = await createWorld();
    await erase(world.owner);
    const [row] = await control().select().from(organizations).where(eq(organizations.id, world.id));
    expect(row).toMatchObject({ status: "deleted", eraseAfter: expect.any(Number) });
  });

  it("their invites are off, and their address is in none", async () => {
    const [world, guest] = [await createWorld(), await createPerson()];
    const draft = { email: guest.email, type: "organization_member", role: "admin" };
    await world.owner.client.post("/v1/invites", draft);
    await guest.client.post("/v1/invites/acceptance", { token: await invitedToken(guest.email) });
    const sent = await guest.client
      .in(world.id)
      .post("/v1/invites", { ...draft, email: `for-${guest.email}` });
    await erase(guest);
    const rows = await control().select().from(userInvites).where(eq(userInvites.organizationId, world.id));
    expect(rows.find(({ id }) => id === sent.body.id)?.status).toBe("cancelled");
    expect(rows.map(({ email }) => email)).not.toContain(guest.email);
  });
});
