import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Database } from "../../db/client";
import { auditLogs } from "../../db/schema/cell/spine";
import { sha256Hex } from "../kernel/secrets";
import { write, writeOrganization } from "../kernel/write";
import { testBase } from "../test/base";
import { inside } from "../test/inside";
import { sealWorld } from "../test/seal";
import { createWorld, type World } from "../test/world";
import { canonicalJson } from "./chain";
import { sealAuditTrails } from "./index";

async function act(world: World, count: number): Promise<void> {
  const ctx = await inside(world);
  for (let i = 0; i < count; i++) {
    const changes = { after: { number: i, nested: { z: 1, a: [null, "ü"] } } };
    await write(ctx, [], { audit: [{ action: "test.acted", resourceType: "test", changes }] });
  }
}

async function rowsOf(world: World) {
  return await world.database
    .select()
    .from(auditLogs)
    .where(eq(auditLogs.organizationId, world.id))
    .orderBy(asc(auditLogs.seq));
}

async function verify(world: World) {
  const { body } = await world.owner.client.get("/v1/audit-logs/verification");
  return { ...body, last: body.databases.at(-1) };
}

describe("AUD-01 a row of the audit log", () => {
  it("is neither changed nor deleted, sealed or not, by any statement", async () => {
    const world = await createWorld();
    await act(world, 2);
    const ofWorld = eq(auditLogs.organizationId, world.id);
    const attempts = [
      () => world.database.update(auditLogs).set({ action: "nothing.happened" }).where(ofWorld),
      () => world.database.update(auditLogs).set({ actorId: "usr_other", chainHash: "x" }).where(ofWorld),
      () => world.database.delete(auditLogs).where(ofWorld),
      () =>
        world.database.run(
          sql`replace into audit_logs select * from audit_logs where organization_id = ${world.id}`,
        ),
    ];
    const before = await rowsOf(world);
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
    expect(await rowsOf(world)).toEqual(before);
    await sealWorld(world);
    const sealed = await rowsOf(world);
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
    await expect(
      world.database.update(auditLogs).set({ chainHash: "forged" }).where(ofWorld),
    ).rejects.toThrow();
    expect(await rowsOf(world)).toEqual(sealed);
  });
});

describe("sealing", () => {
  it("links every row to the one before it, as anybody can work out again", async () => {
    const world = await createWorld();
    await act(world, 4);
    await sealWorld(world);
    await act(world, 3);
    await sealWorld(world);
    let previous = "";
    for (const { chainHash, ...row } of await rowsOf(world)) {
      expect(chainHash).toBe(await sha256Hex(previous + canonicalJson(row)));
      previous = chainHash ?? "";
    }
    expect(await verify(world)).toMatchObject({
      intact: true,
      nextCursor: null,
      last: { checked: 7, unsealed: 0, firstBreak: null, head: { sequence: 7, hash: previous } },
    });
  });

  it("by several at once sets the same seals as by one", async () => {
    const world = await createWorld();
    await act(world, 30);
    await Promise.all(Array.from({ length: 5 }, () => sealWorld(world)));
    expect(await verify(world)).toMatchObject({ intact: true, last: { checked: 30, unsealed: 0 } });
  });

  it("gets through a long backlog of many organizations", async () => {
    const worlds = [await createWorld(), await createWorld(), await createWorld()];
    for (const world of worlds) await backfill(world.database, world.id, 700);
    for (const world of worlds) await sealWorld(world);
    for (const world of worlds) {
      expect(await verify(world)).toMatchObject({ intact: true, last: { checked: 700, unsealed: 0 } });
    }
  });

  it("reads a row that waits a few times, however many wait", async () => {
    const world = await createWorld();
    await backfill(world.database, world.id, 3000);
    const meter = { read: 0, written: 0 };
    await sealAuditTrails(testBase({}, meter), world.cell);
    expect(meter.written).toBeGreaterThanOrEqual(3000);
    expect(meter.read).toBeLessThan(meter.written * 8);
  });

  it("goes on past a chain whose rows were not written in the order of their numbers", async () => {
    const [odd, world] = [await createWorld(), await createWorld()];
    await backfill(odd.database, odd.id, 600, 2);
    await backfill(odd.database, odd.id, 1);
    await act(world, 2);
    await sealWorld(world);
    expect((await verify(world)).last).toMatchObject({ checked: 2, unsealed: 0 });
    await sealWorld(odd);
    expect(await verify(odd)).toMatchObject({ intact: true, last: { checked: 601, unsealed: 0 } });
  });

  it("covers what is done in the control plane too", async () => {
    const world = await createWorld();
    await writeOrganization(await inside(world), [], {
      audit: [{ action: "test.control", resourceType: "test" }],
    });
    await sealWorld(world);
    const { databases } = await verify(world);
    expect(databases[0]).toMatchObject({ database: "control", intact: true, checked: 1, unsealed: 0 });
  });
});

