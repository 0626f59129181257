import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { apiKeys } from "../../db/schema/control/access";
import { organizationMembers } from "../../db/schema/control/organizations";
import { sessions } from "../../db/schema/control/people";
import { sha256Hex } from "../kernel/secrets";
import { type Client, clientOf } from "../test/client";
import { control, createWorld, type Member, type World } from "../test/world";

const bearer = (secret: string): Client => clientOf({ authorization: `Bearer ${secret}` });

async function makeKey(world: World, body: Record<string, unknown> = {}) {
  const input = { name: "Nightly import", scopes: ["members:read"], ...body };
  const answer = await world.owner.client.post("/v1/api-keys", input);
  expect(answer.status).toBe(201);
  return { id: answer.body.id as string, secret: answer.body.secret as string, body: answer.body };
}

async function works(secret: string): Promise<boolean> {
  return (await bearer(secret).get("/v1/usage")).status !== 401;
}

describe("making a key", () => {
  it("KEY-01 shows it once, and keeps its hash, its beginning and its last four", async () => {
    const world = await createWorld();
    const { id, secret, body } = await makeKey(world);
    expect(secret).toMatch(/^trb_test_[0-9A-Za-z]{38}$/);
    expect(body).toMatchObject({ prefix: "trb_test_", lastFour: secret.slice(-4), status: "active" });
    const [row] = await control()
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.keyHash, await sha256Hex(secret)));
    expect(row?.id).toBe(id);
    expect(JSON.stringify({ ...row, keyHash: "" })).not.toContain(secret.slice(9, -4));
    const list = await world.owner.client.get("/v1/api-keys");
    expect(list.body.data).toMatchObject([{ id, lastFour: secret.slice(-4) }]);
    expect(list.body.data[0]).not.toHaveProperty("secret");
  });

  it("lets the key do what its scopes say, and nothing else", async () => {
    const world = await createWorld();
    const { secret } = await makeKey(world, { scopes: ["usage:read", "usage:read"] });
    expect((await bearer(secret).get("/v1/usage")).status).toBe(200);
    expect((await bearer(secret).get("/v1/api-keys")).status).toBe(403);
  });

  it("IDEM-01 gives the same key again to the same Idempotency-Key", async () => {
    const world = await createWorld();
    const send = () =>
      world.owner.client.post(
        "/v1/api-keys",
        { name: "Once", scopes: ["members:read"] },
        { "idempotency-key": "make-one" },
      );
    const [first, again] = [await send(), await send()];
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    expect((await world.owner.client.get("/v1/api-keys")).body.data).toHaveLength(1);
  });

  it("QUOTA-03 makes as many as the plan includes, however many are asked for at once", async () => {
    const world = await createWorld({ planSlug: "free" });
    const make = () => world.owner.client.post("/v1/api-keys", { name: "x", scopes: ["members:read"] });
    const answers = await Promise.all(Array.from({ length: 10 }, make));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.find(({ status }) => status === 402)?.body).toMatchObject({ code: "plan_limit" });
    const [one] = (await world.owner.client.get("/v1/api-keys")).body.data;
    await world.owner.client.delete(`/v1/api-keys/${one.id}`);
    expect((await make()).status).toBe(201);
  });

  it("refuses scopes that there are not, none at all, and an end that has passed", async () => {
    const { owner } = await createWorld();
    const refused = async (body: object) =>
      (await owner.client.post("/v1/api-keys", { name: "x", scopes: ["members:read"], ...body })).body
        .errors[0].pointer;
    expect(await refused({ scopes: ["everything"] })).toBe("/scopes/0");
    expect(await refused({ scopes: [] })).toBe("/scopes");
    expect(await refused({ expiresAt: "2020-01-01T00:00:00.000Z" })).toBe("/expiresAt");
    expect(await refused({ rateLimitPerHour: 0 })).toBe("/rateLimitPerHour");
  });
});

