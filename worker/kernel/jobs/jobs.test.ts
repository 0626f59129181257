import {
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
  runDurableObjectAlarm,
} from "cloudflare:test";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { Id } from "../../../db/ids";
import { facts, jobs } from "../../../db/schema/cell/spine";
import { systemContext } from "../../http";
import worker from "../../index";
import { testBase } from "../../test/base";
import { control, createWorld, unique, type World } from "../../test/world";
import type { Base, Context } from "../context";
import type { JobMessage } from "../drafts";
import { Conflict } from "../errors";
import { ProviderError } from "../ports";
import { write } from "../write";
import {
  completionSteps,
  defineJob,
  giveUpDead,
  type JobDefinition,
  judgeFailure,
  runJob,
  takeOverdue,
} from "./index";

const payload = z.object({ word: z.string() });
let world: World;
let ctx: Context;

beforeAll(async () => {
  world = await createWorld();
  const context = await systemContext(testBase(), world.id);
  if (!context) throw new Error("The world has no context");
  ctx = context;
});

/** A kind of work that nobody's queue consumer knows, so only this test runs it. */
function kindOf(run: JobDefinition["run"]): JobDefinition {
  return defineJob(`test.${unique()}`, { queue: "delivery", payload }, run);
}

async function enqueue(definition: JobDefinition, more: { maxAttempts?: number } = {}): Promise<JobMessage> {
  const carried: JobMessage[] = [];
  const quiet: Context = {
    ...ctx,
    carry: (_, messages) => carried.push(...messages.map(({ message }) => message)),
  };
  await write(quiet, [], {
    jobs: [{ queue: "delivery", type: definition.type, payload: { word: unique() }, ...more }],
  });
  const [message] = carried;
  if (!message) throw new Error("Nothing was carried");
  return message;
}

const atWork = (...definitions: JobDefinition[]) => ({
  definitions: new Map(definitions.map((definition) => [definition.type, definition])),
  contextFor: (base: Base, id: Id<"organization">) => systemContext(base, id, true),
});

async function rowOf(id: Id<"job">) {
  const [row] = await world.database.select().from(jobs).where(eq(jobs.id, id));
  return row;
}

const silent = () => testBase({ carry: () => undefined });

