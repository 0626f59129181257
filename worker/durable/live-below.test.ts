import { env, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { LiveRoom } from "./live-room";
import { systemContext } from "../http";
import { testBase } from "../test/base";
import { createWorld } from "../test/world";
import { event, home, openRoom, viewer } from "./test-reader";

// safe: wrangler.toml binds LIVE_ROOM to this class
const rooms = env.LIVE_ROOM as unknown as DurableObjectNamespace<LiveRoom>;
const above = () => rooms.getByName(home);

async function nameOf(room: DurableObjectStub<LiveRoom>): Promise<string> {
  return await runInDurableObject(room, (_, { id }) => id.name ?? "");
}

async function remembered(): Promise<string[]> {
  return await runInDurableObject(above(), (_, { storage }) =>
    [...storage.kv.list({ prefix: "below:" })].map(([key]) => key.slice("below:".length)),
  );
}

describe("a room below the organization's", () => {
  it("TEN-08 KEY-06 lets go whoever is revoked in the organization, and nobody else", async () => {
    const { room, connect } = openRoom();
    await above().remember(await nameOf(room));
    const gone = viewer({ viewerId: "usr_gone", sessionId: "ses_gone" });
    const [removed, kept] = [await connect(gone), await connect()];
    expect(await above().revoke({ sessionId: "ses_gone" })).toBe(1);
    expect(await removed.ended()).toBe(4401);
    await room.publish([event("after")]);
    await kept.until(2);
    expect([removed.names(), kept.names()]).toEqual([[], ["after"]]);
  });

  it("KEY-06 is reached by revoking a key in the organization, without anybody saying where it watches", async () => {
    const { id } = await createWorld();
    const ctx = await systemContext(testBase(), id);
    if (!ctx) throw new Error("The world has no context");
    const actor = { kind: "api_key", id: ctx.newId("apiKey"), createdBy: ctx.newId("user") } as const;
    const request = new Request("https://live.internal/", { headers: { upgrade: "websocket" } });
    const { webSocket } = await ctx.connectLive(`${id}/bdl_1`, { ...ctx, actor }, request);
    const closed = new Promise((resolve) => {
      webSocket?.addEventListener("close", ({ code }) => resolve(code));
    });
    webSocket?.accept();
    ctx.revokeLive(id, { keyId: actor.id });
    expect(await closed).toBe(4401);
  });

  it("is forgotten when nobody has been there for a minute, and not before", async () => {
    const [empty, fresh, watched] = [openRoom(), openRoom(), openRoom()];
    const names = await Promise.all([empty, fresh, watched].map(({ room }) => nameOf(room)));
    for (const name of names) await above().remember(name);
    await watched.connect();
    await runInDurableObject(above(), (_, { storage }) => {
      for (const name of [names[0], names[2]]) storage.kv.put(`below:${name}`, Date.now() - 61_000);
    });
    await above().revoke({ sessionId: "ses_nobody" });
    const kept = await remembered();
    expect(names.map((name) => kept.includes(name))).toEqual([false, true, true]);
  });

  it("TEN-01 of another organization is never remembered", async () => {
    await above().remember("org_other/bdl_1");
    await above().remember(`${home}x/bdl_1`);
    expect((await remembered()).filter((name) => !name.startsWith(`${home}/`))).toEqual([]);
  });
});
