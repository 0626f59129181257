import { SELF } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { createWorld, type Person, type World } from "../../test/world";
import { openWorkshop, piecesOf, start, type Workshop, workOff } from "./ground";

type Event = { seq: number; event: string; data: Record<string, unknown> };
type Message = Event & { type: string; complete?: boolean };

async function watch(person: Person, world: World, query: string) {
  const response = await SELF.fetch(`http://localhost/v1/live?${query}`, {
    headers: {
      upgrade: "websocket",
      cookie: await person.cookie(),
      "tributary-organization": world.id,
      origin: "http://localhost",
    },
  });
  const messages: Message[] = [];
  const socket = response.webSocket;
  socket?.accept();
  // safe: a room sends only JSON text of this shape
  socket?.addEventListener("message", ({ data }) => void messages.push(JSON.parse(String(data)) as Message));
  const events = () => messages.filter(({ type }) => type === "event");
  return {
    status: response.status,
    messages,
    events,
    of: (event: string) => events().filter((message) => message.event === event),
    until: (event: string) =>
      vi.waitFor(() => expect(events().map((message) => message.event)).toContain(event), 5000),
  };
}

async function written(counts: Parameters<typeof openWorkshop>[1]): Promise<Workshop> {
  const workshop = await openWorkshop(await createWorld(), counts);
  await start(workshop);
  await workOff(workshop);
  return workshop;
}

describe("the room of a bundle", () => {
  it("tells each piece as it is written, how far the bundle is, and its end", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 2 });
    const viewer = await workshop.world.member("viewer");
    const room = await watch(viewer, workshop.world, `about=${workshop.id}`);
    await start(workshop);
    await workOff(workshop);
    await room.until("bundle.finished");
    const ids = (await piecesOf(workshop)).map(({ id }) => id).toSorted();
    const told = (event: string) =>
      room
        .of(event)
        .map(({ data }) => data["pieceId"])
        .toSorted();
    expect([told("piece.generating"), told("piece.ready")]).toEqual([ids, ids]);
    expect(room.of("piece.ready")[0]?.data).toMatchObject({
      title: expect.stringContaining("Brewing"),
      excerpt: expect.stringContaining("Filter it first"),
    });
    await vi.waitFor(() =>
      expect(room.of("bundle.progress").at(-1)?.data).toMatchObject({ ready: 2, total: 2 }),
    );
    const [one] = ids;
    const texts = room.of("piece.text").filter(({ data }) => data["pieceId"] === one);
    const text = texts
      .toSorted((a, b) => Number(a.data["offset"]) - Number(b.data["offset"]))
      .map(({ data }) => data["text"])
      .join("");
    expect(text).toContain("Filter it first, then weigh it.");
    expect(room.of("bundle.finished")[0]?.data).toMatchObject({ ready: 2, failed: 0, total: 2 });
  });

  it("tells a piece that failed with the reason, and the organization's room only of the bundle", async () => {
    const workshop = await openWorkshop(await createWorld(), { blogPosts: 1 }, { faults: ["refusal"] });
    const { owner } = workshop.world;
    const [below, above] = [
      await watch(owner, workshop.world, `about=${workshop.id}`),
      await watch(owner, workshop.world, ""),
    ];
    await start(workshop);
    await workOff(workshop);
    await below.until("bundle.finished");
    await above.until("bundle.finished");
    expect(below.of("piece.failed")[0]?.data).toMatchObject({
      code: "declined",
      reason: "The writing service declined to write this.",
    });
    const heard = above.events().map(({ event }) => event);
    expect(heard.filter((event) => event.startsWith("piece."))).toEqual([]);
    expect(heard).toContain("bundle.started");
  });

  it("shows who comes later, or comes back, all that lasts", async () => {
    const workshop = await written({ socialPosts: 3 });
    const { owner } = workshop.world;
    await vi.waitFor(async () => {
      const room = await watch(owner, workshop.world, `about=${workshop.id}&after=0`);
      await vi.waitFor(() => expect(room.messages.map(({ type }) => type)).toContain("caught_up"));
      expect(room.of("piece.ready")).toHaveLength(3);
      expect(room.of("bundle.finished")).toHaveLength(1);
    }, 5000);
    const position = await owner.client.get(`/v1/live/position?about=${workshop.id}`);
    expect(position.body.seq).toBeGreaterThan(3);
    const late = await watch(owner, workshop.world, `about=${workshop.id}&after=${position.body.seq}`);
    await vi.waitFor(() => expect(late.messages.map(({ type }) => type)).toContain("caught_up"));
    expect(late.events()).toEqual([]);
  });

  it("TEN-08 of another organization's bundle is not there, nor for whoever may not read content", async () => {
    const [workshop, other] = [await written({ socialPosts: 1 }), await createWorld()];
    expect((await watch(other.owner, other, `about=${workshop.id}`)).status).toBe(404);
    expect((await watch(other.owner, workshop.world, `about=${workshop.id}`)).status).toBe(404);
    const path = `/v1/live/position?about=${workshop.id}`;
    expect((await other.owner.client.get(path)).status).toBe(404);
    const key = await workshop.world.key(["organization:read"]);
    expect((await key.client.get(path)).status).toBe(403);
    expect((await key.client.get("/v1/live/position")).status).toBe(200);
  });
});
