import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Database } from "../../../db/client";
import { aiBudgets } from "../../../db/schema/cell/ai";
import { jobs } from "../../../db/schema/cell/spine";
import { settleDeadGenerations } from "../../ai";
import type { StoredJob } from "../../kernel/jobs";
import { giveUpDead, takeOverdue } from "../../kernel/jobs";
import { atWork } from "../../jobs";
import { inside } from "../../test/inside";
import { createWorld, database } from "../../test/world";
import {
  bundleOf,
  deliver,
  dueJobs,
  openWorkshop,
  piecesOf,
  start,
  usesOf,
  type Workshop,
  workOff,
} from "./ground";
import { answerAs } from "./writer";

const written = (many: number) => ({ used: many, reserved: 0, committed: many, held: 0 });

/** The worker is gone the moment the model has answered: nothing that it does afterwards reaches a database. */
async function dieAfterAnswer(workshop: Workshop, job: StoredJob): Promise<void> {
  let isDead = false;
  const complete = workshop.base().providers.ai.complete;
  const ai = {
    ...workshop.base().providers.ai,
    complete: async (request: Parameters<typeof complete>[0]) => {
      const answer = await workshop.base().providers.ai.complete(request);
      isDead = true;
      return answer;
    },
  };
  const openCell = (cell: string): Database =>
    new Proxy(database(cell), {
      get(target, name) {
        if (isDead) throw new Error("The worker is dead.");
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  const change = { openCell, providers: { ...workshop.base().providers, ai } };
  await expect(deliver(workshop, job, change)).rejects.toThrow("The worker is dead.");
}

/** What the sweeper does every minute, for this organization's cell. */
async function sweep({ world, base }: Workshop): Promise<void> {
  await giveUpDead(base(), world.cell, atWork.definitions);
  await takeOverdue(world.database, base().now(), 0);
  await settleDeadGenerations(base(), world.cell, async (id) => await inside({ id }, base()));
}

async function onlyJob(workshop: Workshop): Promise<StoredJob> {
  const [job] = await dueJobs(workshop, 1);
  if (!job) throw new Error("No job is due.");
  return job;
}

async function promisedMicros({ world }: Workshop): Promise<number> {
  const [budget] = await world.database
    .select()
    .from(aiBudgets)
    .where(eq(aiBudgets.organizationId, world.id));
  return budget?.monthMicros ?? 0;
}

describe("a message that comes twice", () => {
  it("QUE-01 at once or after an hour leaves each piece written, charged and counted once", async () => {
    const workshop = await openWorkshop(await createWorld(), { socialPosts: 6 });
    await start(workshop);
    const lot = await dueJobs(workshop, 10);
    await Promise.all([...lot, ...lot].map((job) => deliver(workshop, job)));
    workshop.clock.now += 3_600_000;
    for (const job of lot.toReversed()) await deliver(workshop, job);
    expect(workshop.server.bodies).toHaveLength(6);
    expect(await bundleOf(workshop)).toMatchObject({ status: "ready", readyCount: 6 });
    expect(await usesOf(workshop)).toMatchObject(written(6));
  });
});

describe("a worker that dies", () => {
  it("QUE-02 QUE-05 between the answer and its keeping is followed by another, and the piece is charged once", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 1 });
    await start(workshop);
    const job = await onlyJob(workshop);
    await dieAfterAnswer(workshop, job);
    const [dying] = await piecesOf(workshop);
    expect(dying).toMatchObject({ status: "generating", attempts: 1, versionNumber: 0 });
    expect(await dueJobs(workshop)).toEqual([]);
    workshop.clock.now += 61_000;
    await sweep(workshop);
    expect(await workOff(workshop)).toBe(1);
    workshop.clock.now += 600_000;
    await sweep(workshop);
    expect(await piecesOf(workshop)).toMatchObject([{ status: "ready", attempts: 2, versionNumber: 1 }]);
    expect(await usesOf(workshop)).toMatchObject(written(1));
    const { costMicros, status } = await bundleOf(workshop);
    expect([status, await promisedMicros(workshop)]).toEqual(["ready", costMicros]);
  });

  it("QUE-05 on its last try leaves a piece that has failed with a reason, and a bundle that ends", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 1 });
    const { world } = workshop;
    await start(workshop);
    const job = await onlyJob(workshop);
    await world.database.update(jobs).set({ maxAttempts: 1 }).where(eq(jobs.id, job.id));
    await dieAfterAnswer(workshop, job);
    workshop.clock.now += 61_000;
    await sweep(workshop);
    const [telling] = await world.database
      .select()
      .from(jobs)
      .where(eq(jobs.type, "jobs.given_up"))
      .then((rows) => rows.filter(({ organizationId }) => organizationId === world.id));
    if (!telling) throw new Error("Nobody tells of it.");
    await deliver(workshop, telling);
    expect(await piecesOf(workshop)).toMatchObject([{ status: "failed", errorCode: "writing_stopped" }]);
    expect(await bundleOf(workshop)).toMatchObject({ status: "failed", failedCount: 1 });
    expect(await usesOf(workshop)).toMatchObject({ used: 0, reserved: 0, held: 0, released: 1 });
  });

  it("QUE-02 that wakes again after another has taken the piece over changes nothing", async () => {
    let hold: () => void = () => undefined;
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 1 });
    await start(workshop);
    const job = await onlyJob(workshop);
    const { ai } = workshop.base().providers;
    const answered = new Promise<void>((resolve) => (hold = resolve));
    const slow = {
      ...ai,
      complete: async (request: Parameters<typeof ai.complete>[0]) => {
        await answered;
        return await ai.complete({ ...request, signal: new AbortController().signal });
      },
    };
    const sleeping = deliver(workshop, job, { providers: { ...workshop.base().providers, ai: slow } });
    await expect.poll(async () => (await piecesOf(workshop))[0]?.status).toBe("generating");
    workshop.clock.now += 61_000;
    await sweep(workshop);
    expect(await workOff(workshop)).toBe(1);
    hold();
    await sleeping;
    expect(await piecesOf(workshop)).toMatchObject([{ status: "ready", attempts: 2, versionNumber: 1 }]);
    expect(await usesOf(workshop)).toMatchObject(written(1));
    expect(await promisedMicros(workshop)).toBe((await bundleOf(workshop)).costMicros);
  });
});

describe("AI-03 two organizations that write at the same time", () => {
  it("never read a word of each other", async () => {
    const [one, other] = await Promise.all([createWorld(), createWorld()]);
    const workshops = [
      await openWorkshop(one, { socialPosts: 3 }, { reply: answerAs }),
      await openWorkshop(other, { socialPosts: 3 }, { reply: answerAs }),
    ] as const;
    for (const workshop of workshops) await start(workshop);
    await Promise.all(workshops.map((workshop) => workOff(workshop)));
    const said = workshops.map(({ server }) => JSON.stringify(server.bodies));
    const names = await Promise.all(
      workshops.map(async ({ world }) => (await world.owner.client.get("/v1/businesses")).body.data[0].name),
    );
    expect([said[0]?.includes(names[0]), said[0]?.includes(names[1])]).toEqual([true, false]);
    expect([said[1]?.includes(names[1]), said[1]?.includes(names[0])]).toEqual([true, false]);
  });
});
