import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs } from "../../db/schema/cell/spine";
import { userInvites } from "../../db/schema/control/access";
import { testBase } from "../test/base";
import { inside } from "../test/inside";
import { inviteMailTo, invitedToken } from "../test/invite-mail";
import { runNewestJob } from "../test/run-job";
import { control, createWorld, unique, type World } from "../test/world";
import { deliverInvite } from "./deliver";

async function sentInvite(world: World) {
  const email = `${unique()}@guest.test`;
  const draft = { email, type: "organization_member", role: "viewer" };
  const id = (await world.owner.client.post("/v1/invites", draft)).body.id as `inv_${string}`;
  await invitedToken(email);
  const [job] = await control()
    .select()
    .from(jobs)
    .where(and(eq(jobs.organizationId, world.id), eq(jobs.type, "invites.deliver")));
  const sealedCode = String(job?.payload["sealedCode"]);
  while ((await sentAtOf(world)).includes(null)) await new Promise((resolve) => setTimeout(resolve, 10));
  const mailId = testBase().newId("job");
  return { id, email, again: { inviteId: id, sealedCode, mailId } };
}

async function sentAtOf(world: World): Promise<(number | null)[]> {
  const rows = await control().select().from(userInvites).where(eq(userInvites.organizationId, world.id));
  return rows.map(({ sentAt }) => sentAt);
}

describe("the mail of an invite", () => {
  it("goes out once, however often its message comes (QUE-01)", async () => {
    const world = await createWorld();
    const { email } = await sentInvite(world);
    for (let i = 0; i < 3; i++) await runNewestJob(world.id, "invites.deliver");
    expect(await inviteMailTo(email)).toHaveLength(1);
  });

  it("is noted with its invite, and with no other", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    await sentInvite(other);
    await control().update(userInvites).set({ sentAt: null }).where(eq(userInvites.organizationId, other.id));
    const { again } = await sentInvite(world);
    await deliverInvite(await inside(world), again);
    expect(await sentAtOf(world)).toEqual([expect.any(Number)]);
    expect(await sentAtOf(other)).toEqual([null]);
  });

  it.each(["cancelled", "sent again with another code"])(
    "does not go out when the invite was %s",
    async (what) => {
      const world = await createWorld();
      const { id, email, again } = await sentInvite(world);
      if (what === "cancelled") await world.owner.client.delete(`/v1/invites/${id}`);
      else await control().update(userInvites).set({ codeHash: unique() }).where(eq(userInvites.id, id));
      await deliverInvite(await inside(world), again);
      expect(await inviteMailTo(email)).toHaveLength(1);
    },
  );

  it("TEN-09 is not sent for another organization: the code does not open there", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const { email, again } = await sentInvite(world);
    await expect(deliverInvite(await inside(other), again)).rejects.toThrow("does not open");
    expect(await inviteMailTo(email)).toHaveLength(1);
  });

  it("carries names as one line of text, whatever is in them", async () => {
    const world = await createWorld();
    const name = `Evil\r\nBcc: all@victims.test <b>${"x".repeat(100)}`;
    await world.owner.client.patch(`/v1/organizations/${world.id}`, { name: name.slice(0, 120) });
    const { email } = await sentInvite(world);
    const [mail] = await inviteMailTo(email);
    expect(mail?.subject).toMatch(/^Ada Lovelace invites you to Evil Bcc: all@victims\.test <b>x+$/);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toContain("<b>");
  });
});
