import { expect, it } from "vitest";
import { inside } from "../test/inside";
import { createWorld } from "../test/world";
import { commitUsage, releaseUsage, reserveUsage } from "./index";

const one = (key: string) => ({ feature: "generations", quantity: 1, key, expiresInMs: 60_000 }) as const;

it("a use costs the same few rows, however many there were before", async () => {
  const world = await createWorld({ planSlug: "agency" });
  const meter = { read: 0, written: 0 };
  const ctx = await inside(world, {}, meter);
  for (let i = 0; i < 60; i++) await reserveUsage(ctx, one(`before-${i}`));

  const cost = async (use: () => Promise<void>) => {
    Object.assign(meter, { read: 0, written: 0 });
    await use();
    return { ...meter };
  };
  const costs = {
    reserve: await cost(() => reserveUsage(ctx, one("a"))),
    commit: await cost(() => commitUsage(ctx, "a")),
    again: await cost(() => commitUsage(ctx, "a")),
    release: await cost(async () => await releaseUsage(ctx, "before-1")),
  };
  for (const { read, written } of Object.values(costs)) {
    expect(read).toBeLessThan(15);
    expect(written).toBeLessThan(10);
  }
});
