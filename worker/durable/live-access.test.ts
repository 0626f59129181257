import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { type CurrentRights, type LiveRoom, maxConnections } from "./live-room";
import { event, home, openRoom, viewer } from "./test-reader";

const sales = viewer({ viewerId: "usr_sales", sessionId: "ses_sales", permissions: ["audit:read"] });
const guest = viewer({ viewerId: "usr_guest", sessionId: "ses_guest", permissions: [] });
const robot = viewer({ viewerId: "usr_owner", keyId: "key_1", permissions: ["audit:read"] });

describe("what a viewer may not read", () => {
  const messages = [
    event("for all"),
    event("for auditors", { permission: "audit:read" }),
    event("for the guest", { viewerIds: ["usr_guest"] }),
    event("for nobody", { viewerIds: [] }),
    event("for auditors named guest", { permission: "audit:read", viewerIds: ["usr_guest"] }),
    event("streamed to auditors", { permission: "audit:read", ephemeral: true }),
  ];

  it("ROLE-05 is never sent", async () => {
    const { room, connect } = openRoom();
    const readers = [await connect(sales), await connect(guest)];
    await room.publish(messages);
    for (const reader of readers) await reader.untilQuiet();
    expect(readers.map((reader) => reader.names())).toEqual([
      ["for all", "for auditors", "streamed to auditors"],
      ["for all", "for the guest"],
    ]);
  });

  it("ROLE-05 is not replayed either, not even after the room has slept", async () => {
    const { room, connect } = openRoom();
    await room.publish(messages);
    expect((await (await connect(guest, 0)).until(4)).map((message) => message.seq)).toEqual([6, 1, 3, 6]);
    await evictDurableObject(room);
    const reader = await connect(guest, 0);
    await reader.untilQuiet();
    expect(reader.names()).toEqual(["for all", "for the guest"]);
  });
});

describe("the upgrade", () => {
  it("TEN-08 is refused to a viewer of another organization, however alike the names", async () => {
    const { room, upgrade } = openRoom();
    for (const organizationId of ["org_other", `${home}2`, home.slice(0, -1), `${home}/`]) {
      expect((await upgrade(viewer({ organizationId }))).status).toBe(404);
    }
    expect(await room.size()).toBe(0);
  });

  it.each([
    ["nobody", null],
    ["an empty organization", { ...guest, organizationId: "" }],
    ["no organization", { ...guest, organizationId: undefined }],
    ["an organization that is a list", { ...guest, organizationId: [home] }],
    ["neither session nor key", { ...guest, sessionId: undefined }],
    ["both session and key", { ...guest, keyId: "key_1" }],
    ["permissions that are text", { ...guest, permissions: "audit:read" }],
  ])("TEN-05 is refused to %s", async (_, who) => {
    expect((await openRoom().upgrade(who)).status).toBe(400);
  });

  it("is refused without the WebSocket header, and with a number that is none", async () => {
    const { upgrade } = openRoom();
    expect((await upgrade(guest, "", {})).status).toBe(426);
    for (const after of ["-1", "abc", "1.5", "1e3", "", "9999999999999999"]) {
      expect((await upgrade(guest, `?after=${after}`)).status).toBe(400);
    }
  });

  it("REL-03 is refused when the room is full", async () => {
    const { room, connect, upgrade } = openRoom();
    for (let i = 0; i < maxConnections; i += 50)
      await Promise.all(Array.from({ length: 50 }, () => connect()));
    expect(await room.size()).toBe(maxConnections);
    const response = await upgrade();
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "30"]);
  }, 60_000);
});

