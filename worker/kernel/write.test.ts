import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditLogs, facts, idempotencyKeys, jobs } from "../../db/schema/cell/spine";
import { organizations } from "../../db/schema/control/organizations";
import { systemContext } from "../http";
import { testBase } from "../test/base";
import { control, createWorld, unique, type World } from "../test/world";
import type { Context } from "./context";
import { Conflict } from "./errors";
import { orElse, refuseWhen, write, writeOrganization } from "./write";

let world: World;

async function contextWith(change: Partial<Context> = {}): Promise<Context> {
  const ctx = await systemContext(testBase(), world.id);
  if (!ctx) throw new Error("The world has no context");
  return { ...ctx, ...change };
}

beforeAll(async () => {
  world = await createWorld();
});

async function everythingOf(type: string) {
  const [found, audit, work] = await Promise.all([
    world.database.select().from(facts).where(eq(facts.type, type)),
    world.database.select().from(auditLogs).where(eq(auditLogs.action, type)),
    world.database.select().from(jobs).where(eq(jobs.type, type)),
  ]);
  return { facts: found.length, audit: audit.length, jobs: work.length };
}

const spineOf = (type: string) => ({
  facts: [{ type }],
  audit: [{ action: type, resourceType: "thing" }],
  jobs: [{ queue: "delivery" as const, type, payload: {}, runAt: Date.now() + 3_600_000 }],
});

const marker = (ctx: Context, key: string) =>
  ctx.db.insert(idempotencyKeys).values({ owner: ctx.organization.id, key, fingerprint: "", createdAt: 0 });

describe("a write", () => {
  it("holds the change, its fact, its audit row and its job together", async () => {
    const [type, key] = [`thing.${unique()}`, unique()];
    const ctx = await contextWith();
    await write(ctx, [marker(ctx, key)], spineOf(type));
    expect(await everythingOf(type)).toEqual({ facts: 1, audit: 1, jobs: 1 });
  });

  it("that breaks in the middle leaves nothing and tells nobody", async () => {
    const [type, key] = [`thing.${unique()}`, unique()];
    const [publish, carry] = [vi.fn(), vi.fn()];
    const ctx = await contextWith({ publish, carry });
    await expect(write(ctx, [marker(ctx, key), marker(ctx, key)], spineOf(type))).rejects.toThrow();
    expect(await everythingOf(type)).toEqual({ facts: 0, audit: 0, jobs: 0 });
    expect(publish).not.toHaveBeenCalled();
    expect(carry).not.toHaveBeenCalled();
  });

  it("ends with the error of the guard that refused, and of no other", async () => {
    const type = `thing.${unique()}`;
    const ctx = await contextWith();
    const nothing = () => ctx.db.delete(idempotencyKeys).where(eq(idempotencyKeys.key, unique()));
    const refused = write(
      ctx,
      [
        refuseWhen(sql`1 = 0`, new Conflict("first", "First.")),
        marker(ctx, unique()),
        orElse(new Conflict("second", "Second.")),
        nothing(),
        orElse(new Conflict("third", "Third.")),
      ],
      spineOf(type),
    );
    await expect(refused).rejects.toMatchObject({ reason: "third", message: "Third." });
    expect(await everythingOf(type)).toEqual({ facts: 0, audit: 0, jobs: 0 });
  });

  it("numbers an organization's facts without a gap or a double, however many write at once", async () => {
    const ctx = await contextWith();
    const type = `thing.${unique()}`;
    await Promise.all(Array.from({ length: 25 }, () => write(ctx, [], { facts: [{ type }] })));
    const rows = await world.database
      .select({ seq: facts.seq })
      .from(facts)
      .where(eq(facts.organizationId, world.id))
      .orderBy(facts.seq);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  });

  it("makes one job of a dedupe key", async () => {
    const ctx = await contextWith();
    const type = `thing.${unique()}`;
    const job = {
      queue: "delivery" as const,
      type,
      payload: {},
      dedupeKey: unique(),
      runAt: Date.now() + 3_600_000,
    };
    await write(ctx, [], { jobs: [job] });
    await write(ctx, [], { jobs: [job] });
    expect((await everythingOf(type)).jobs).toBe(1);
  });
});

describe("a write to the control plane", () => {
  it("is one batch there, and its fact reaches the organization's own cell once", async () => {
    const type = `thing.${unique()}`;
    const ctx = await contextWith();
    const rename = ctx.control
      .update(organizations)
      .set({ name: type })
      .where(eq(organizations.id, world.id));
    await writeOrganization(ctx, [rename], {
      facts: [{ type }],
      audit: [{ action: type, resourceType: "organization" }],
    });
    const audit = await control().select().from(auditLogs).where(eq(auditLogs.action, type));
    expect(audit).toHaveLength(1);
    await vi.waitFor(async () => {
      const rows = await world.database
        .select()
        .from(facts)
        .where(and(eq(facts.type, type), eq(facts.organizationId, world.id)));
      expect(rows).toHaveLength(1);
    });
  });
});