describe("a job", () => {
  it("QUE-01 is done once, however many consumers get its message at once", async () => {
    let runs = 0;
    const kind = kindOf(async () => void runs++);
    const message = await enqueue(kind);
    await Promise.all(Array.from({ length: 20 }, () => runJob(silent(), message, atWork(kind))));
    expect(runs).toBe(1);
    expect(await rowOf(message.jobId)).toMatchObject({ status: "completed", attempts: 1 });
  });

  it("QUE-01 leaves the same state when every message comes twice and in any order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 0, 1, 1, 2, 2], { minLength: 6, maxLength: 6 }),
        async (order) => {
          const type = `thing.${unique()}`;
          const kind = kindOf(async (own, _, job) => {
            await write(own, completionSteps(own.db, job, own.now()), { facts: [{ type }] });
          });
          const messages = await Promise.all([enqueue(kind), enqueue(kind), enqueue(kind)]);
          for (const index of order) await runJob(silent(), messages[index] as JobMessage, atWork(kind));
          const written = await world.database.select().from(facts).where(eq(facts.type, type));
          expect(written).toHaveLength(3);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("QUE-02 whose worker died after the work was written does not do it again", async () => {
    const type = `thing.${unique()}`;
    const kind = kindOf(async (own, _, job) => {
      await write(own, completionSteps(own.db, job, own.now()), { facts: [{ type }] });
      throw new Error("The process was killed here.");
    });
    const message = await enqueue(kind);
    await runJob(silent(), message, atWork(kind));
    await runJob(silent(), message, atWork(kind));
    expect(await world.database.select().from(facts).where(eq(facts.type, type))).toHaveLength(1);
    expect(await rowOf(message.jobId)).toMatchObject({ status: "completed", attempts: 1 });
  });

  it("that fails for a passing reason is tried again, later each time, and then given up in words", async () => {
    const kind = kindOf(() =>
      Promise.reject(new ProviderError("ai", "retry", "rate_limited", "The model is busy.")),
    );
    const message = await enqueue(kind, { maxAttempts: 2 });
    const carry = vi.fn();
    const started = Date.now();
    await runJob(testBase({ carry }), message, atWork(kind));
    const waiting = await rowOf(message.jobId);
    expect(waiting).toMatchObject({ status: "retrying", attempts: 1, errorMessage: "The model is busy." });
    expect(waiting?.runAt).toBeGreaterThanOrEqual(started + 4000);
    expect(carry).toHaveBeenCalledOnce();
    await runJob(silent(), message, atWork(kind));
    expect((await rowOf(message.jobId))?.attempts).toBe(1);
    await runJob({ ...silent(), now: () => started + 60_000 }, message, atWork(kind));
    expect(await rowOf(message.jobId)).toMatchObject({
      status: "failed",
      deadLetterReason: "Gave up after 2 tries. The last one said: The model is busy.",
    });
  });

  it("that can never work fails at once, with the reason", async () => {
    const kind = kindOf(() => Promise.reject(new Conflict("gone", "The bundle was cancelled.")));
    const message = await enqueue(kind);
    await runJob(silent(), message, atWork(kind));
    expect(await rowOf(message.jobId)).toMatchObject({
      status: "failed",
      deadLetterReason: "The bundle was cancelled.",
    });
  });

  it("SEC-04 that fails by surprise tells nobody its inside", async () => {
    const kind = kindOf(() => Promise.reject(new Error("secret sk-123 in the stack")));
    const message = await enqueue(kind, { maxAttempts: 1 });
    await runJob(silent(), message, atWork(kind));
    expect(JSON.stringify(await rowOf(message.jobId))).not.toContain("sk-123");
  });

  it("TEN-09 whose message names another organization is given up and changes nothing", async () => {
    let runs = 0;
    const kind = kindOf(async () => void runs++);
    const message = await enqueue(kind);
    const other = await createWorld();
    await runJob(silent(), { ...message, organizationId: other.id }, atWork(kind));
    expect(runs).toBe(0);
    expect((await rowOf(message.jobId))?.deadLetterReason).toContain("another organization");
  });

  it("TEN-13 of a deleted organization is given up", async () => {
    let runs = 0;
    const kind = kindOf(async () => void runs++);
    const message = await enqueue(kind);
    await runJob(silent(), message, { ...atWork(kind), contextFor: () => Promise.resolve(null) });
    expect(runs).toBe(0);
    expect((await rowOf(message.jobId))?.status).toBe("failed");
  });

  it("QUE-05 that a dead worker holds is given back, or given up on its last try", async () => {
    const kind = kindOf(async () => undefined);
    const [first, last] = [await enqueue(kind), await enqueue(kind, { maxAttempts: 1 })];
    const held = { status: "processing", attempts: 1, runAt: Date.now() - 1 } as const;
    for (const { jobId } of [first, last])
      await world.database.update(jobs).set(held).where(eq(jobs.id, jobId));
    await giveUpDead(silent(), world.cell, new Map());
    const overdue = await takeOverdue(world.database, Date.now() + 10_000, 5000);
    expect(overdue.map(({ id }) => id)).toContain(first.jobId);
    expect(await rowOf(first.jobId)).toMatchObject({ status: "retrying" });
    expect(await rowOf(last.jobId)).toMatchObject({ status: "failed" });
  });
});

describe("what a killed process accepted", () => {
  it("is found by the sweeper and done", async () => {
    const id = ctx.newId("job", world.cell);
    const type = `kept.${unique()}`;
    await world.database.insert(jobs).values({
      id,
      organizationId: world.id,
      queue: "delivery",
      type: "spine.relay",
      payload: { facts: [{ type }] },
      maxAttempts: 5,
      runAt: Date.now() - 60_000,
      requestId: "killed",
      createdAt: Date.now() - 60_000,
    });
    const sweeper = env.SWEEPER.get(env.SWEEPER.idFromName(world.cell));
    // safe: the SWEEPER binding is the Sweeper class
    await (sweeper as unknown as { wake(cell: string, at: number): Promise<void> }).wake(
      world.cell,
      Date.now(),
    );
    expect(await runDurableObjectAlarm(sweeper)).toBe(true);
    await vi.waitFor(async () => expect(await rowOf(id)).toMatchObject({ status: "completed" }), {
      timeout: 10_000,
    });
    expect(await world.database.select().from(facts).where(eq(facts.type, type))).toHaveLength(1);
  });
});

describe("QUE-03 a message that cannot be read", () => {
  it("is tried again without holding up its batch, and ends in the jobs table with a reason", async () => {
    const body = { v: 99, nonsense: unique() };
    const good = {
      v: 1,
      type: "none",
      organizationId: world.id,
      jobId: ctx.newId("job", world.cell),
      requestId: "r",
    };
    const id = unique();
    const messages = [
      { id, timestamp: new Date(), attempts: 1, body },
      { id: unique(), timestamp: new Date(), attempts: 1, body: good },
    ];
    const result = await deliver("tributary-delivery", messages);
    expect(result.retryMessages.map(({ msgId }) => msgId)).toEqual([id]);
    expect(result.explicitAcks).toEqual([messages[1]?.id]);
    for (let twice = 0; twice < 2; twice++)
      await deliver("tributary-delivery-dead", [messages[0] as (typeof messages)[0]]);
    const kept = await control()
      .select()
      .from(jobs)
      .where(sql`${jobs.payload} like ${`%${body.nonsense.slice(0, 16)}%`}`);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ status: "failed", type: "unreadable" });
    expect(kept[0]?.deadLetterReason).toContain("could not be read");
  });

  it("a dead letter of a known job fails that job, unless it was done meanwhile", async () => {
    const kind = kindOf(async () => undefined);
    const [open, done] = [await enqueue(kind), await enqueue(kind)];
    await runJob(silent(), done, atWork(kind));
    const messages = [open, done].map((body) => ({ id: unique(), timestamp: new Date(), attempts: 1, body }));
    await deliver("tributary-delivery-dead", messages);
    expect((await rowOf(open.jobId))?.deadLetterReason).toContain("gave up");
    expect((await rowOf(done.jobId))?.status).toBe("completed");
  });
});

async function deliver(
  queue: string,
  messages: { id: string; timestamp: Date; attempts: number; body: unknown }[],
) {
  const batch = createMessageBatch(queue, messages);
  const context = createExecutionContext();
  await worker.queue(batch, env, context);
  return await getQueueResult(batch, context);
}

describe("the wait before the next try", () => {
  it("grows, never past an hour by itself, and obeys what a provider asks", () => {
    const error = new Error("passing");
    const delay = (attempts: number, spread: number, why: unknown = error) => {
      const verdict = judgeFailure(why, attempts, 99, spread);
      return verdict.kind === "retry" ? verdict.delayMs : 0;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (attempts, spread) => {
          expect(delay(attempts, spread)).toBeGreaterThanOrEqual(4000);
          expect(delay(attempts, spread)).toBeLessThanOrEqual(72 * 60_000);
          expect(delay(attempts + 1, spread)).toBeGreaterThanOrEqual(delay(attempts, spread));
        },
      ),
    );
    expect(delay(1, 0, new ProviderError("ai", "retry", "rate_limited", "Busy.", 7200))).toBe(7_200_000);
  });
});
