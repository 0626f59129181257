import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aiBudgets, aiGenerations } from "../../db/schema/cell/ai";
import { facts, jobs } from "../../db/schema/cell/spine";
import { mailboxMessages } from "../../db/schema/control/platform";
import { atWork } from "../jobs";
import type { Context } from "../kernel/context";
import { messageOf, runJob } from "../kernel/jobs";
import { write } from "../kernel/write";
import { testBase } from "../test/base";
import { inside } from "../test/inside";
import { openAiServer } from "../test/servers/openai";
import { withWriter, writerContext } from "../test/servers/writer";
import { control, createWorld, unique, type World } from "../test/world";
import { generate } from "./index";

const text = "The first is water.";

/** Costs 52 and promises 4,505 millionths: nine tokens are said, a thousand may be answered. */
function ask(ctx: Context, key = unique()) {
  return generate<string>(ctx, {
    task: "blog_post",
    promptVersion: "blog-1",
    use: { feature: "generations", key },
    messages: [{ role: "user", content: "Write about coffee." }],
    schema: null,
    material: {},
    maxTokens: 1000,
  });
}

const cost = 52;
const promise = 4506;

async function spend(ctx: Context) {
  await write(ctx, (await ask(ctx)).settle);
}

async function budgetOf({ database, id }: World) {
  const [row] = await database.select().from(aiBudgets).where(eq(aiBudgets.organizationId, id));
  return row;
}

async function runJobs(world: World, type: string) {
  const rows = await world.database
    .select()
    .from(jobs)
    .where(and(eq(jobs.organizationId, world.id), eq(jobs.type, type)));
  const later = () => Date.now() + 60_000;
  for (const job of rows) await runJob(testBase({ now: later }), messageOf(job), atWork);
  return rows.length;
}

async function alertsOf({ database, id }: World) {
  const rows = await database
    .select({ data: facts.data })
    .from(facts)
    .where(and(eq(facts.organizationId, id), eq(facts.type, "spend.alerted")));
  return rows.map(({ data }) => data);
}

describe("a cap on a day and a month", () => {
  it("COST-01 stops the call that no longer fits, before it is made", async () => {
    const world = await createWorld();
    await world.owner.client.patch("/v1/spend-budget", { dailyCapMicros: promise + cost });
    const { ctx, server } = await writerContext(world, text);
    await spend(ctx);
    await spend(ctx);
    await expect(ask(ctx)).rejects.toMatchObject({ code: "plan_limit", reason: "spend_cap_reached" });
    expect(server.received).toHaveLength(2);
    expect(await budgetOf(world)).toMatchObject({ dayMicros: 2 * cost, monthMicros: 2 * cost });
  });

  it("COST-01 of a month holds as well, and nothing caps where nothing is set", async () => {
    const world = await createWorld();
    const { ctx } = await writerContext(world, text);
    await spend(ctx);
    await world.owner.client.patch("/v1/spend-budget", { monthlyCapMicros: promise });
    await expect(ask(ctx)).rejects.toThrow(/in a month/);
    await world.owner.client.patch("/v1/spend-budget", { monthlyCapMicros: null });
    await spend(ctx);
  });

  it("QUOTA-01 of fifty starts at once with room for one, one is started", async () => {
    const world = await createWorld();
    await world.owner.client.patch("/v1/spend-budget", { dailyCapMicros: promise * 2 - 1 });
    const { ctx, server } = await writerContext(world, text);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => ask(ctx)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(server.received).toHaveLength(1);
    const rows = await world.database
      .select()
      .from(aiGenerations)
      .where(eq(aiGenerations.organizationId, world.id));
    expect(rows).toHaveLength(1);
    expect(await budgetOf(world)).toMatchObject({ dayMicros: promise });
  });

  it("QUOTA-01 QUOTA-03 a use of the plan is held the same way: one left, one of fifty gets it", async () => {
    const world = await createWorld({ planSlug: "free" });
    const { body } = await world.owner.client.get("/v1/usage");
    const left = body.features.find(
      ({ feature }: { feature: string }) => feature === "generations",
    ).remaining;
    const { ctx } = await writerContext(world, text);
    for (let i = 1; i < left; i++) await spend(ctx);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => ask(ctx)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "plan_limit" } });
    expect((await budgetOf(world))?.dayMicros).toBe((left - 1) * cost + promise);
  });

  it("QUOTA-02 a text begun before midnight counts in the day it began in, and the new day begins at nothing", async () => {
    const world = await createWorld();
    await world.owner.client.patch("/v1/spend-budget", { dailyCapMicros: promise });
    const server = openAiServer(text);
    const at = (time: string) => inside(world, { ...withWriter(server), now: () => Date.parse(time) });
    const evening = await at("2031-05-31T23:59:59Z");
    const begun = await ask(evening);
    await expect(ask(evening)).rejects.toMatchObject({ reason: "spend_cap_reached" });
    const morning = await at("2031-06-01T00:00:01Z");
    await write(morning, (await ask(morning)).settle);
    await write(morning, begun.settle);
    expect(await budgetOf(world)).toMatchObject({
      day: "2031-06-01",
      dayMicros: cost,
      month: "2031-06",
      monthMicros: cost,
    });
    // A worker whose clock is behind does not bring yesterday back.
    await expect(ask(await at("2031-05-31T23:59:59Z"))).rejects.toMatchObject({
      reason: "spend_cap_reached",
    });
    expect(await budgetOf(world)).toMatchObject({ day: "2031-06-01", dayMicros: cost });
  });

  it("refuses amounts that are none, and is changed only by who may", async () => {
    const world = await createWorld();
    for (const dailyCapMicros of [-1, 1.5, 1e15, "5"])
      expect((await world.owner.client.patch("/v1/spend-budget", { dailyCapMicros })).status).toBe(422);
    const marketer = await world.member("marketer");
    expect((await marketer.client.patch("/v1/spend-budget", { dailyCapMicros: null })).status).toBe(403);
    expect((await marketer.client.get("/v1/spend-budget")).body.day.capMicros).toBeNull();
    expect((await (await world.member("viewer")).client.get("/v1/spend-budget")).status).toBe(403);
  });
});

