import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { usageLedger } from "../../db/schema/cell/usage";
import { defaultCell } from "../../db/ids";
import { inside } from "../test/inside";
import { testBase } from "../test/base";
import { createWorld, createPerson, type World } from "../test/world";
import {
  commitSteps,
  commitUsage,
  grantBonus,
  releaseExpiredReservations,
  releaseUsage,
  reserveUsage,
} from "./index";
import { write } from "../kernel/write";
import { readUsage } from "./usage";

const hour = 3_600_000;
const one = (key: string, quantity = 1) =>
  ({ feature: "generations", quantity, key, expiresInMs: hour }) as const;

async function generations(world: World) {
  const { body } = await world.owner.client.get("/v1/usage");
  const { used, reserved, bonus, remaining, limit } = body.features.find(
    (usage: { feature: string }) => usage.feature === "generations",
  );
  return { used, reserved, bonus, remaining, limit };
}

describe("a reservation", () => {
  it("is held, then spent, and each once however often it is said", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    await reserveUsage(ctx, one("a", 3));
    await reserveUsage(ctx, one("a", 3));
    expect(await generations(world)).toMatchObject({ used: 0, reserved: 3, remaining: 17 });
    await Promise.all([commitUsage(ctx, "a"), commitUsage(ctx, "a"), commitUsage(ctx, "a")]);
    expect(await generations(world)).toMatchObject({ used: 3, reserved: 0, remaining: 17 });
    await releaseUsage(ctx, "a");
    expect(await generations(world)).toMatchObject({ used: 3, reserved: 0, remaining: 17 });
  });

  it("QUOTA-01 is refunded exactly once", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    await reserveUsage(ctx, one("kept"));
    await reserveUsage(ctx, one("failed", 4));
    await Promise.all(Array.from({ length: 10 }, () => releaseUsage(ctx, "failed")));
    expect(await generations(world)).toMatchObject({ used: 0, reserved: 1, remaining: 19 });
  });

  it("QUOTA-01 of 50 at once with one left, exactly one is accepted", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    await reserveUsage(ctx, one("nineteen", 19));
    const tries = Array.from({ length: 50 }, (_, i) => reserveUsage(ctx, one(`try-${i}`)));
    const outcomes = await Promise.allSettled(tries);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(49);
    expect(refused.every(({ reason }) => reason.status === 402)).toBe(true);
    expect(await generations(world)).toMatchObject({ reserved: 20, remaining: 0 });
  });

  it("cannot be spent after it was given back, and takes the whole batch with it", async () => {
    const ctx = await inside(await createWorld({ planSlug: "free" }));
    await reserveUsage(ctx, one("gone"));
    await releaseUsage(ctx, "gone");
    await expect(commitUsage(ctx, "gone")).rejects.toMatchObject({ reason: "usage_not_reserved" });
    await expect(commitUsage(ctx, "never")).rejects.toMatchObject({ reason: "usage_not_reserved" });
    const audit = [{ action: "test.kept", resourceType: "test" }];
    await expect(write(ctx, commitSteps(ctx, "gone"), { audit })).rejects.toMatchObject({ status: 409 });
    await expect(reserveUsage(ctx, one("gone"))).rejects.toMatchObject({ reason: "usage_key_reused" });
  });

  it("keeps its key for one use of one size", async () => {
    const ctx = await inside(await createWorld({ planSlug: "free" }));
    await reserveUsage(ctx, one("k", 2));
    await expect(reserveUsage(ctx, one("k", 3))).rejects.toMatchObject({ reason: "usage_key_reused" });
    await expect(reserveUsage(ctx, { ...one("k", 2), feature: "downloads" })).rejects.toMatchObject({
      status: 409,
    });
  });

  it("QUOTA-02 takes no negative, broken or overflowing amount", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    for (const quantity of [0, -1, 0.5, Number.NaN, Infinity, 2 ** 53, 1_000_001]) {
      await expect(reserveUsage(ctx, one("bad", quantity))).rejects.toMatchObject({ status: 422 });
    }
    expect(await generations(world)).toMatchObject({ used: 0, reserved: 0, remaining: 20 });
  });

  it("of another organization is neither spent nor given back by this one", async () => {
    const [world, other] = [await createWorld({ planSlug: "free" }), await createWorld({ planSlug: "free" })];
    await reserveUsage(await inside(world), one("shared-name"));
    const stranger = await inside(other);
    await releaseUsage(stranger, "shared-name");
    await expect(commitUsage(stranger, "shared-name")).rejects.toMatchObject({ status: 409 });
    expect(await generations(world)).toMatchObject({ reserved: 1 });
  });
});

