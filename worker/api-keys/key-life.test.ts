import { SELF } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { type Client, clientOf } from "../test/client";
import { anybody, control, createWorld, unique, type World } from "../test/world";

const bearer = (secret: string): Client => clientOf({ authorization: `Bearer ${secret}` });
const statusOf = async (secret: string) => (await bearer(secret).get("/v1/usage")).status;

async function makeKey(world: World, more: Record<string, unknown> = {}) {
  const body = { name: "Import", scopes: ["usage:read"], ...more };
  const answer = await world.owner.client.post("/v1/api-keys", body);
  expect(answer.status).toBe(201);
  // safe: the contract has just been checked
  return answer.body as { id: Id<"apiKey">; secret: string };
}

async function keysOf(world: World): Promise<Record<string, { status: string; rotatedFrom: string | null }>> {
  const { body } = await world.owner.client.get("/v1/api-keys");
  return Object.fromEntries(body.data.map((key: { id: string }) => [key.id, key]));
}

describe("rotation", () => {
  it("gives a new secret with the same rights, and lets the old one work until its grace is over", async () => {
    const world = await createWorld({ planSlug: "free" });
    const [old] = [await makeKey(world, { rateLimitPerHour: 50 }), await makeKey(world)];
    const answer = await world.owner.client.post(`/v1/api-keys/${old.id}/rotation`, { graceSeconds: 3600 });
    expect(answer).toMatchObject({
      status: 201,
      body: { name: "Import", scopes: ["usage:read"], rateLimitPerHour: 50, rotatedFrom: old.id },
    });
    expect([await statusOf(old.secret), await statusOf(answer.body.secret)]).toEqual([200, 200]);
    const keys = await keysOf(world);
    expect([keys[old.id]?.status, keys[answer.body.id]?.status]).toEqual(["retiring", "active"]);

    await control()
      .update(apiKeys)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(apiKeys.id, old.id));
    expect([await statusOf(old.secret), await statusOf(answer.body.secret)]).toEqual([401, 200]);
    expect((await keysOf(world))[old.id]?.status).toBe("revoked");
  });

  it("without grace ends the old secret at once", async () => {
    const world = await createWorld();
    const old = await makeKey(world);
    const { body } = await world.owner.client.post(`/v1/api-keys/${old.id}/rotation`, {});
    expect([await statusOf(old.secret), await statusOf(body.secret)]).toEqual([401, 200]);
  });

  it("of ten at once makes one new key", async () => {
    const world = await createWorld();
    const { id } = await makeKey(world);
    const rotate = () => world.owner.client.post(`/v1/api-keys/${id}/rotation`, { graceSeconds: 60 });
    const answers = await Promise.all(Array.from({ length: 10 }, rotate));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(Object.keys(await keysOf(world))).toHaveLength(2);
  });

  it("never makes a key live longer than it was to, and never more than a day of grace", async () => {
    const world = await createWorld();
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { id } = await makeKey(world, { expiresAt });
    const { client } = world.owner;
    expect((await client.post(`/v1/api-keys/${id}/rotation`, { graceSeconds: 86_401 })).status).toBe(422);
    const { body } = await client.post(`/v1/api-keys/${id}/rotation`, { graceSeconds: 86_400 });
    expect(body.expiresAt).toBe(expiresAt);
    expect(await keysOf(world)).toMatchObject({ [id]: { expiresAt } });
  });

  it("does nothing for a key that has ended", async () => {
    const world = await createWorld();
    const { id } = await makeKey(world);
    const { client } = world.owner;
    await client.delete(`/v1/api-keys/${id}`);
    expect(await client.post(`/v1/api-keys/${id}/rotation`, {})).toMatchObject({
      status: 409,
      body: { code: "key_not_in_use" },
    });
    expect((await client.patch(`/v1/api-keys/${id}`, { name: "Back" })).status).toBe(409);
    expect((await client.delete(`/v1/api-keys/${id}`)).status).toBe(204);
    expect(Object.keys(await keysOf(world))).toEqual([id]);
  });
});

