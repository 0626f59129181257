import { env, runDurableObjectAlarm, SELF } from "cloudflare:test";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { organizationMembers } from "../../db/schema/control/organizations";
import { systemContext } from "../http";
import { write } from "../kernel/write";
import { testBase } from "./base";
import { control, createWorld, type Person, type World } from "./world";

type Message = { type: string; seq: number; event?: string; data?: Record<string, unknown> };

async function connect(person: Person, world: World, after?: number) {
  const response = await SELF.fetch(
    `http://localhost/v1/live${after === undefined ? "" : `?after=${after}`}`,
    {
      headers: {
        upgrade: "websocket",
        cookie: await person.cookie(),
        "tributary-organization": world.id,
        origin: "http://localhost",
      },
    },
  );
  const messages: Message[] = [];
  const closed: number[] = [];
  const socket = response.webSocket;
  socket?.accept();
  // safe: a room sends only JSON text of this shape
  socket?.addEventListener("message", ({ data }) => void messages.push(JSON.parse(String(data)) as Message));
  socket?.addEventListener("close", ({ code }) => void closed.push(code));
  return {
    status: response.status,
    socket,
    messages,
    closed,
    events: () => messages.filter((m) => m.type === "event"),
  };
}

async function happen(world: World, type: string): Promise<void> {
  const ctx = await systemContext(testBase(), world.id);
  if (ctx) await write(ctx, [], { facts: [{ type }] });
}

describe("a live room", () => {
  it("tells a fact to everybody of the organization, and to nobody else", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const viewer = await world.member("viewer");
    const inside = [await connect(world.owner, world), await connect(viewer, world)];
    const outside = await connect(other.owner, other);
    await happen(world, "thing.happened");
    for (const { events } of inside) {
      await vi.waitFor(() => expect(events().map(({ event }) => event)).toEqual(["thing.happened"]));
    }
    await happen(other, "their.thing");
    await vi.waitFor(() => expect(outside.events().map(({ event }) => event)).toEqual(["their.thing"]));
  });

  it("TEN-08 of another organization is not there", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const byQuery = await other.owner.client.get(`/v1/live?organization=${world.id}`, {
      upgrade: "websocket",
    });
    expect(byQuery.status).toBe(404);
    expect((await connect(other.owner, world)).status).toBe(404);
  });

  it("catches a cut reader up without a gap while 50 messages pass", async () => {
    const world = await createWorld();
    const first = await connect(world.owner, world);
    await happen(world, "before");
    await vi.waitFor(() => expect(first.events()).toHaveLength(1));
    const last = first.events()[0]?.seq;
    first.socket?.close();
    const ctx = await systemContext(testBase(), world.id);
    if (!ctx) throw new Error("no context");
    const passing = (async () => {
      for (let i = 0; i < 50; i++) await write(ctx, [], { facts: [{ type: `passing.${i}` }] });
    })();
    const second = await connect(world.owner, world, last);
    await passing;
    await vi.waitFor(() => expect(second.events()).toHaveLength(50), { timeout: 5000 });
    expect(second.events().map(({ event }) => event)).toEqual(
      Array.from({ length: 50 }, (_, i) => `passing.${i}`),
    );
  });

  it("TEN-08 lets a member go who has been removed", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    const [gone, stays] = [await connect(viewer, world), await connect(world.owner, world)];
    await control()
      .update(organizationMembers)
      .set({ status: "suspended" })
      .where(eq(organizationMembers.id, viewer.memberId));
    await runDurableObjectAlarm(env.LIVE_ROOM.get(env.LIVE_ROOM.idFromName(world.id)));
    await vi.waitFor(() => expect(gone.closed).toEqual([4401]));
    await happen(world, "after.that");
    await vi.waitFor(() => expect(stays.events()).toHaveLength(1));
    expect(gone.events()).toEqual([]);
  });

  it("says its number to a page that connects later", async () => {
    const world = await createWorld();
    await happen(world, "one");
    await vi.waitFor(async () =>
      expect((await world.owner.client.get("/v1/live/position")).body.seq).toBe(1),
    );
    expect(await world.database.all(sql`select seq from facts where organization_id = ${world.id}`)).toEqual([
      { seq: 1 },
    ]);
  });

  it("is no page: without the upgrade it says so", async () => {
    const world = await createWorld();
    const answer = await world.owner.client.get("/v1/live");
    expect(answer).toMatchObject({ status: 400, body: { code: "not_a_websocket" } });
  });
});
