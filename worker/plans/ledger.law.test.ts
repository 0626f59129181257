import fc from "fast-check";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { usageLedger, userUsageTracking } from "../../db/schema/cell/usage";
import { DomainError } from "../kernel/errors";
import { inside } from "../test/inside";
import { createWorld, type World } from "../test/world";
import { grantBonus, releaseExpiredReservations, commitUsage, releaseUsage, reserveUsage } from "./index";

const limit = 20;
const hour = 3_600_000;

type Move =
  | { do: "reserve"; key: string; quantity: number }
  | { do: "commit" | "release"; key: string }
  | { do: "grant"; key: string; quantity: number }
  | { do: "wait"; hours: number };

const key = fc.constantFrom("a", "b", "c", "d", "e", "f");
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("reserve" as const),
      key,
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("commit" as const, "release" as const), key }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("grant" as const),
      key,
      quantity: fc.integer({ min: 1, max: 6 }),
    }),
  },
  // 400 hours are more than half a month: a few of these turn the page.
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.constantFrom(2, 400) }) },
);

/** The outer lists follow each other, what is in one of them happens at once. */
const history = fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

it("whatever is reserved, committed and released in whatever order, the counters are a recount of the ledger within limit and bonus", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (bursts) => {
      const world = await createWorld({ planSlug: "free" });
      let now = Date.UTC(2031, 4, 17);
      for (const burst of bursts) {
        await Promise.all(burst.map((one) => play(world, one, now)));
        now += burst.reduce((sum, one) => sum + (one.do === "wait" ? one.hours * hour : 0), 0);
        await expectLaws(world);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

async function play(world: World, one: Move, now: number): Promise<void> {
  const ctx = await inside(world, { now: () => now });
  try {
    await act(one);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }

  function act(one: Move): Promise<unknown> {
    switch (one.do) {
      case "reserve":
        return reserveUsage(ctx, { ...one, feature: "generations", expiresInMs: hour });
      case "commit":
        return commitUsage(ctx, one.key);
      case "release":
        return releaseUsage(ctx, one.key);
      case "grant":
        return grantBonus(ctx, world.id, { ...one, feature: "generations", source: "promotion" });
      case "wait":
        return releaseExpiredReservations(ctx, world.cell);
    }
  }
}

async function expectLaws(world: World): Promise<void> {
  const owned = (table: typeof usageLedger | typeof userUsageTracking) => eq(table.organizationId, world.id);
  const ledger = await world.database.select().from(usageLedger).where(owned(usageLedger));
  const counters = await world.database.select().from(userUsageTracking).where(owned(userUsageTracking));
  const live = ledger.filter(({ state }) => state === "reserved" || state === "committed");
  const pool = counters.find(({ periodStart }) => periodStart === 0);
  for (const counter of counters.filter((candidate) => candidate !== pool)) {
    const own = live.filter(({ counterId }) => counterId === counter.id);
    expect(counter).toMatchObject({
      usageCount: sum(own.map(({ quantity }) => quantity)),
      reservedCount: sum(own.filter(({ state }) => state === "reserved").map(({ quantity }) => quantity)),
      bonusUsed: sum(own.map(({ bonusQuantity }) => bonusQuantity)),
    });
    expect(counter.usageCount - counter.bonusUsed).toBeLessThanOrEqual(limit);
  }
  const granted = ledger.filter(({ state }) => state === "granted");
  expect(pool?.bonusCount ?? 0).toBe(sum(granted.map(({ quantity }) => quantity)));
  expect(pool?.bonusUsed ?? 0).toBe(sum(live.map(({ bonusQuantity }) => bonusQuantity)));
  expect(pool?.bonusUsed ?? 0).toBeLessThanOrEqual(pool?.bonusCount ?? 0);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
