import {
  createExecutionContext,
  createScheduledController,
  env,
  runDurableObjectAlarm,
  waitOnExecutionContext,
} from "cloudflare:test";
import { eq, sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import type { Id } from "../../db/ids";
import { facts, jobs } from "../../db/schema/cell/spine";
import worker from "../index";
import { reserveUsage } from "../plans";
import { inside } from "./inside";
import { createWorld, unique, type World } from "./world";

it("QUE-06 a clock that fires twice at once, and an hour late, does each thing once", async () => {
  const world = await createWorld({ planSlug: "free" });
  const type = `late.${unique()}`;
  const job = await leaveBehind(world, type);
  await reserveUsage(await inside(world), {
    feature: "generations",
    quantity: 3,
    key: "lost",
    expiresInMs: 1,
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.all([strike(), strike(), ring(world)]);
  await Promise.all([strike(), ring(world)]);
  await vi.waitFor(async () => expect((await rowOf(world, job))?.status).toBe("completed"), 10_000);
  await strike();
  expect(await rowOf(world, job)).toMatchObject({ status: "completed", attempts: 1 });
  expect(await world.database.select().from(facts).where(eq(facts.type, type))).toHaveLength(1);
  expect(await generations(world)).toMatchObject({ used: 0, reserved: 0, remaining: 20 });
  const { body } = await world.owner.client.get("/v1/audit-logs/verification");
  expect(body.databases.every((one: { intact: boolean }) => one.intact)).toBe(true);
});

it("QUE-06 a minute that never came is made up for by the next one, whole", async () => {
  const world = await createWorld();
  const type = `missed.${unique()}`;
  const left = [
    await leaveBehind(world, type),
    await leaveBehind(world, type),
    await leaveBehind(world, type),
  ];
  await strike();
  for (const id of left)
    await vi.waitFor(async () => expect((await rowOf(world, id))?.status).toBe("completed"), 10_000);
  expect(await world.database.select().from(facts).where(eq(facts.type, type))).toHaveLength(left.length);
});

const hourMs = 3_600_000;

/** What was due an hour ago and nobody came for. */
async function leaveBehind(world: World, type: string): Promise<Id<"job">> {
  const id = (await inside(world)).newId("job", world.cell);
  const due = Date.now() - hourMs;
  await world.database.insert(jobs).values({
    id,
    organizationId: world.id,
    queue: "delivery",
    type: "spine.relay",
    payload: { facts: [{ type }] },
    maxAttempts: 5,
    runAt: due,
    requestId: "late",
    createdAt: due,
  });
  return id;
}

/** As cron calls: the same minute each time, an hour late. */
async function strike(): Promise<void> {
  const context = createExecutionContext();
  const minute = new Date(Math.floor((Date.now() - hourMs) / 60_000) * 60_000);
  await worker.scheduled(
    createScheduledController({ cron: "* * * * *", scheduledTime: minute }),
    env,
    context,
  );
  await waitOnExecutionContext(context);
}

/** As the sweeper's own alarm calls. */
async function ring({ cell }: World): Promise<void> {
  const sweeper = env.SWEEPER.get(env.SWEEPER.idFromName(cell));
  // safe: the SWEEPER binding is the Sweeper class
  await (sweeper as unknown as { wake(cell: string, at: number): Promise<void> }).wake(cell, Date.now());
  await runDurableObjectAlarm(sweeper);
}

async function rowOf({ database }: World, id: Id<"job">) {
  return await database.get<{ status: string; attempts: number }>(
    sql`select status, attempts from jobs where id = ${id}`,
  );
}

async function generations(world: World) {
  const { body } = await world.owner.client.get("/v1/usage");
  return body.features.find(({ feature }: { feature: string }) => feature === "generations");
}