describe("time", () => {
  const lastOfJanuary = Date.UTC(2030, 0, 31, 23, 59);
  const firstOfFebruary = Date.UTC(2030, 1, 1, 0, 1);

  it("QUOTA-02 commits into the month that was reserved in, and begins the next one empty", async () => {
    const world = await createWorld({ planSlug: "free" });
    const before = await inside(world, { now: () => lastOfJanuary });
    const after = await inside(world, { now: () => firstOfFebruary });
    await reserveUsage(before, one("late", 20));
    await expect(reserveUsage(before, one("more"))).rejects.toMatchObject({ status: 402 });
    await reserveUsage(after, one("new month", 20));
    await commitUsage(after, "late");
    const january = (await readUsage(before)).features.find(({ feature }) => feature === "generations");
    const february = (await readUsage(after)).features.find(({ feature }) => feature === "generations");
    expect(january).toMatchObject({ used: 20, reserved: 0, resetsAt: Date.UTC(2030, 1, 1) });
    expect(february).toMatchObject({ used: 0, reserved: 20, resetsAt: Date.UTC(2030, 2, 1) });
  });

  it("gives back what ran out, once, and only that", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    await grantBonus(ctx, world.id, { feature: "generations", quantity: 2, source: "promotion", key: "p" });
    await reserveUsage(ctx, one("dead", 5));
    await reserveUsage(ctx, { ...one("alive", 1), expiresInMs: 10 * hour });
    const later = testBase({ now: () => Date.now() + 2 * hour });
    await Promise.all([
      releaseExpiredReservations(later, world.cell),
      releaseExpiredReservations(later, world.cell),
    ]);
    expect(await generations(world)).toEqual({ used: 0, reserved: 1, bonus: 2, remaining: 21, limit: 20 });
    await expect(commitUsage(ctx, "dead")).rejects.toMatchObject({ reason: "usage_not_reserved" });
    await releaseExpiredReservations(later, defaultCell);
  });

  it("QUOTA-02 a change of plan in the middle of a month changes what is left at once", async () => {
    const world = await createWorld({ planSlug: "free" });
    await reserveUsage(await inside(world), one("all", 20));
    const operator = await createPerson({ platformRole: "super_admin" });
    const path = `/v1/operator/organizations/${world.id}/plan`;
    await operator.client.put(path, { planSlug: "starter" });
    await reserveUsage(await inside(world), one("more", 100));
    expect(await generations(world)).toMatchObject({ reserved: 120, limit: 500, remaining: 380 });
    await operator.client.put(path, { planSlug: "free" });
    await expect(reserveUsage(await inside(world), one("over"))).rejects.toMatchObject({ status: 402 });
    expect(await generations(world)).toMatchObject({ reserved: 120, limit: 20, remaining: 0 });
    await operator.client.put(path, { planSlug: "pay_as_you_go" });
    await reserveUsage(await inside(world), one("endless", 1_000_000));
  });
});

describe("bonus", () => {
  const gift = { feature: "generations", quantity: 5, source: "referral_reward", key: "reward-1" } as const;

  it("is given once however often it is said, and audited with its source", async () => {
    const world = await createWorld({ planSlug: "free" });
    const gifts = Array.from({ length: 5 }, () => grantBonus(testBase(), world.id, gift));
    expect((await Promise.all(gifts)).filter(Boolean)).toHaveLength(1);
    expect(await generations(world)).toMatchObject({ bonus: 5, remaining: 25, limit: 20 });
    const rows = await world.database
      .select({ state: usageLedger.state, source: usageLedger.source })
      .from(usageLedger)
      .where(eq(usageLedger.organizationId, world.id));
    expect(rows).toEqual([{ state: "granted", source: "referral_reward" }]);
  });

  it("is spent before what the plan pays for, comes back when released, and outlives the month", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    await grantBonus(ctx, world.id, gift);
    await reserveUsage(ctx, one("three", 3));
    expect(await generations(world)).toMatchObject({ reserved: 3, bonus: 5, remaining: 22 });
    await commitUsage(ctx, "three");
    await reserveUsage(ctx, one("both", 10));
    await releaseUsage(ctx, "both");
    expect(await generations(world)).toMatchObject({ used: 3, bonus: 5, remaining: 22 });

    const nextMonth = await inside(world, { now: () => Date.now() + 40 * 24 * hour });
    const usage = (await readUsage(nextMonth)).features.find(({ feature }) => feature === "generations");
    expect(usage).toMatchObject({ used: 0, bonus: 2, remaining: 22 });
  });

  it("lets 25 through where the plan pays for 20 and 5 are bonus, and no 26th", async () => {
    const world = await createWorld({ planSlug: "free" });
    const ctx = await inside(world);
    await grantBonus(ctx, world.id, gift);
    const tries = Array.from({ length: 40 }, (_, i) => reserveUsage(ctx, one(`n${i}`)));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(25);
  });
});
