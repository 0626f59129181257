import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { jobs } from "../../../db/schema/cell/spine";
import { systemContext } from "../../http";
import { testBase } from "../../test/base";
import { createWorld, unique, type World } from "../../test/world";
import type { Base } from "../context";
import type { JobMessage } from "../drafts";
import { write } from "../write";
import { defineJob, giveUpDead, type JobDefinition, keepDeadLetter, runJob, tellGivenUp } from "./index";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

/** A kind of work whose jobs never get to run, and what it hears of them. */
function lostKind() {
  const heard: string[] = [];
  const kind = defineJob(
    `test.${unique()}`,
    {
      queue: "delivery",
      payload: z.object({ word: z.string() }),
      onGivenUp: async (ctx, { word }, job) =>
        void heard.push(`${ctx.organization.id} ${word} ${job.status} ${job.id}`),
    },
    () => Promise.reject(new Error("Nothing of this test runs its work.")),
  );
  const all = [kind, tellGivenUp([kind])];
  return { heard, kind, kinds: new Map(all.map((each) => [each.type, each])) };
}

/** Everything that is handed to a queue from here on. */
function carrying() {
  const carried: JobMessage[] = [];
  const carry: Base["carry"] = (_, some) => void carried.push(...some.map(({ message }) => message));
  return { carried, base: testBase({ carry }) };
}

async function enqueue(type: string): Promise<JobMessage> {
  const { carried, base } = carrying();
  const ctx = await systemContext(base, world.id);
  if (!ctx) throw new Error("The world has no context");
  await write(ctx, [], { jobs: [{ queue: "delivery", type, payload: { word: "spring" }, maxAttempts: 1 }] });
  const [message] = carried;
  if (!message) throw new Error("Nothing was carried");
  return message;
}

async function hold(message: JobMessage, until: number): Promise<void> {
  const held = { status: "processing", attempts: 1, runAt: until } as const;
  await world.database.update(jobs).set(held).where(eq(jobs.id, message.jobId));
}

async function statusOf(message: JobMessage) {
  const [row] = await world.database.select().from(jobs).where(eq(jobs.id, message.jobId));
  return row?.status;
}

async function deliver(messages: JobMessage[], definitions: ReadonlyMap<string, JobDefinition>) {
  const contextFor = (own: Base, id: World["id"]) => systemContext(own, id, true);
  for (const message of messages) await runJob(testBase(), message, { definitions, contextFor });
}

describe("a job given up outside its own run", () => {
  it("QUE-05 whose worker died on its last try is told of once, in its own organization", async () => {
    const { heard, kind, kinds } = lostKind();
    const message = await enqueue(kind.type);
    await hold(message, Date.now() - 1);
    const { base, carried } = carrying();
    await Promise.all([1, 2, 3].map(() => giveUpDead(base, world.cell, kinds)));
    expect(await statusOf(message)).toBe("failed");
    const stored = await world.database.select().from(jobs).where(eq(jobs.type, "jobs.given_up"));
    const ours = stored.filter(({ payload }) => payload["jobId"] === message.jobId);
    expect(ours).toMatchObject([{ organizationId: world.id, queue: "delivery", status: "pending" }]);
    await deliver([...carried, ...carried], kinds);
    expect(heard).toEqual([`${world.id} spring failed ${message.jobId}`]);
  });

  it("QUE-03 that came back as a dead letter is told of once, however often the letter comes", async () => {
    const { heard, kind, kinds } = lostKind();
    const message = await enqueue(kind.type);
    const { base, carried } = carrying();
    for (const letter of ["one", "two"])
      await keepDeadLetter(base, "delivery", { id: letter, body: message }, kinds);
    await deliver(carried, kinds);
    expect(heard).toEqual([`${world.id} spring failed ${message.jobId}`]);
  });

  it("QUE-05 is never given up without being told of, however many died together", async () => {
    const { kind, kinds } = lostKind();
    const draft = { queue: "delivery" as const, type: kind.type, payload: { word: "all" }, maxAttempts: 1 };
    const { base, carried } = carrying();
    const ctx = await systemContext(testBase({ carry: () => undefined }), world.id);
    if (!ctx) throw new Error("The world has no context");
    await write(ctx, [], { jobs: Array.from({ length: 150 }, () => draft) });
    const held = { status: "processing", attempts: 1, runAt: Date.now() - 1 } as const;
    await world.database.update(jobs).set(held).where(eq(jobs.type, kind.type));
    for (const told of [100, 150]) {
      await giveUpDead(base, world.cell, kinds);
      const rows = await world.database.select().from(jobs).where(eq(jobs.type, kind.type));
      expect([carried.length, rows.filter(({ status }) => status === "failed").length]).toEqual([told, told]);
    }
  });

  it("is not told of while somebody holds it", async () => {
    const { kind, kinds } = lostKind();
    const message = await enqueue(kind.type);
    await hold(message, Date.now() + 60_000);
    const { base, carried } = carrying();
    await giveUpDead(base, world.cell, kinds);
    expect([carried, await statusOf(message)]).toEqual([[], "processing"]);
  });

  it("is not told of when a person has set it going again meanwhile", async () => {
    const { heard, kind, kinds } = lostKind();
    const message = await enqueue(kind.type);
    const { base, carried } = carrying();
    await keepDeadLetter(base, "delivery", { id: "one", body: message }, kinds);
    await world.database.update(jobs).set({ status: "pending" }).where(eq(jobs.id, message.jobId));
    await deliver(carried, kinds);
    expect(heard).toEqual([]);
  });
});
