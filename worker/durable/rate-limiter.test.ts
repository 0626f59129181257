import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { RatePolicy } from "../kernel/rate-limit";
import type { RateLimiter } from "./rate-limiter";

// safe: wrangler.toml binds RATE_LIMITER to this class
const limiters = env.RATE_LIMITER as unknown as DurableObjectNamespace<RateLimiter>;
const ten: RatePolicy = { name: "default", quota: 10, windowSeconds: 60 };
const signIn: RatePolicy = { name: "sign-in", quota: 5, windowSeconds: 900 };

describe("the rate limiter", () => {
  it("RATE-02 lets exactly 10 of 100 parallel requests through", async () => {
    const limiter = subject();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => limiter.charge([ten])));
    expect(outcomes.filter((outcome) => outcome.allowed)).toHaveLength(10);
  });

  it("RATE-01 passes the quota, refuses one more and passes again after t seconds", async () => {
    const limiter = subject();
    const now = Date.now();
    for (let i = 0; i < 10; i++) expect((await limiter.charge([ten], now)).allowed).toBe(true);
    const refused = await limiter.charge([ten], now + 1500);
    expect(refused).toMatchObject({ allowed: false, results: [{ remaining: 0, resetSeconds: 59 }] });
    expect((await limiter.charge([ten], now + 1500 + 58_000)).allowed).toBe(false);
    expect((await limiter.charge([ten], now + 1500 + 59_000)).allowed).toBe(true);
  });

  it("charges no policy when one of them refuses", async () => {
    const limiter = subject();
    for (let i = 0; i < 5; i++) await limiter.charge([ten, signIn]);
    for (let i = 0; i < 20; i++) expect((await limiter.charge([ten, signIn])).allowed).toBe(false);
    expect((await limiter.peek([ten])).results[0]?.remaining).toBe(5);
  });

  it("does not charge for a peek", async () => {
    const limiter = subject();
    for (let i = 0; i < 3; i++) expect((await limiter.peek([ten])).results[0]?.remaining).toBe(10);
  });

  it("counts each subject on its own", async () => {
    const [one, other] = [subject(), subject()];
    for (let i = 0; i < 11; i++) await one.charge([ten]);
    expect((await one.peek([ten])).allowed).toBe(false);
    expect((await other.peek([ten])).allowed).toBe(true);
  });

  it("AUTH-01 a sign-in block survives the eviction of its object", async () => {
    const limiter = subject();
    for (let i = 0; i < 5; i++) await limiter.charge([signIn]);
    await evictDurableObject(limiter);
    const outcome = await limiter.charge([signIn]);
    expect(outcome.allowed).toBe(false);
    expect(outcome.results[0]?.resetSeconds).toBeGreaterThan(890);
  });

  it("RATE-02 sleeping after every burst lets at most 5 % more through", async () => {
    const limiter = subject();
    const busy: RatePolicy = { name: "default", quota: 600, windowSeconds: 60 };
    const now = Date.now();
    let passed = 0;
    for (let sleeps = 0; sleeps < 6; sleeps++) {
      for (let i = 0; i < 104; i++) passed += (await limiter.charge([busy], now)).allowed ? 1 : 0;
      await evictDurableObject(limiter);
    }
    while ((await limiter.charge([busy], now)).allowed) passed++;
    expect(passed).toBeGreaterThanOrEqual(600);
    expect(passed).toBeLessThanOrEqual(630);
  });

  it("forgives one policy by name, also on the disk", async () => {
    const limiter = subject();
    for (let i = 0; i < 5; i++) await limiter.charge([ten, signIn]);
    await limiter.reset("sign-in");
    await evictDurableObject(limiter);
    const remaining = (await limiter.peek([ten, signIn])).results.map((result) => result.remaining);
    expect(remaining).toEqual([5, 5]);
    await limiter.reset();
    expect((await limiter.peek([ten])).results[0]?.remaining).toBe(10);
  });

  it("leaves nothing on the disk once its windows have passed", async () => {
    const limiter = subject();
    await limiter.charge([signIn, { name: "short", quota: 1, windowSeconds: 1 }]);
    expect(await storedNames(limiter)).toEqual(["short", "sign-in"]);
    await passTime(limiter, "short");
    expect(await storedNames(limiter)).toEqual(["sign-in"]);
    await passTime(limiter, "sign-in");
    expect(await storedNames(limiter)).toEqual([]);
    expect(await runDurableObjectAlarm(limiter)).toBe(false);
  });

  it("is not swept up after each of the many that one form counts", async () => {
    const limiter = subject();
    const begun = Date.now();
    const once = (name: string) => ({ name, quota: 1, windowSeconds: 60 });
    for (let caller = 0; caller < 20; caller++) await limiter.charge([once(`c-${caller}`)]);
    const first = await runInDurableObject(limiter, async (_, { storage }) => {
      storage.kv.put("c-0", { startedAt: 0, used: 1, cleanAt: 0 });
      return await storage.getAlarm();
    });
    expect(first).toBeGreaterThanOrEqual(begun + 10 * 60_000);
    await runDurableObjectAlarm(limiter);
    const next = await runInDurableObject(limiter, async (_, { storage }) => await storage.getAlarm());
    expect(next).toBeGreaterThanOrEqual(begun + 10 * 60_000);
    expect(await storedNames(limiter)).toHaveLength(19);
  });

  it("refuses a policy that means nothing, and counts nothing", async () => {
    const limiter = subject();
    await runInDurableObject(limiter, async (instance) => {
      await expect(instance.charge([{ ...ten, quota: 0 }])).rejects.toThrow("whole numbers");
      await expect(instance.charge([ten, ten])).rejects.toThrow("twice");
    });
    expect((await limiter.peek([ten])).results[0]?.remaining).toBe(10);
  });
});

function subject(): DurableObjectStub<RateLimiter> {
  return limiters.getByName(crypto.randomUUID());
}

async function storedNames(limiter: DurableObjectStub<RateLimiter>): Promise<string[]> {
  return await runInDurableObject(limiter, (_, { storage }) => [...storage.kv.list()].map(([name]) => name));
}

/** Makes a window's time come without waiting for it. */
async function passTime(limiter: DurableObjectStub<RateLimiter>, name: string): Promise<void> {
  await runInDurableObject(limiter, (_, { storage }) =>
    storage.kv.put(name, { startedAt: 0, used: 1, cleanAt: 0 }),
  );
  await runDurableObjectAlarm(limiter);
}
