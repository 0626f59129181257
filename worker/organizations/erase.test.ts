import { env } from "cloudflare:test";
import { eq, getTableName } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLogs, idempotencyKeys } from "../../db/schema/cell/spine";
import { referralRewards, userInvites } from "../../db/schema/control/access";
import { users } from "../../db/schema/control/people";
import { auditOf } from "../test/audit";
import { inside } from "../test/inside";
import { runNewestJob } from "../test/run-job";
import { control, createPerson, createWorld, unique, type World } from "../test/world";
import { write } from "../kernel/write";
import { erasedFromCell, erasedFromControl } from "./owned-tables";

const graceMs = 30 * 86_400_000;
const pathOf = (world: World) => `/v1/organizations/${world.id}`;

/** One of everything that an organization can have here. */
async function furnish(world: World): Promise<void> {
  const { client } = world.owner;
  const member = await world.member("manager");
  await client.post("/v1/teams", { name: "Team", managerMemberId: member.memberId });
  await client.post("/v1/roles", { name: "Reader", permissions: ["members:read"] });
  const guest = { email: `${unique()}@guest.test`, type: "organization_member", role: "viewer" };
  await client.post("/v1/invites", guest, { "idempotency-key": unique() });
  await client.post("/v1/invites", { email: `${unique()}@friend.test`, type: "referral" });
  await world.key(["members:read"]);
  await client.post("/v1/businesses", { name: unique() });
  await write(await inside(world), [], { facts: [{ type: "test.happened" }] });
}

/** Kept for seven years, the erasing job itself, or people's own: these are looked at one by one below. */
const handledOnTheirOwn = ["audit_logs", "jobs", "referral_rewards", "sessions", "user_invites"];

async function ownedTables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "select m.name from sqlite_master m where m.type = 'table' and m.sql like '%organization_id%'",
  ).all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => name !== "users");
}

async function rowsLeft(world: World): Promise<Record<string, number>> {
  const left: Record<string, number> = {};
  for (const database of [env.DB, env.CELL_A, env.CELL_B]) {
    for (const table of database ? await ownedTables() : []) {
      const count = database
        ?.prepare(`select count(*) as n from ${table} where organization_id = ?`)
        .bind(world.id);
      left[table] = (left[table] ?? 0) + ((await count?.first<number>("n")) ?? 0);
    }
  }
  return left;
}

describe("GDPR-03 erasing an organization", () => {
  it("covers every table that belongs to one", async () => {
    const covered = [...erasedFromCell, ...erasedFromControl].map((table) => getTableName(table));
    expect([...covered, ...handledOnTheirOwn].toSorted()).toEqual((await ownedTables()).toSorted());
  });

  it("leaves nothing but the audit log and the job that did it, and leaves others alone", async () => {
    const [world, neighbour] = [await createWorld(), await createWorld()];
    await furnish(world);
    await furnish(neighbour);
    const before = await rowsLeft(neighbour);
    await world.owner.client.delete(pathOf(world));
    const job = await runNewestJob(world.id, "organizations.erase", Date.now() + graceMs + 1000);
    expect(job).toMatchObject({ status: "completed", errorMessage: null });
    const left = Object.entries(await rowsLeft(world)).filter(([, count]) => count > 0);
    expect(left.map(([table]) => table).toSorted()).toEqual(["audit_logs", "jobs"]);
    expect((await auditOf(world.id)).at(-1)).toMatchObject({
      action: "organization.erased",
      actorKind: "system",
    });
    expect(await rowsLeft(neighbour)).toEqual(before);
    expect((await world.owner.client.get("/v1/organizations")).body.data).toEqual([]);
    expect(await world.database.$count(idempotencyKeys, eq(idempotencyKeys.owner, world.id))).toBe(0);
  });

  it("waits for its time, and passes by what was restored", async () => {
    const world = await createWorld();
    await world.owner.client.delete(pathOf(world));
    await world.owner.client.post(`${pathOf(world)}/restoration`);
    const job = await runNewestJob(world.id, "organizations.erase", Date.now() + graceMs + 1000);
    expect(job?.status).toBe("completed");
    expect((await world.owner.client.get(pathOf(world))).status).toBe(200);
  });

  it("keeps to the later date of what was restored and deleted again", async () => {
    const world = await createWorld();
    await world.owner.client.delete(pathOf(world));
    await world.owner.client.post(`${pathOf(world)}/restoration`);
    const early = Date.now() + graceMs - 1000;
    await world.owner.client.delete(pathOf(world));
    await runNewestJob(world.id, "organizations.erase", early);
    expect((await world.owner.client.post(`${pathOf(world)}/restoration`)).status).toBe(200);
  });

  it("leaves people what they earned", async () => {
    const [world, friend] = [await createWorld(), await createPerson()];
    const invite = await world.owner.client.post("/v1/invites", { email: friend.email, type: "referral" });
    const id = invite.body.id as `inv_${string}`;
    await control()
      .insert(referralRewards)
      .values({
        id: `rew_00${unique()}`,
        userId: world.owner.id,
        organizationId: world.id,
        earnedFromInviteId: id,
        rewardType: "free_generation",
        status: "active",
        createdAt: 0,
      });
    await world.owner.client.delete(pathOf(world));
    await runNewestJob(world.id, "organizations.erase", Date.now() + graceMs + 1000);
    const [kept] = await control()
      .select()
      .from(referralRewards)
      .where(eq(referralRewards.earnedFromInviteId, id));
    expect(kept).toMatchObject({ status: "active", organizationId: null });
    const [sent] = await control().select().from(userInvites).where(eq(userInvites.id, id));
    expect(sent?.organizationId).toBeNull();
    expect(await control().select().from(users).where(eq(users.id, world.owner.id))).toHaveLength(1);
    expect(await control().$count(auditLogs, eq(auditLogs.organizationId, world.id))).toBeGreaterThan(1);
  });
});
