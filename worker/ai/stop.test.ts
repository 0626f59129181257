import { and, eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { defaultCell } from "../../db/ids";
import { aiBudgets, aiGenerations } from "../../db/schema/cell/ai";
import { auditLogs, jobs } from "../../db/schema/cell/spine";
import { appSettings } from "../../db/schema/control/platform";
import * as z from "zod";
import type { Base, Context } from "../kernel/context";
import { defineJob, messageOf, platformOrganization, runJob } from "../kernel/jobs";
import { write } from "../kernel/write";
import { systemContext } from "../http";
import { testBase } from "../test/base";
import { inside } from "../test/inside";
import { openAiServer } from "../test/servers/openai";
import { withWriter, writerContext } from "../test/servers/writer";
import { control, createPerson, createWorld, database, unique, type World } from "../test/world";
import { settleDeadGenerations } from "./dead";
import { generate, wakeStoppedJobs } from "./index";
import { watchSwitch } from "./watch";

const ask = (ctx: Context, more: { onText?: (delta: string) => void; maxTokens?: number } = {}) =>
  generate<string>(ctx, {
    task: "blog_post",
    promptVersion: "blog-1",
    use: { feature: "generations", key: unique() },
    messages: [{ role: "user", content: "Write about coffee." }],
    schema: null,
    material: { sentences: Array.from({ length: 400 }, (_, i) => `Sentence number ${i} says one thing.`) },
    maxTokens: 1000,
    ...more,
  });

const operator = () => createPerson({ platformRole: "super_admin" });

afterEach(async () => {
  await control().delete(appSettings).where(like(appSettings.key, "generation.%"));
});

const writeJob = defineJob("test.write", { queue: "generation", payload: z.object({}) }, async (ctx) => {
  await write(ctx, (await ask(ctx)).settle);
});
const atWork = {
  definitions: new Map([[writeJob.type, writeJob]]),
  contextFor: (base: Base, id: World["id"]) => systemContext(base, id, true),
};

async function jobOf(world: World) {
  const [job] = await world.database
    .select()
    .from(jobs)
    .where(and(eq(jobs.organizationId, world.id), eq(jobs.type, "test.write")));
  if (!job) throw new Error("There is no job");
  return job;
}

describe("COST-02 the emergency stop", () => {
  it("refuses every new call at once, everything else goes on, and lifting it is enough", async () => {
    const [world, { client }] = await Promise.all([createWorld(), operator()]);
    const { ctx, server } = await writerContext(world, "Text");
    const stopped = await client.post("/v1/operator/writing-stop", { reason: "A runaway bundle" });
    expect(stopped).toMatchObject({ status: 201, body: { stop: { reason: "A runaway bundle" } } });
    await expect(ask(ctx)).rejects.toMatchObject({ status: 503, reason: "generation_stopped" });
    expect(server.received).toHaveLength(0);
    expect((await world.owner.client.get("/v1/writing")).body).toMatchObject({
      state: "stopped",
      stop: { reason: "A runaway bundle" },
    });
    expect((await world.owner.client.get("/v1/spend")).status).toBe(200);
    expect((await client.post("/v1/operator/writing-stop", { reason: "Again" })).status).toBe(409);
    expect((await client.delete("/v1/operator/writing-stop")).body.stop).toBeNull();
    expect((await client.delete("/v1/operator/writing-stop")).status).toBe(409);
    await write(ctx, (await ask(ctx)).settle);
  });

  it("is for operators alone, and is in the audit log", async () => {
    const [world, { client, id }] = await Promise.all([createWorld(), operator()]);
    expect((await world.owner.client.post("/v1/operator/writing-stop", { reason: "x" })).status).toBe(403);
    expect((await world.owner.client.get("/v1/writing")).body.state).toBe("on");
    await client.post("/v1/operator/writing-stop", { reason: unique() });
    await client.delete("/v1/operator/writing-stop");
    const rows = await database(defaultCell)
      .select({ action: auditLogs.action })
      .from(auditLogs)
      .where(and(eq(auditLogs.organizationId, platformOrganization), eq(auditLogs.actorId, id)));
    expect(rows.map(({ action }) => action)).toEqual(["generation.stopped", "generation.resumed"]);
  });

  it("ends a text in the middle within ten seconds, and gives back what it held", async () => {
    const [world, { client }] = await Promise.all([createWorld(), operator()]);
    const server = openAiServer("One two three four", "slow_stream");
    const base = withWriter(server);
    const ctx = await inside(world, base);
    const heard: string[] = [];
    let stopped = Promise.resolve(0);
    const writing = ask(ctx, {
      onText: (delta) => {
        heard.push(delta);
        stopped = client.post("/v1/operator/writing-stop", { reason: "Now" }).then(() => Date.now());
      },
    });
    await expect(writing).rejects.toMatchObject({ reason: "generation_stopped" });
    expect(Date.now() - (await stopped)).toBeLessThan(10_000);
    expect(heard).toHaveLength(1);
    const [row] = await world.database
      .select()
      .from(aiGenerations)
      .where(eq(aiGenerations.organizationId, world.id));
    expect(row).toMatchObject({ status: "cancelled", errorCode: "generation_stopped", costMicros: 0 });
    const [budget] = await world.database
      .select()
      .from(aiBudgets)
      .where(eq(aiBudgets.organizationId, world.id));
    expect(budget?.dayMicros).toBe(0);
  });

  it("puts jobs down without using a try, and they go on when it is lifted", async () => {
    const [world, { client }] = await Promise.all([createWorld(), operator()]);
    const { ctx, server } = await writerContext(world, "Text");
    await write(ctx, [], {
      jobs: [{ queue: "generation", type: "test.write", payload: {}, maxAttempts: 1 }],
    });
    await client.post("/v1/operator/writing-stop", { reason: "Now" });
    const run = async () => {
      await runJob(testBase(withWriter(server)), messageOf(await jobOf(world)), atWork);
      return await jobOf(world);
    };
    const resting = await run();
    expect(resting).toMatchObject({ status: "retrying", attempts: 0, deadLetterReason: null });
    expect(await run()).toEqual(resting);
    await wakeStoppedJobs(testBase(), world.cell);
    expect(await jobOf(world)).toEqual(resting);

    await client.delete("/v1/operator/writing-stop");
    await wakeStoppedJobs(testBase(), world.cell);
    expect(await run()).toMatchObject({ status: "completed", attempts: 1 });
    expect(server.received).toHaveLength(1);
  });

  it("is looked at while a model writes, and the looking ends with the text", async () => {
    let looks = 0;
    const base = testBase();
    const counted = Object.assign(Object.create(base) as Base, {
      get control() {
        looks++;
        return base.control;
      },
    });
    const watch = watchSwitch(counted, undefined, 20);
    await new Promise((resolve) => setTimeout(resolve, 120));
    watch.end();
    const seen = looks;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(seen).toBeGreaterThan(0);
    expect(looks).toBe(seen);
  });
});

describe("COST-01 the platform's own cap", () => {
  it("is over everybody together, rests jobs until midnight, and counts failed calls too", async () => {
    const [one, other, { client }] = await Promise.all([createWorld(), createWorld(), operator()]);
    await client.patch("/v1/operator/writing-limits", { dailyCapMicros: 6000 });
    const { ctx } = await writerContext(one, "Text");
    await write(ctx, (await ask(ctx)).settle);
    const spent = async () => (await client.get("/v1/operator/writing")).body.spentTodayMicros;
    expect(await spent()).toBe(52);
    const failing = await writerContext(other, "Text that breaks", "cut_stream");
    await expect(ask(failing.ctx, { onText: () => undefined })).rejects.toThrow();
    expect(await spent()).toBeGreaterThan(52);
    await client.patch("/v1/operator/writing-limits", { dailyCapMicros: 4000 });
    await expect(ask(failing.ctx)).rejects.toMatchObject({
      reason: "platform_spend_cap_reached",
      restUntil: expect.any(Number),
    });
    await client.patch("/v1/operator/writing-limits", { dailyCapMicros: null, maxTokens: 150 });
    const { ctx: free, server } = await writerContext(other, "Text");
    await ask(free);
    expect(server.bodies[0]?.max_completion_tokens).toBe(150);
  });
});

describe("QUE-05 a generation whose worker died", () => {
  it("is failed by the chore, with the money and the use given back once", async () => {
    const world = await createWorld();
    const { ctx } = await writerContext(world, "Text");
    const { settle } = await ask(ctx);
    const later = testBase({ now: () => Date.now() + 11 * 60_000 });
    const settleDead = (base: Base) =>
      settleDeadGenerations(base, world.cell, (id) => systemContext(base, id, true));
    await settleDead(testBase());
    await Promise.all([settleDead(later), settleDead(later)]);
    const [row] = await world.database
      .select()
      .from(aiGenerations)
      .where(eq(aiGenerations.organizationId, world.id));
    expect(row).toMatchObject({ status: "failed", errorCode: "timed_out", costMicros: 0 });
    const { body } = await world.owner.client.get("/v1/spend-budget");
    expect(body.day.spentMicros).toBe(0);
    const usage = (await world.owner.client.get("/v1/usage")).body.features;
    expect(usage.find(({ feature }: { feature: string }) => feature === "generations")).toMatchObject({
      used: 0,
      reserved: 0,
    });
    await expect(write(ctx, settle)).rejects.toMatchObject({ reason: "generation_settled" });
  });
});
