import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { event, openRoom, viewer } from "./test-reader";

describe("a live room", () => {
  it("greets with its number, then sends what is published, numbered in order", async () => {
    const { room, connect } = openRoom();
    expect(await room.publish([event("before")])).toBe(1);
    const reader = await connect();
    await room.publish([event("one"), event("two")]);
    expect(await reader.until(3)).toEqual([
      { type: "hello", seq: 1 },
      { type: "event", seq: 2, at: expect.any(String), event: "piece.ready", data: { name: "one" } },
      { type: "event", seq: 3, at: expect.any(String), event: "piece.ready", data: { name: "two" } },
    ]);
    expect(await room.lastSeq()).toBe(3);
  });

  it("a reader that was cut off while 50 messages pass catches up without a gap or a duplicate", async () => {
    const { room, connect } = openRoom();
    const first = await connect();
    for (let i = 1; i <= 5; i++) await room.publish([event(`m${i}`)]);
    await first.until(6);
    first.socket.close(1000);
    for (let i = 6; i <= 55; i++) await room.publish([event(`m${i}`)]);
    const second = await connect(viewer(), first.lastSeq());
    await room.publish([event("m56")]);
    const received = await second.until(1 + 50 + 1 + 1);
    expect(received.at(-2)).toEqual({ type: "caught_up", seq: 55, complete: true });
    expect([...first.names(), ...second.names()]).toEqual(numbered(1, 56));
  });

  it("REL-04 readers that keep reconnecting while others publish lose nothing", async () => {
    const { room, connect } = openRoom();
    const publishing = Promise.all(numbered(1, 60).map((name) => room.publish([event(name)])));
    const names: string[] = [];
    let after = 0;
    while (names.length < 60) {
      const reader = await connect(viewer(), after);
      await reader.untilQuiet();
      reader.socket.close(1000);
      names.push(...reader.names());
      after = Math.max(after, reader.lastSeq());
    }
    await publishing;
    expect(names.toSorted()).toEqual(numbered(1, 60).toSorted());
  });

  it("tells a reader to reload whose number is older than the log, or from another life", async () => {
    const { room, connect } = openRoom();
    for (let lot = 0; lot < 13; lot++) await room.publish(numbered(1, 100).map((name) => event(name)));
    const late = await connect(viewer(), 5);
    expect(await late.until(2)).toEqual([
      { type: "hello", seq: 1300 },
      { type: "reload", seq: 1300 },
    ]);
    const stranger = await connect(viewer(), 9_999_999);
    expect((await stranger.until(2)).at(-1)).toEqual({ type: "reload", seq: 1300 });
    const recent = await connect(viewer(), 300);
    expect(await recent.until(1002)).toHaveLength(1002);
  });

  it("keeps nothing for longer than a day, and never gives a number twice", async () => {
    const { room, connect } = openRoom();
    await room.publish([event("old"), event("older")]);
    await runInDurableObject(room, (_, { storage }) => {
      storage.sql.exec("UPDATE messages SET at = at - ?", 24 * 60 * 60 * 1000);
    });
    await evictDurableObject(room);
    expect(await runDurableObjectAlarm(room)).toBe(true);
    await evictDurableObject(room);
    expect(await runDurableObjectAlarm(room)).toBe(false);
    expect(await room.publish([event("new")])).toBe(3);
    expect((await (await connect(viewer(), 1)).until(2)).at(-1)).toEqual({ type: "reload", seq: 3 });
    expect((await (await connect(viewer(), 2)).until(3)).at(1)).toMatchObject({
      seq: 3,
      data: { name: "new" },
    });
  });

  it("sockets and numbers survive hibernation", async () => {
    const { room, connect } = openRoom();
    const reader = await connect();
    await room.publish([event("before")]);
    await evictDurableObject(room, { webSockets: "hibernate" });
    expect(await room.size()).toBe(1);
    expect(await room.publish([event("after")])).toBe(2);
    await reader.until(3);
    expect(reader.names()).toEqual(["before", "after"]);
    expect(reader.closed).toBeNull();
  });

  it("refuses a message over 64 kB, and then all that came with it", async () => {
    const { room, connect } = openRoom();
    const reader = await connect();
    await runInDurableObject(room, async (instance) => {
      await expect(instance.publish([event("small"), event("x".repeat(65_536))])).rejects.toThrow("65536");
      await expect(instance.publish(Array.from({ length: 501 }, () => event("x")))).rejects.toThrow("500");
    });
    expect(await room.publish([event("next")])).toBe(1);
    await reader.until(2);
    expect(reader.names()).toEqual(["next"]);
  });

  it("forgets everything when what it is about is erased", async () => {
    const { room, connect } = openRoom();
    const reader = await connect();
    await room.publish([event("canary")]);
    await room.erase();
    expect(await reader.ended()).toBe(4410);
    const stored = await runInDurableObject(room, (_, { storage }) =>
      storage.sql.exec("SELECT frame FROM messages").toArray(),
    );
    expect(stored).toEqual([]);
    expect(await runDurableObjectAlarm(room)).toBe(false);
    expect((await (await connect(viewer(), 1)).until(2)).at(-1)).toEqual({ type: "reload", seq: 0 });
  });
});

describe("messages that are not kept", () => {
  it("are numbered with the others and replayed in their place while they are remembered", async () => {
    const { room, connect } = openRoom();
    await room.publish([event("kept"), streamed("to"), streamed("ken"), event("done")]);
    const reader = await connect(viewer(), 1);
    expect((await reader.until(5)).at(-1)).toEqual({ type: "caught_up", seq: 4, complete: true });
    expect(reader.names()).toEqual(["to", "ken", "done"]);
  });

  it("leave no row, and a reader is told when some may be missing", async () => {
    const { room, connect } = openRoom();
    await room.publish([event("kept"), streamed("token"), event("done")]);
    await evictDurableObject(room);
    const reader = await connect(viewer(), 1);
    expect((await reader.until(3)).at(-1)).toMatchObject({ type: "caught_up", complete: false });
    expect(reader.names()).toEqual(["done"]);
  });

  it("never have their number given again, whatever was forgotten", async () => {
    const { room, connect } = openRoom();
    const reader = await connect();
    for (let round = 0; round < 4; round++) {
      await room.publish([event("kept"), ...Array.from({ length: 300 }, () => streamed("token"))]);
      await evictDurableObject(room, { webSockets: "hibernate" });
    }
    const seqs = (await reader.until(1 + 4 * 301)).slice(1).map((message) => message.seq);
    expect(seqs).toEqual([...new Set(seqs)].toSorted((left, right) => left - right));
  });

  it("are remembered only in a small number", async () => {
    const { room, connect } = openRoom();
    for (let i = 0; i < 3; i++) await room.publish(numbered(1, 100).map(streamed));
    const reader = await connect(viewer(), 0);
    expect((await reader.until(202)).at(-1)).toMatchObject({ type: "caught_up", complete: false });
    expect(reader.lastSeq()).toBe(300);
  });
});

function streamed(name: string) {
  return { ...event(name), ephemeral: true };
}

function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `m${from + i}`);
}
