import { env } from "cloudflare:test";
import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { facts, jobs } from "../../../db/schema/cell/spine";
import { runChores } from "../../chores";
import { systemContext } from "../../http";
import { testBase } from "../../test/base";
import { createWorld, unique, type World } from "../../test/world";
import type { Context } from "../context";
import { write } from "../write";

const many = 250;
let world: World;

beforeAll(async () => {
  world = await createWorld();
});

async function contextWith(change: Partial<Context> = {}): Promise<Context> {
  const ctx = await systemContext(testBase(), world.id);
  if (!ctx) throw new Error("The world has no context");
  return { ...ctx, ...change };
}

const dataOf = (index: number) => ({ words: `"’\\ ${index}\n`, deep: [1.5, null, { index }] });

/** Each writes one fact of its own, which says whether its payload came through unharmed. */
function relays(type: string) {
  return Array.from({ length: many }, (_, index) => ({
    queue: "delivery" as const,
    type: "spine.relay",
    payload: { facts: [{ type, subjectId: String(index), data: dataOf(index) }] },
  }));
}

async function expectEachDoneOnce(type: string): Promise<void> {
  const ours = and(eq(facts.organizationId, world.id), eq(facts.type, type));
  const read = () => world.database.select().from(facts).where(ours);
  await vi.waitFor(async () => expect(await read()).toHaveLength(many), { timeout: 20_000, interval: 200 });
  const written = (await read()).toSorted((a, b) => Number(a.subjectId) - Number(b.subjectId));
  expect(written.map(({ data }) => data)).toEqual(Array.from({ length: many }, (_, index) => dataOf(index)));
  const done = and(eq(jobs.organizationId, world.id), like(jobs.payload, `%"${type}"%`));
  await vi.waitFor(async () => {
    const rows = await world.database.select().from(jobs).where(done);
    expect(rows.map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(
      Array.from({ length: many }, () => "completed 1"),
    );
  });
}

describe("many jobs in one write", () => {
  it("QUE-01 are carried together, and each is done once", async () => {
    const type = `many.${unique()}`;
    const ctx = await contextWith();
    const carry = vi.fn(ctx.carry);
    await write({ ...ctx, carry }, [], { jobs: relays(type) });
    expect(carry).toHaveBeenCalledOnce();
    await expectEachDoneOnce(type);
  }, 40_000);

  it("QUE-05 that no queue ever brought are all carried by one look of the sweeper", async () => {
    const type = `many.${unique()}`;
    const ctx = await contextWith({ carry: () => undefined });
    await write({ ...ctx, now: () => Date.now() - 60_000 }, [], { jobs: relays(type) });
    const work: Promise<unknown>[] = [];
    const queue = env.DELIVERY_QUEUE;
    const sendBatch = vi.fn((lot: MessageSendRequest[]) => queue.sendBatch(lot));
    const counting = { ...env, DELIVERY_QUEUE: { ...queue, sendBatch } };
    await runChores(counting, world.cell, (each) => void work.push(each));
    await Promise.all(work);
    const sent = sendBatch.mock.calls.map(([lot]) => lot.length);
    expect(sent.reduce((sum, length) => sum + length, 0)).toBeGreaterThanOrEqual(many);
    await expectEachDoneOnce(type);
  }, 40_000);

  it("that have a key of their own are there once, however often they are written", async () => {
    const type = `many.${unique()}`;
    const ctx = await contextWith({ carry: () => undefined });
    const drafts = relays(type).map((draft, index) => ({ ...draft, type, dedupeKey: `${type}:${index}` }));
    await Promise.all([write(ctx, [], { jobs: drafts }), write(ctx, [], { jobs: drafts })]);
    expect(await world.database.select().from(jobs).where(eq(jobs.type, type))).toHaveLength(many);
  });

  it("may be larger together than one value of the database", async () => {
    const type = `many.${unique()}`;
    const ctx = await contextWith({ carry: () => undefined });
    const payload = { text: "€".repeat(50_000) };
    const drafts = Array.from({ length: 25 }, () => ({ queue: "delivery" as const, type, payload }));
    await write(ctx, [], { jobs: drafts });
    const rows = await world.database.select().from(jobs).where(eq(jobs.type, type));
    expect(rows).toHaveLength(25);
    for (const row of rows) expect(row).toMatchObject({ payload, status: "pending", dedupeKey: null });
  });
});