describe("rights that end", () => {
  it.each([
    ["person", { viewerId: "usr_sales" }, 1],
    ["session", { sessionId: "ses_sales" }, 1],
    ["key", { keyId: "key_1" }, 1],
    ["person or key", { viewerId: "usr_sales", keyId: "key_1" }, 2],
    ["nobody", {}, 0],
    ["somebody else", { viewerId: "usr_s" }, 0],
  ])("TEN-08 KEY-06 revoking a %s closes exactly those sockets at once", async (_, who, count) => {
    const { room, connect } = openRoom();
    const readers = [await connect(sales), await connect(robot), await connect(guest)];
    expect(await room.revoke(who)).toBe(count);
    await room.publish([event("after")]);
    for (const reader of readers) await reader.untilQuiet();
    expect(readers.filter((reader) => reader.closed === 4401)).toHaveLength(count);
    expect(readers.filter((reader) => reader.names().includes("after"))).toHaveLength(3 - count);
    expect(await room.size()).toBe(3 - count);
  });

  it("TEN-08 revoking reaches sockets of a room that sleeps", async () => {
    const { room, connect } = openRoom();
    const reader = await connect(sales);
    await evictDurableObject(room, { webSockets: "hibernate" });
    expect(await room.revoke({ sessionId: "ses_sales" })).toBe(1);
    expect(await reader.ended()).toBe(4401);
  });

  it("TEN-08 the room asks again within a minute and lets go whoever is no longer allowed", async () => {
    const { room, connect } = openRoom();
    const [removed, kept] = [await connect(sales), await connect(guest)];
    expect(await wakesWithin(room)).toBeLessThanOrEqual(45_000);
    await answerRights(room, async () => new Map([["ses_guest", []]]));
    await runDurableObjectAlarm(room);
    await room.publish([event("after")]);
    expect(await removed.ended()).toBe(4401);
    await kept.until(2);
    expect([removed.names(), kept.names()]).toEqual([[], ["after"]]);
    expect(await wakesWithin(room)).toBeLessThanOrEqual(45_000);
  });

  it("ROLE-02 a role that was lowered hides messages without a new connection, also after sleeping", async () => {
    const { room, connect } = openRoom();
    const reader = await connect(sales);
    await answerRights(room, async () => new Map([["ses_sales", []]]));
    await runDurableObjectAlarm(room);
    await evictDurableObject(room, { webSockets: "hibernate" });
    await room.publish([event("hidden", { permission: "audit:read" }), event("open")]);
    await reader.until(2);
    expect(reader.names()).toEqual(["open"]);
  });

  it("REL-01 when nobody can say, a socket stays for its minute and not longer", async () => {
    const { room, connect } = openRoom();
    const fresh = await connect({ ...guest, checkedAt: Date.now() - 45_000 });
    const old = await connect({ ...sales, checkedAt: Date.now() - 57_000 });
    await answerRights(room, () => Promise.reject(new Error("the database is away")));
    await runDurableObjectAlarm(room);
    expect(await old.ended()).toBe(4503);
    await room.publish([event("after")]);
    await fresh.until(2);
    expect(fresh.closed).toBeNull();
    expect(await wakesWithin(room)).toBeLessThanOrEqual(5000);
  });

  it("TEN-08 nothing is sent on rights that nobody has looked at for a minute", async () => {
    const { room, connect } = openRoom();
    await room.publish([event("before")]);
    const reader = await connect({ ...guest, checkedAt: Date.now() - 61_000 }, 0);
    expect(await reader.ended()).toBe(4503);
    expect(reader.names()).toEqual([]);
  });
});

describe("what a client says", () => {
  it("a ping is answered, in any spelling, and while the room sleeps", async () => {
    const { room, connect } = openRoom();
    const reader = await connect();
    reader.socket.send('{ "type": "ping" }');
    expect((await reader.until(2)).at(-1)).toEqual({ type: "pong" });
    await evictDurableObject(room, { webSockets: "hibernate" });
    reader.socket.send('{"type":"ping"}');
    expect((await reader.until(3)).at(-1)).toEqual({ type: "pong" });
  });

  it.each([
    '{"type":"subscribe","room":"org_other"}',
    '{"type":"ack","seq":-1}',
    '{"type":"ack","seq":1,"viewerId":"usr_2"}',
    "[]",
    "",
    `{"type":"ping","x":"${"x".repeat(300)}"}`,
  ])("TEN-08 nothing else is understood: %s", async (text) => {
    const { room, connect } = openRoom();
    const reader = await connect();
    reader.socket.send(text);
    expect(await reader.ended()).toBe(4400);
    expect(await room.size()).toBe(0);
  });

  it("a client that talks without end is let go", async () => {
    const { connect } = openRoom();
    const reader = await connect();
    for (let i = 0; i < 31; i++) reader.socket.send('{"type":"ack","seq":0}');
    expect(await reader.ended()).toBe(4429);
  });

  it("REL-03 a client that acknowledges nothing is let go and can catch up; one that does stays", async () => {
    const { room, connect } = openRoom();
    const [slow, good] = [await connect(sales), await connect(guest)];
    for (let lot = 1; lot <= 5; lot++) {
      await room.publish(Array.from({ length: 450 }, (_, i) => event(`m${lot}-${i}`)));
      await good.until(1 + lot * 450);
      good.socket.send(JSON.stringify({ type: "ack", seq: good.lastSeq() }));
    }
    expect(await slow.ended()).toBe(4408);
    expect(slow.names()).toHaveLength(2000);
    expect(good.closed).toBeNull();
    const back = await connect(sales, slow.lastSeq());
    await back.until(252);
    expect([...slow.names(), ...back.names()]).toEqual(good.names());
  });

  it("REL-03 the same holds for few but large messages, and too much at once is a reload", async () => {
    const { room, connect } = openRoom();
    const [slow, good] = [await connect(sales), await connect(guest)];
    for (let count = 1; count <= 140; count++) {
      await room.publish([event("x".repeat(62_000))]);
      await good.until(1 + count);
      if (count % 20 === 0) good.socket.send(JSON.stringify({ type: "ack", seq: count }));
    }
    expect(await slow.ended()).toBe(4408);
    expect(good.closed).toBeNull();
    expect((await (await connect(sales, 0)).until(2)).at(-1)).toEqual({ type: "reload", seq: 140 });
    expect((await (await connect(sales, 100)).until(42)).at(-1)).toMatchObject({
      type: "caught_up",
      seq: 140,
    });
  });
});

/** Stands in for the question to the database, which this class leaves to whoever binds it. */
async function answerRights(
  room: DurableObjectStub<LiveRoom>,
  answer: () => Promise<CurrentRights>,
): Promise<void> {
  await runInDurableObject(room, (instance) => {
    Object.assign(instance, { stillAllowed: answer });
  });
}

async function wakesWithin(room: DurableObjectStub<LiveRoom>): Promise<number> {
  const time = await runInDurableObject(room, (_, { storage }) => storage.getAlarm());
  return (time ?? Infinity) - Date.now();
}
