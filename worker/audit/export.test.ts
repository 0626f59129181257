import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { organizationMembers } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { effectivePermissions } from "../kernel/permissions";
import { sha256Hex } from "../kernel/secrets";
import { write, writeOrganization } from "../kernel/write";
import { inside } from "../test/inside";
import { sealWorld } from "../test/seal";
import { control, createWorld, type Member, type World } from "../test/world";
import { canonicalJson } from "./chain";
import { exportEntries } from "./export";

const path = "/v1/audit-logs/export";

async function act(world: World, count: number): Promise<void> {
  const ctx = await inside(world);
  for (let i = 0; i < count; i++) {
    const audit = [{ action: "test.acted", resourceType: "test", resourceId: `=cmd|${i}`, changes: { i } }];
    await (i % 2 === 0 ? write : writeOrganization)(ctx, [], { audit });
  }
}

describe("the export", () => {
  it("INJ-05 is CSV that no spreadsheet runs and every reader reads", async () => {
    const world = await createWorld();
    await control()
      .update(users)
      .set({ name: '=HYPERLINK("http://evil.test")' })
      .where(eq(users.id, world.owner.id));
    await world.owner.client.post("/v1/api-keys", {
      name: 'He said "hi",\nthen left',
      scopes: ["members:read"],
    });
    await act(world, 1);
    const answer = await world.owner.client.get(`${path}?action=api_key`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="audit-log-house-[0-9a-z]+-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const [header, row] = readCsv(answer.body);
    expect(header?.slice(0, 4)).toEqual(["time", "action", "actor", "actor_kind"]);
    const cells = Object.fromEntries(header?.map((name, i) => [name, row?.[i]]) ?? []);
    expect(cells).toMatchObject({ action: "api_key.created", actor: `'=HYPERLINK("http://evil.test")` });
    expect(JSON.parse(cells.changes ?? "").after.name).toBe('He said "hi",\nthen left');
    expect(answer.body.split("\r\n")).toHaveLength(3);
    expect(readCsv((await world.owner.client.get(`${path}?action=test`)).body)[1]?.[6]).toBe("'=cmd|0");
  });

  it("is JSON by which anybody can verify the log without asking us", async () => {
    const world = await createWorld();
    await act(world, 20);
    await sealWorld(world);
    const { body, headers } = await world.owner.client.get(`${path}?format=json`);
    expect(headers.get("content-type")).toBe("application/json");
    const sealed = body.filter(({ chainHash }: { chainHash: string | null }) => chainHash !== null);
    expect(sealed).toHaveLength(20);
    for (const database of new Set(sealed.map((entry: { database: string }) => entry.database))) {
      let previous = "";
      const trail = sealed.filter((entry: { database: string }) => entry.database === database).toReversed();
      for (const { id, sequence, action, actor, resource, changes, createdAt, chainHash, ...rest } of trail) {
        const row = {
          id,
          seq: sequence,
          action,
          changes,
          actorKind: actor.kind,
          actorId: actor.id,
          resourceType: resource.type,
          resourceId: resource.id,
          createdAt: Date.parse(createdAt),
          organizationId: world.id,
          ipAddress: rest.ipAddress,
          userAgent: rest.userAgent,
          requestId: rest.requestId,
        };
        expect(await sha256Hex(previous + canonicalJson(row))).toBe(chainHash);
        previous = chainHash;
      }
    }
  });

  it("is itself an act in the log, and holds the filters", async () => {
    const world = await createWorld();
    await act(world, 3);
    const none = await world.owner.client.get(`${path}?format=json&action=nothing`);
    expect(none.body).toEqual([]);
    const { body } = await world.owner.client.get("/v1/audit-logs?limit=1");
    expect(body.data[0]).toMatchObject({
      action: "audit.exported",
      actor: { id: world.owner.id },
      changes: { format: "json", filter: { action: "nothing" } },
    });
  });

  it("says so when there is more than one download holds, instead of leaving something out", async () => {
    const world = await createWorld();
    await act(world, 1);
    await world.database.run(sql`
      insert into audit_logs (id, organization_id, created_at, seq, action, resource_type, actor_kind, changes, request_id)
      select id || 'x', organization_id, created_at, 300000, action, resource_type, actor_kind, changes, request_id
      from audit_logs where organization_id = ${world.id} limit 1`);
    expect(await world.owner.client.get(path)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/from", code: "too_many_entries" }] },
    });
  });

  it("ROLE-06 is refused to whoever may only read, and stops when the right to it ends on the way", async () => {
    const world = await createWorld();
    const manager = await world.member("manager");
    expect((await manager.client.get(path)).status).toBe(403);
    const reader = await world.key(["audit:read"]);
    expect((await reader.client.get(path)).status).toBe(403);

    await act(world, 4);
    await backfill(world, 1600);
    const admin = await world.member("admin");
    const stream = (await exportEntries(await asMember(world, admin), {}, "csv")).getReader();
    await stream.read();
    expect((await stream.read()).done).toBe(false);
    await control()
      .update(organizationMembers)
      .set({ role: "viewer" })
      .where(eq(organizationMembers.userId, admin.id));
    await expect(readAll(stream)).rejects.toMatchObject({ status: 403 });
    expect((await admin.client.get(path)).status).toBe(403);
  });
});

async function readAll(stream: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await stream.read()).done);
}

async function backfill(world: World, count: number): Promise<void> {
  await world.database.run(sql`
    insert into audit_logs (id, organization_id, created_at, seq, action, resource_type, actor_kind, changes, request_id)
    with recursive number (n) as (select 10 union all select n + 1 from number where n < ${count})
    select 'aud_' || ${world.id} || '_' || n, ${world.id}, 1795000000000 + n, n, 'test.filled', 'test', 'system', '{}', 'r' from number`);
}

/** The context that the edge would have built for this member. */
async function asMember(world: World, member: Member): Promise<Context> {
  const ctx = await inside(world);
  const [session] = await control().select().from(sessions).where(eq(sessions.userId, member.id));
  if (!session || !member.memberId) throw new Error("The member has no session.");
  const person = {
    id: member.id,
    email: member.email,
    emailVerified: true,
    name: "Ada Lovelace",
    platformRole: "user",
    twoFactorEnabled: false,
    firstName: "Ada",
    lastName: "Lovelace",
    image: null,
    timezone: "UTC",
    language: "en",
    preferences: {},
    createdAt: new Date(),
  } as const;
  return {
    ...ctx,
    permissions: effectivePermissions("admin", [], []),
    actor: {
      kind: "user",
      id: member.id,
      memberId: member.memberId,
      role: "admin",
      customRoleId: null,
      level: 80,
      person,
      session: { id: session.id, token: session.token, createdAt: 0, authenticatedAt: Date.now() },
    },
  };
}

/** RFC 4180, read by the letter. */
function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