describe("KEY-06 a key that has ended", () => {
  it("is refused by the next request, in its grace too", async () => {
    const world = await createWorld();
    const old = await makeKey(world);
    const { body: next } = await world.owner.client.post(`/v1/api-keys/${old.id}/rotation`, {
      graceSeconds: 600,
    });
    for (const { id, secret } of [old, next]) {
      expect(await statusOf(secret)).toBe(200);
      expect((await world.owner.client.delete(`/v1/api-keys/${id}`)).status).toBe(204);
      expect(await statusOf(secret)).toBe(401);
    }
  });

  it("closes the sockets it had open", async () => {
    const world = await createWorld();
    const { id, secret } = await makeKey(world, { scopes: ["organization:read"] });
    const socket = await openSocket(secret);
    const closed = new Promise<number>((resolve) => {
      socket.addEventListener("close", ({ code }) => resolve(code));
    });
    await world.owner.client.delete(`/v1/api-keys/${id}`);
    expect(await closed).toBeGreaterThanOrEqual(4000);
  });

  it("ends by itself when its time has come", async () => {
    const world = await createWorld();
    const { id, secret } = await makeKey(world, { expiresAt: new Date(Date.now() + 700).toISOString() });
    expect(await statusOf(secret)).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await statusOf(secret)).toBe(401);
    expect((await keysOf(world))[id]?.status).toBe("expired");
  });
});

async function openSocket(secret: string): Promise<WebSocket> {
  const headers = { authorization: `Bearer ${secret}`, upgrade: "websocket" };
  const { webSocket } = await SELF.fetch("http://localhost/v1/live", { headers });
  if (!webSocket) throw new Error("The upgrade was refused.");
  webSocket.accept();
  return webSocket;
}

describe("KEY-08 malformed, unknown, revoked and expired", () => {
  it("are one answer, byte by byte, and every try counts against the caller", async () => {
    const world = await createWorld();
    const revoked = await makeKey(world);
    await world.owner.client.delete(`/v1/api-keys/${revoked.id}`);
    const expired = await makeKey(world);
    await control().update(apiKeys).set({ expiresAt: 1 }).where(eq(apiKeys.id, expired.id));
    const credentials = [
      `Bearer ${revoked.secret}`,
      `Bearer ${expired.secret}`,
      `Bearer ${revoked.secret.slice(0, -1)}_`,
      `Bearer trb_live_${"A".repeat(38)}`,
      "Bearer ",
      "nonsense",
    ];
    const answers = await Promise.all(
      credentials.map((authorization) =>
        anybody.get("/v1/usage", { authorization, "cf-connecting-ip": unique() }),
      ),
    );
    const shown = answers.map(({ status, body, headers }) => [
      status,
      JSON.stringify({ ...body, instance: "" }),
      headers.get("www-authenticate"),
      headers.get("ratelimit-policy"),
    ]);
    for (const answer of shown) expect(answer).toEqual(shown[0]);
    expect(shown[0]?.[0]).toBe(401);
    expect(shown[0]?.[3]).toContain('"address"');
  });
});

describe("another organization's key", () => {
  it("TEN-01 is not there to be changed, rotated or revoked", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const { id, secret } = await makeKey(world);
    const { client } = other.owner;
    expect((await client.patch(`/v1/api-keys/${id}`, { name: "taken" })).status).toBe(404);
    expect((await client.post(`/v1/api-keys/${id}/rotation`, {})).status).toBe(404);
    expect((await client.delete(`/v1/api-keys/${id}`)).status).toBe(404);
    expect(await statusOf(secret)).toBe(200);
    expect(await keysOf(world)).toMatchObject({ [id]: { name: "Import", status: "active" } });
  });
});

describe("the list", () => {
  it("is walked page by page, newest first, without a gap", async () => {
    const world = await createWorld();
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.push((await makeKey(world)).id);
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await world.owner.client.get(`/v1/api-keys?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? "";
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
  });

  it("KEY-03 tells whose maker has left, and the key is still somebody's to rotate or revoke", async () => {
    const world = await createWorld();
    const kept = await makeKey(world);
    const admin = await world.member("admin");
    const body = { name: "Nightly import", scopes: ["usage:read"] };
    const theirs = await admin.client.post("/v1/api-keys", body);
    expect(theirs.body.createdBy).toMatchObject({ id: admin.id, isMember: true });
    await world.owner.client.delete(`/v1/members/${admin.memberId}`);
    expect(await keysOf(world)).toMatchObject({
      [kept.id]: { createdBy: { id: world.owner.id, isMember: true } },
      [theirs.body.id]: { createdBy: { id: admin.id, isMember: false }, status: "active" },
    });
    expect((await world.owner.client.delete(`/v1/api-keys/${theirs.body.id}`)).status).toBe(204);
    expect(await statusOf(theirs.body.secret)).toBe(401);
  });
});