describe("KEY-03 nobody", () => {
  it("but an admin or owner makes, changes, rotates or revokes a key", async () => {
    const world = await createWorld();
    const { id, secret } = await makeKey(world);
    for (const role of ["manager", "marketer", "sales", "viewer"] as const) {
      const { client } = await world.member(role);
      expect((await client.post("/v1/api-keys", { name: "x", scopes: ["members:read"] })).status).toBe(403);
      expect((await client.patch(`/v1/api-keys/${id}`, { name: "mine" })).status).toBe(403);
      expect((await client.post(`/v1/api-keys/${id}/rotation`, {})).status).toBe(403);
      expect((await client.delete(`/v1/api-keys/${id}`)).status).toBe(403);
    }
    expect((await world.owner.client.get("/v1/api-keys")).body.data).toMatchObject([
      { id, name: "Nightly import" },
    ]);
    expect(await works(secret)).toBe(true);
    const admin = await world.member("admin");
    expect((await admin.client.post("/v1/api-keys", { name: "x", scopes: ["members:read"] })).status).toBe(
      201,
    );
  });

  it("makes one for somebody else or another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    for (const more of [
      { userId: other.owner.id },
      { organizationId: other.id },
      { createdByUserId: other.owner.id },
    ]) {
      const answer = await world.owner.client.post("/v1/api-keys", {
        name: "x",
        scopes: ["members:read"],
        ...more,
      });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_field" }] } });
    }
    expect((await other.owner.client.get("/v1/api-keys")).body.data).toEqual([]);
  });

  it("does it with a session that has not proved for a while who it is", async () => {
    const world = await createWorld();
    const { id, secret } = await makeKey(world);
    await control()
      .update(sessions)
      .set({ authenticatedAt: Date.now() - 16 * 60_000 })
      .where(eq(sessions.userId, world.owner.id));
    const { client } = world.owner;
    const tries = [
      await client.post("/v1/api-keys", { name: "x", scopes: ["members:read"] }),
      await client.patch(`/v1/api-keys/${id}`, { name: "x" }),
      await client.post(`/v1/api-keys/${id}/rotation`, {}),
      await client.delete(`/v1/api-keys/${id}`),
    ];
    for (const answer of tries) {
      expect(answer).toMatchObject({ status: 403, body: { code: "reauthentication_required" } });
    }
    expect((await client.get("/v1/api-keys")).body.data).toMatchObject([{ id, name: "Nightly import" }]);
    expect(await works(secret)).toBe(true);
  });

  it("gives a right they do not have: not in a new key, not by widening one, not by a new secret for it", async () => {
    const world = await createWorld();
    const broad = await makeKey(world, { scopes: ["organization:delete", "members:read"] });
    const helper = await withOverrides(world, ["+api_keys:read", "+api_keys:write"]);
    const beyond = { status: 403, body: { code: "scope_exceeds_rights" } };
    const { client } = helper;
    expect(await client.post("/v1/api-keys", { name: "x", scopes: ["members:remove"] })).toMatchObject(
      beyond,
    );
    expect(await client.post(`/v1/api-keys/${broad.id}/rotation`, {})).toMatchObject(beyond);
    const own = await client.post("/v1/api-keys", { name: "x", scopes: ["members:read"] });
    expect(
      await client.patch(`/v1/api-keys/${own.body.id}`, { scopes: ["members:read", "audit:read"] }),
    ).toMatchObject(beyond);
    const list = (await world.owner.client.get("/v1/api-keys")).body.data;
    expect(list.map(({ scopes }: { scopes: string[] }) => scopes)).toEqual([
      ["members:read"],
      ["members:read", "organization:delete"],
    ]);
    expect(await client.patch(`/v1/api-keys/${broad.id}`, { scopes: ["members:read"] })).toMatchObject({
      status: 200,
      body: { scopes: ["members:read"] },
    });
  });
});

async function withOverrides(world: World, permissions: string[]): Promise<Member> {
  const member = await world.member("viewer");
  await control()
    .update(organizationMembers)
    .set({ permissions })
    .where(eq(organizationMembers.id, member.memberId));
  return member;
}

describe("KEY-04 a key that may only read", () => {
  it("writes by no other word for it either", async () => {
    const world = await createWorld();
    const { id, secret } = await makeKey(world, { scopes: ["api_keys:read"] });
    const key = bearer(secret);
    const disguised = [
      key.send("GET", `/v1/api-keys/${id}?_method=DELETE`),
      key.send("POST", `/v1/api-keys/${id}`, { headers: { "x-http-method-override": "DELETE" } }),
      key.send("HEAD", `/v1/api-keys/${id}/rotation`),
      key.send("OPTIONS", `/v1/api-keys/${id}`),
      key.send("GET", "/v1/api-keys?_method=POST&name=x&scopes=members:read"),
    ];
    for (const answer of await Promise.all(disguised)) expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await key.get("/v1/api-keys")).body.data).toHaveLength(1);
  });
});

describe("KEY-05 a key", () => {
  it("makes, changes, rotates and revokes no key, whatever its scopes", async () => {
    const world = await createWorld();
    const { id, secret } = await makeKey(world, {
      scopes: ["api_keys:read", "api_keys:write", "members:read"],
    });
    const key = bearer(secret);
    const tries = [
      await key.post("/v1/api-keys", { name: "child", scopes: ["members:read"] }),
      await key.patch(`/v1/api-keys/${id}`, { name: "x" }),
      await key.post(`/v1/api-keys/${id}/rotation`, {}),
      await key.delete(`/v1/api-keys/${id}`),
    ];
    for (const answer of tries) expect(answer).toMatchObject({ status: 403, body: { code: "session_only" } });
    expect((await key.get("/v1/api-keys")).body.data).toMatchObject([
      { id, name: "Nightly import", status: "active" },
    ]);
  });

  it("counts in no address and under no other scheme than Bearer", async () => {
    const { secret } = await makeKey(await createWorld(), { scopes: ["usage:read"] });
    expect((await clientOf({}).get(`/v1/usage?key=${secret}`)).status).toBe(400);
    for (const scheme of ["Basic", "Token", "bearer", "ApiKey"]) {
      expect((await clientOf({ authorization: `${scheme} ${secret}` }).get("/v1/usage")).status).toBe(401);
    }
  });
});
