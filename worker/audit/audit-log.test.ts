import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLogs } from "../../db/schema/cell/spine";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { write, writeOrganization } from "../kernel/write";
import type { Client } from "../test/client";
import { inside } from "../test/inside";
import { control, createPerson, createWorld, unique, type World } from "../test/world";

type Shown = { action: string; createdAt: string; actor: { kind: string; id: string | null; name: string } };

async function actions(client: Client, query = ""): Promise<string[]> {
  const { body } = await client.get(`/v1/audit-logs${query}`);
  return body.data.map(({ action }: Shown) => action);
}

const act = (ctx: Context, action: string, resourceId?: string) =>
  write(ctx, [], { audit: [{ action, resourceType: "test", ...(resourceId ? { resourceId } : {}) }] });

describe("the audit log", () => {
  it("tells who did what, newest first, whichever database it was done in", async () => {
    const world = await createWorld();
    const key = await world.key(["members:read"]);
    const ctx = await inside(world);
    await act(ctx, "test.by_system");
    await act({ ...ctx, actor: { kind: "api_key", id: key.id, createdBy: world.owner.id } }, "test.by_key");
    await act({ ...ctx, actor: { kind: "visitor", id: null } }, "test.by_visitor");
    await world.owner.client.post("/v1/api-keys", { name: "Import", scopes: ["members:read"] });
    const operator = await createPerson({ platformRole: "super_admin" });
    await operator.client.put(`/v1/operator/organizations/${world.id}/plan`, { planSlug: "agency" });

    const { body } = await world.owner.client.get("/v1/audit-logs");
    expect(body.data.map(({ action, actor }: Shown) => [action, actor.name])).toEqual([
      ["organization.plan_changed", "Tributary staff"],
      ["api_key.created", "Ada Lovelace"],
      ["test.by_visitor", "A visitor"],
      ["test.by_key", "API key “Seeded key”"],
      ["test.by_system", "Tributary"],
    ]);
    expect(body.data[1]).toMatchObject({
      actor: { kind: "user", id: world.owner.id },
      resource: { type: "api_key" },
      changes: { after: { name: "Import", scopes: ["members:read"] } },
    });
  });

  it("is found by who, what, which and when", async () => {
    const world = await createWorld();
    const at = (time: string) => () => Date.parse(`2031-03-${time}:00Z`);
    await act(await inside(world, { now: at("01T10:00") }), "lead.created", "lead_1");
    await act(await inside(world, { now: at("02T10:00") }), "lead.deleted", "lead_1");
    const third = await inside(world, { now: at("03T10:00") });
    await act({ ...third, actor: { kind: "operator", id: world.owner.id } }, "leadership.changed", "lead_2");
    const { client } = world.owner;
    expect(await actions(client, "?action=lead.")).toEqual(["lead.deleted", "lead.created"]);
    expect(await actions(client, "?action=lead")).toHaveLength(3);
    expect(await actions(client, `?actor=${world.owner.id}`)).toEqual(["leadership.changed"]);
    expect(await actions(client, "?resourceId=lead_1")).toEqual(["lead.deleted", "lead.created"]);
    expect(await actions(client, "?resourceType=lead")).toEqual([]);
    expect(await actions(client, "?from=2031-03-02T10:00:00Z")).toEqual([
      "leadership.changed",
      "lead.deleted",
    ]);
    expect(await actions(client, "?to=2031-03-02T10:00:00Z")).toEqual(["lead.deleted", "lead.created"]);
    expect(await actions(client, "?from=2031-03-01T12:00:00Z&to=2031-03-02T12:00:00Z&action=lead")).toEqual([
      "lead.deleted",
    ]);
  });

  it("INJ-01 takes nothing but the filters it knows", async () => {
    const { owner } = await createWorld();
    for (const query of [
      "?action=x' or 1=1",
      "?sort=action",
      "?from=yesterday",
      "?actor=",
      "?cursor=W10",
      "?cursor=WyJhIl0",
    ]) {
      expect((await owner.client.get(`/v1/audit-logs${query}`)).status).toBe(422);
    }
  });

  it("AUD-01 is for owners, admins and managers, each of their own organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const canary = unique();
    await act(await inside(other), `test.${canary}`);
    await writeOrganization(await inside(other), [], {
      audit: [{ action: `test.${canary}`, resourceType: "test" }],
    });
    for (const role of ["marketer", "sales", "viewer"] as const) {
      const { client } = await world.member(role);
      for (const path of ["", "/verification", "/export"]) {
        expect((await client.get(`/v1/audit-logs${path}`)).status).toBe(403);
      }
    }
    const manager = await world.member("manager");
    expect((await manager.client.get("/v1/audit-logs/export")).status).toBe(403);
    const seen = [
      await manager.client.get("/v1/audit-logs"),
      await world.owner.client.get(`/v1/audit-logs?action=test.${canary}`),
      await world.owner.client.get("/v1/audit-logs/export"),
    ];
    for (const { status, body } of seen) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(canary);
    }
    expect(await actions(other.owner.client, `?action=test.${canary}`)).toHaveLength(2);
  });
});

describe("an attempt that the role does not allow", () => {
  it("AUD-01 leaves one entry a minute, however often it is made", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    for (let i = 0; i < 5; i++) await viewer.client.get("/v1/audit-logs");
    await viewer.client.get("/v1/api-keys");
    const key = await world.key(["members:read"]);
    await key.client.get("/v1/api-keys");
    const rows = await eventually(
      () => denials(world),
      (found) => found.length >= 3,
    );
    const seen = rows.map(({ actorId, resourceId }) => `${actorId} ${resourceId}`);
    const wanted = [`${viewer.id} listAuditLogs`, `${viewer.id} listApiKeys`, `${key.id} listApiKeys`];
    expect(new Set(seen)).toEqual(new Set(wanted));
    // Five attempts may straddle a minute, and then there are two of the one.
    expect(seen.length).toBeLessThanOrEqual(wanted.length * 2);
    expect(rows[0]?.changes).toMatchObject({ method: "GET" });
  });

  it("of a stranger leaves none: to them there is nothing", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    expect((await other.owner.client.in(world.id).get("/v1/audit-logs")).status).toBe(404);
    expect(await denials(world)).toEqual([]);
  });
});

async function denials(world: World) {
  return await world.database
    .select()
    .from(auditLogs)
    .where(sql`${auditLogs.organizationId} = ${world.id} and ${auditLogs.action} = 'access.denied'`);
}

/** What is deferred happens a moment after the answer. */
async function eventually<T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 40; tries++) {
    const found = await look();
    if (isThere(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return await look();
}

describe("names", () => {
  it("of people who have been erased are not made up", async () => {
    const world = await createWorld();
    const ctx = await inside(world);
    await act({ ...ctx, actor: { kind: "operator", id: world.owner.id } }, "test.owner");
    await control().update(users).set({ name: "Grace Hopper" }).where(eq(users.id, world.owner.id));
    const { body } = await world.owner.client.get("/v1/audit-logs");
    expect(body.data[0].actor.name).toBe("Grace Hopper");
  });
});
