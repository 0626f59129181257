import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { referralRewards, userInvites } from "../../db/schema/control/access";
import { users } from "../../db/schema/control/people";
import { inside } from "../test/inside";
import { inviteMailTo, invitedToken } from "../test/invite-mail";
import { anybody, control, createPerson, createWorld, type Person, unique, type World } from "../test/world";
import { claimRewards, settleRewards } from "./rewards";

const accept = (person: Person, token: string) => person.client.post("/v1/invites/acceptance", { token });

/** Somebody who came because of the mail: their account is younger than the recommendation. */
async function recommendTo(
  world: World,
  by = world.owner,
): Promise<{ id: `inv_${string}`; friend: Person; token: string }> {
  const email = `${unique()}@friend.test`;
  const { body } = await by.client.post("/v1/invites", { email, type: "referral" });
  return { id: body.id, friend: await createPerson({ email }), token: await invitedToken(email) };
}

async function personOf(id: Person["id"]) {
  const [row] = await control().select().from(users).where(eq(users.id, id));
  return row;
}

async function rewardsOf(person: Person) {
  return (await person.client.get("/v1/referral-rewards")).body.data as {
    status: string;
    organizationId: string;
  }[];
}

async function bonusOf(world: { client: Person["client"] }): Promise<number> {
  const { features } = (await world.client.get("/v1/usage")).body;
  return features.find(({ feature }: { feature: string }) => feature === "generations").bonus;
}

/** The queue does it by itself; asking again is what a redelivered message does. */
async function settled(person: Person): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    const rewards = await rewardsOf(person);
    if (rewards.length > 0 && rewards.every(({ status }) => status === "active")) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The rewards were not settled.");
}

describe("recommending Tributary", () => {
  it("is open to every member, and says in the mail who recommends it", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    const { friend, token } = await recommendTo(world, viewer);
    const [mail] = await inviteMailTo(friend.email);
    expect(mail?.subject).toBe("Ada Lovelace recommends Tributary to you");
    expect((await anybody.post("/v1/invites/preview", { token })).body).toMatchObject({
      type: "referral",
      organizationName: null,
      roleName: null,
    });
    expect(await personOf(viewer.id)).toMatchObject({ totalReferralsMade: 1, successfulReferrals: 0 });
  });

  it("brings both of them a bonus, once", async () => {
    const world = await createWorld();
    const { id, friend, token } = await recommendTo(world);
    const founded = await friend.client.post("/v1/organizations", { name: "New here" });
    const [before, theirs] = [await bonusOf(world.owner), { client: friend.client.in(founded.body.id) }];
    expect(await accept(friend, token)).toMatchObject({
      status: 200,
      body: { organization: null, memberId: null },
    });
    await settled(world.owner);
    await settled(friend);
    expect(await bonusOf(world.owner)).toBe(before + 20);
    expect(await bonusOf(theirs)).toBe(20);
    await settleRewards(await inside(world), id);
    await Promise.all([settleRewards(await inside(world), id), settleRewards(await inside(world), id)]);
    expect(await bonusOf(world.owner)).toBe(before + 20);
    expect(await bonusOf(theirs)).toBe(20);
    expect(await personOf(world.owner.id)).toMatchObject({
      totalReferralsMade: 1,
      successfulReferrals: 1,
      lifetimeReferralRewardsEarned: 20,
    });
    const [sent] = await control().select().from(userInvites).where(eq(userInvites.id, id));
    expect(sent).toMatchObject({
      acceptedByUserId: friend.id,
      rewardGrantedToInviter: true,
      rewardGrantedToInvitee: true,
    });
  });

  it("keeps the newcomer's bonus until they own an organization", async () => {
    const world = await createWorld();
    const { friend, token } = await recommendTo(world);
    await accept(friend, token);
    await settled(world.owner);
    expect(await rewardsOf(friend)).toMatchObject([{ status: "pending", organizationId: null }]);
    const founded = await friend.client.post("/v1/organizations", { name: "Now" });
    await settled(friend);
    expect(await rewardsOf(friend)).toMatchObject([{ status: "active", organizationId: founded.body.id }]);
    const second = await friend.client.post("/v1/organizations", { name: "Another" });
    await claimRewards(await inside({ id: second.body.id }), friend.id);
    expect(await bonusOf({ client: friend.client.in(second.body.id) })).toBe(0);
    expect(await bonusOf({ client: friend.client.in(founded.body.id) })).toBe(20);
  });

  it("counts a person once, whoever recommends", async () => {
    const [one, other] = [await createWorld(), await createWorld()];
    const email = `${unique()}@friend.test`;
    await one.owner.client.post("/v1/invites", { email, type: "referral" });
    const first = await invitedToken(email);
    await other.owner.client.post("/v1/invites", { email, type: "referral" });
    const tokens = [first, await invitedToken(email, 2)];
    const friend = await createPerson({ email });
    const answers = await Promise.all(tokens.map((token) => accept(friend, token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("already_referred");
    const rewards = await control()
      .select()
      .from(referralRewards)
      .where(eq(referralRewards.userId, friend.id));
    expect(rewards).toHaveLength(1);
  });

  it("brings nothing for oneself, nor for who was here before", async () => {
    const world = await createWorld();
    const self = await world.owner.client.post("/v1/invites", { email: world.owner.email, type: "referral" });
    expect(self).toMatchObject({ status: 409, body: { code: "own_address" } });
    const known = await createPerson();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await world.owner.client.post("/v1/invites", { email: known.email, type: "referral" });
    const refused = await accept(known, await invitedToken(known.email));
    expect(refused).toMatchObject({ status: 409, body: { code: "already_registered" } });
    expect(await rewardsOf(known)).toEqual([]);
    expect(await personOf(world.owner.id)).toMatchObject({ successfulReferrals: 0 });
  });

  it("promises no role", async () => {
    const world = await createWorld();
    const refused = await world.owner.client.post("/v1/invites", {
      email: `${unique()}@friend.test`,
      type: "referral",
      role: "admin",
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "no_role" }] } });
  });
});

describe("the beta", () => {
  it("is opened by operators alone", async () => {
    const world = await createWorld();
    const draft = { email: `${unique()}@guest.test`, type: "beta_access" };
    const refused = await world.owner.client.post("/v1/invites", draft);
    expect(refused).toMatchObject({ status: 403, body: { code: "operator_only" } });
    expect((await world.owner.client.get("/v1/invites")).body.data).toEqual([]);
  });

  it("is joined by whoever the operator invited", async () => {
    const operator = await createPerson({ platformRole: "super_admin" });
    await operator.client.post("/v1/organizations", { name: "The platform" });
    const guest = await createPerson();
    const made = await operator.client.post("/v1/invites", { email: guest.email, type: "beta_access" });
    expect(made.status).toBe(201);
    const accepted = await accept(guest, await invitedToken(guest.email));
    expect(accepted).toMatchObject({ status: 200, body: { type: "beta_access", organization: null } });
    expect((await operator.client.get("/v1/invites?type=beta_access")).body.data).toMatchObject([
      { id: made.body.id, status: "accepted" },
    ]);
    expect((await guest.client.get("/v1/organizations")).body.data).toEqual([]);
  });
});
