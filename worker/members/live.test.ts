import { SELF } from "cloudflare:test";
import { expect, it, vi } from "vitest";
import { createWorld, type Member, type World } from "../test/world";

const letGo = 4401;

/** Watches the organization; answers the codes with which the watching ended. */
async function watch({ cookie }: Member, world: World): Promise<number[]> {
  const headers = { upgrade: "websocket", cookie: await cookie(), "tributary-organization": world.id };
  const response = await SELF.fetch("http://localhost/v1/live", { headers });
  const closed: number[] = [];
  response.webSocket?.accept();
  response.webSocket?.addEventListener("close", ({ code }) => void closed.push(code));
  expect(response.status).toBe(101);
  return closed;
}

const ends: [string, (world: World, member: Member & { memberId: string }) => Promise<{ status: number }>][] =
  [
    ["is removed", (world, { memberId }) => world.owner.client.delete(`/v1/members/${memberId}`)],
    ["leaves", (_, { client, memberId }) => client.delete(`/v1/members/${memberId}`)],
    [
      "gets another role",
      (world, { memberId }) => world.owner.client.patch(`/v1/members/${memberId}`, { role: "viewer" }),
    ],
    [
      "is suspended",
      (world, { memberId }) => world.owner.client.patch(`/v1/members/${memberId}`, { status: "suspended" }),
    ],
    ["sees the organization deleted", (world) => world.owner.client.delete(`/v1/organizations/${world.id}`)],
  ];

it.each(ends)("TEN-08 a member who %s is let go at once", async (what, end) => {
  const world = await createWorld();
  const member = await world.member("manager");
  const [theirs, others] = [await watch(member, world), await watch(await world.member("viewer"), world)];
  expect((await end(world, member)).status).toBeLessThan(300);
  await vi.waitFor(() => expect(theirs).toEqual([letGo]), { timeout: 3000 });
  const everybodyGoes = what.includes("deleted");
  if (everybodyGoes) await vi.waitFor(() => expect(others).toEqual([letGo]), { timeout: 3000 });
  else expect(others).toEqual([]);
});

it("TEN-08 holders of a custom role are let go when it changes", async () => {
  const world = await createWorld();
  const member = await world.member("viewer");
  const role = await world.owner.client.post("/v1/roles", { name: "Reader", permissions: ["members:read"] });
  await world.owner.client.patch(`/v1/members/${member.memberId}`, { customRoleId: role.body.id });
  const theirs = await watch(member, world);
  await world.owner.client.patch(`/v1/roles/${role.body.id}`, { name: "Only a name" });
  await world.owner.client.patch(`/v1/roles/${role.body.id}`, { permissions: ["teams:read"] });
  await vi.waitFor(() => expect(theirs).toEqual([letGo]), { timeout: 3000 });
});