describe("COST-01 people are told", () => {
  it("at 50, 80 and 100 % of a day, once each, by mail to those who may change it", async () => {
    const world = await createWorld();
    await world.member("marketer");
    await world.owner.client.patch("/v1/spend-budget", { dailyCapMicros: promise + 3 * cost });
    const { ctx } = await writerContext(world, text);
    const cap = promise + 3 * cost;
    const spent = (micros: number) =>
      world.database
        .update(aiBudgets)
        .set({ dayMicros: micros })
        .where(eq(aiBudgets.organizationId, world.id));
    await spend(ctx);
    expect(await runJobs(world, "ai.tell_spending")).toBe(0);
    await spent(Math.floor(cap / 2));
    await expect(ask(ctx)).rejects.toThrow();
    expect((await alertsOf(world)).map(({ level }) => level)).toEqual([100]);
    await expect(ask(ctx)).rejects.toThrow();
    expect(await alertsOf(world)).toHaveLength(1);
    expect(await runJobs(world, "ai.mail_spending")).toBe(1);
    const mails = await control()
      .select()
      .from(mailboxMessages)
      .where(eq(mailboxMessages.recipient, world.owner.email));
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("reached today’s cap")]);
  });

  it("when a settlement passes a level, and again only at the next one or after the cap is raised", async () => {
    const world = await createWorld();
    await world.owner.client.patch("/v1/spend-budget", { monthlyCapMicros: 100_000 });
    const { ctx } = await writerContext(world, text);
    const passing = async (micros: number) => {
      const generated = await ask(ctx);
      const { dailyCapMicros: _, ...row } = (await budgetOf(world)) ?? { dailyCapMicros: null, promise: 0 };
      expect(row).toMatchObject({ monthMicros: expect.any(Number) });
      await world.database
        .update(aiBudgets)
        .set({ monthMicros: micros })
        .where(eq(aiBudgets.organizationId, world.id));
      await write(ctx, generated.settle);
      await spend(ctx);
      await runJobs(world, "ai.tell_spending");
    };
    await passing(55_000);
    await passing(56_000);
    expect((await alertsOf(world)).map(({ level, period }) => [period, level])).toEqual([["month", 50]]);
    await passing(90_000);
    expect((await alertsOf(world)).map(({ level }) => level)).toEqual([50, 80]);
    await world.owner.client.patch("/v1/spend-budget", { monthlyCapMicros: 170_000 });
    await passing(92_000);
    expect((await alertsOf(world)).map(({ level }) => level)).toEqual([50, 80]);
    await world.owner.client.patch("/v1/spend-budget", { monthlyCapMicros: 1_000_000 });
    await passing(600_000);
    expect((await alertsOf(world)).map(({ level }) => level)).toEqual([50, 80, 50]);
  });
});