/** Rows as they are before the chore has come by, faster than acting them out. */
async function backfill(database: Database, organizationId: string, count: number, first = 1): Promise<void> {
  await database.run(sql`
    insert into audit_logs (id, organization_id, created_at, seq, action, resource_type, actor_kind, changes, request_id)
    with recursive number (n) as (select ${first} union all select n + 1 from number where n < ${first + count - 1})
    select 'aud_' || ${organizationId} || '_' || n, ${organizationId}, n, n, 'test.filled', 'test', 'system', '{}', 'r' from number`);
}

describe("verification", () => {
  it("is bounded, and goes on where it ended", async () => {
    const world = await createWorld();
    await backfill(world.database, world.id, 5200);
    await sealWorld(world);
    await sealWorld(world);
    const first = await verify(world);
    expect(first).toMatchObject({ intact: true, last: { checked: 5000 } });
    const { body } = await world.owner.client.get(`/v1/audit-logs/verification?cursor=${first.nextCursor}`);
    expect(body).toMatchObject({ intact: true, nextCursor: null });
    expect(body.databases.at(-1)).toMatchObject({ checked: 200, unsealed: 0, head: { sequence: 5200 } });
  });

  it("AUD-01 finds a row that was changed, wherever the change was made", async () => {
    const world = await createWorld();
    await act(world, 6);
    await sealWorld(world);
    const [, , third] = await rowsOf(world);
    if (!third) throw new Error("The third row is missing.");
    const is = eq(auditLogs.id, third.id);
    const lies = [
      { action: "test.nothing" },
      { actorId: "usr_somebody_else" },
      { changes: { after: {} } },
      { createdAt: third.createdAt - 1 },
      { ipAddress: "192.0.2.1" },
      { chainHash: "0".repeat(64) },
    ];
    for (const lie of lies) {
      await withoutTriggers(world.database, () => world.database.update(auditLogs).set(lie).where(is));
      expect(await verify(world)).toMatchObject({
        intact: false,
        last: {
          intact: false,
          checked: 2,
          firstBreak: { sequence: 3, entryId: third.id, reason: "changed" },
        },
      });
      await withoutTriggers(world.database, () => world.database.update(auditLogs).set(third).where(is));
      expect((await verify(world)).intact).toBe(true);
    }
  });

  it("AUD-01 finds a row that was taken out, and one that was resealed to cover a lie", async () => {
    const world = await createWorld();
    await act(world, 6);
    await sealWorld(world);
    const rows = await rowsOf(world);
    const third = rows[2];
    if (!third) throw new Error("The third row is missing.");
    const is = eq(auditLogs.id, third.id);
    await withoutTriggers(world.database, () => world.database.delete(auditLogs).where(is));
    expect((await verify(world)).last.firstBreak).toMatchObject({ sequence: 3, reason: "missing" });

    const { chainHash: _, ...lie } = { ...third, action: "test.nothing" };
    const chainHash = await sha256Hex((rows[1]?.chainHash ?? "") + canonicalJson(lie));
    await world.database.insert(auditLogs).values({ ...lie, chainHash });
    expect((await verify(world)).last.firstBreak).toMatchObject({ sequence: 4, reason: "changed" });
  });

  it("AUD-01 finds a row whose seal was taken off", async () => {
    const world = await createWorld();
    await act(world, 4);
    await sealWorld(world);
    const [, second] = await rowsOf(world);
    await withoutTriggers(world.database, () =>
      world.database
        .update(auditLogs)
        .set({ chainHash: null })
        .where(eq(auditLogs.seq, second?.seq ?? 0)),
    );
    expect((await verify(world)).last.firstBreak).toMatchObject({ sequence: 3, reason: "unsealed" });
  });
});

/** As somebody with the database in their hands would do it. */
async function withoutTriggers(database: Database, tamper: () => PromiseLike<unknown>): Promise<void> {
  const triggers = await database.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit_logs'`,
  );
  for (const { name } of triggers) await database.run(sql`drop trigger ${sql.identifier(name)}`);
  try {
    await tamper();
  } finally {
    for (const trigger of triggers) await database.run(sql.raw(trigger.sql));
  }
}
