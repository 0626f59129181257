import { and, eq, like } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { facts, jobs } from "../../db/schema/cell/spine";
import { organizations } from "../../db/schema/control/organizations";
import { atWork } from "../jobs";
import { messageOf, runJob } from "../kernel/jobs";
import { write, writeControl } from "../kernel/write";
import { testBase } from "../test/base";
import { inside } from "../test/inside";
import { control, createWorld, unique, type World } from "../test/world";

const day = 86_400_000;
const pathOf = (world: World) => `/v1/organizations/${world.id}`;

/** Work for tomorrow in both planes: each job leaves a fact of this type. */
async function planTomorrow(world: World, type: string): Promise<void> {
  const ctx = await inside(world);
  const job = { queue: "delivery", type: "spine.relay", payload: { facts: [{ type }] } } as const;
  const spine = { jobs: [{ ...job, runAt: Date.now() + day }] };
  await write(ctx, [], spine);
  await writeControl(ctx, { organizationId: world.id, cell: world.cell, actor: ctx.actor }, [], spine);
}

async function planned(world: World, type: string) {
  const ofType = and(eq(jobs.organizationId, world.id), like(jobs.payload, `%${type}%`));
  const places = world.cell === "00" ? [control()] : [world.database, control()];
  return (await Promise.all(places.map((place) => place.select().from(jobs).where(ofType)))).flat();
}

const both = <T>(row: T): T[] => [row, { ...row }];
const factsOf = (world: World, type: string) => world.database.$count(facts, eq(facts.type, type));

async function work(world: World, type: string, at: number): Promise<void> {
  const base = testBase({ now: () => at, carry: () => undefined });
  for (const job of await planned(world, type)) await runJob(base, messageOf(job), atWork);
}

describe("TEN-13 work that falls due in the days of grace", () => {
  it("rests, costs no try, and goes on when the organization is restored", async () => {
    const world = await createWorld();
    const type = `kept.${unique()}`;
    await planTomorrow(world, type);
    await world.owner.client.delete(pathOf(world));
    for (const at of [Date.now() + day + 1, Date.now() + 2 * day]) await work(world, type, at);
    const resting = await planned(world, type);
    expect(resting).toMatchObject(both({ status: "retrying", attempts: 0 }));
    expect(await factsOf(world, type)).toBe(0);

    await world.owner.client.post(`${pathOf(world)}/restoration`);
    await vi.waitFor(async () => expect(await factsOf(world, type)).toBe(2), { timeout: 8000 });
    expect(await planned(world, type)).toMatchObject(both({ status: "completed", attempts: 1 }));
  });

  it("is not left behind when the restoration came while it was being put down", async () => {
    const world = await createWorld();
    const type = `kept.${unique()}`;
    await planTomorrow(world, type);
    await world.owner.client.delete(pathOf(world));
    let looks = 0;
    const restoredMeanwhile: typeof atWork = {
      ...atWork,
      async contextFor(base, id) {
        const ctx = await atWork.contextFor(base, id);
        if (looks++ === 0) {
          const active = { status: "active", deletedAt: null, eraseAfter: null } as const;
          await control().update(organizations).set(active).where(eq(organizations.id, world.id));
        }
        return ctx;
      },
    };
    const [job] = await planned(world, type);
    if (!job) throw new Error("Nothing was planned.");
    const at = Date.now() + day + 1;
    await runJob(testBase({ now: () => at, carry: () => undefined }), messageOf(job), restoredMeanwhile);
    const after = (await planned(world, type)).find(({ id }) => id === job.id);
    expect(after).toMatchObject({ status: "pending", runAt: at, errorMessage: null });
  });

  it("is given up, in words, once there is no way back", async () => {
    const world = await createWorld();
    const type = `late.${unique()}`;
    await planTomorrow(world, type);
    await world.owner.client.delete(pathOf(world));
    await work(world, type, Date.now() + 31 * day);
    expect(await planned(world, type)).toMatchObject(
      both({
        status: "failed",
        deadLetterReason: "The organization of this job is no longer there.",
      }),
    );
    expect(await factsOf(world, type)).toBe(0);
  });
});
