import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import { systemContext } from "../../http";
import { testBase } from "../../test/base";
import { createWorld, unique, type World } from "../../test/world";
import type { Base } from "../context";
import type { JobMessage } from "../drafts";
import { write } from "../write";
import { defineJob, type JobDefinition, renewLease, runJob, takeOverdue } from "./index";

const leaseSeconds = 120;
const leaseMs = leaseSeconds * 1000;
let world: World;

beforeAll(async () => {
  world = await createWorld();
});

async function enqueue(run: JobDefinition["run"]): Promise<{ kind: JobDefinition; message: JobMessage }> {
  const kind = defineJob(`test.${unique()}`, { queue: "delivery", payload: z.object({}), leaseSeconds }, run);
  const ctx = await systemContext(testBase(), world.id);
  if (!ctx) throw new Error("The world has no context");
  const carried: JobMessage[] = [];
  const carry: Base["carry"] = (_, some) => carried.push(...some.map(({ message }) => message));
  await write({ ...ctx, carry }, [], { jobs: [{ queue: "delivery", type: kind.type, payload: {} }] });
  const [message] = carried;
  if (!message) throw new Error("Nothing was carried");
  return { kind, message };
}

function runAt(time: number, kind: JobDefinition, message: JobMessage): Promise<void> {
  const base = testBase({ carry: () => undefined, now: () => time });
  return runJob(base, message, {
    definitions: new Map([[kind.type, kind]]),
    contextFor: (own, id) => systemContext(own, id, true),
  });
}

/** What the sweeper does with it at that time. */
async function statusAfterSweepAt(time: number, id: Id<"job">) {
  await takeOverdue(world.database, time, 5000);
  const [row] = await world.database.select().from(jobs).where(eq(jobs.id, id));
  return row?.status;
}

describe("a lease", () => {
  it("QUE-05 that is renewed keeps the job past its first end, and is given back after its new one", async () => {
    const started = Date.now();
    const seen: unknown[] = [];
    const { kind, message } = await enqueue(async (ctx, _, job) => {
      seen.push(await renewLease(ctx.db, job, started + leaseMs - 1000, leaseSeconds));
      seen.push(await statusAfterSweepAt(started + leaseMs + 1000, job.id));
      seen.push(await statusAfterSweepAt(started + 2 * leaseMs, job.id));
    });
    await runAt(started, kind, message);
    expect(seen).toEqual([true, "processing", "retrying"]);
  });

  it("QUE-05 that ended and was taken by somebody else cannot be renewed, and takes nothing from them", async () => {
    const started = Date.now();
    const later = started + leaseMs + 1000;
    const seen: unknown[] = [];
    const { kind, message } = await enqueue(async (ctx, _, job) => {
      if (job.attempts === 2) return void seen.push(await renewLease(ctx.db, job, later, leaseSeconds));
      seen.push(await statusAfterSweepAt(later, job.id));
      seen.push(await renewLease(ctx.db, job, later, leaseSeconds));
      await runAt(later, kind, message);
      seen.push(await renewLease(ctx.db, job, later, leaseSeconds));
    });
    await runAt(started, kind, message);
    expect(seen).toEqual(["retrying", false, true, false]);
    const [row] = await world.database.select().from(jobs).where(eq(jobs.id, message.jobId));
    expect(row).toMatchObject({ status: "completed", attempts: 2 });
  });
});
