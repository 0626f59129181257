import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { contentPieces } from "../../../db/schema/cell/content";
import { publications } from "../../../db/schema/cell/publishing";
import { jobs } from "../../../db/schema/cell/spine";
import { order, runDelivery } from "../../test/delivery";
import { inside } from "../../test/inside";
import { outsideOf } from "../../test/servers/outside";
import { siteServer } from "../../test/servers/site";
import { picture, type WordPressFault, wordPressServer } from "../../test/servers/wordpress";
import { openShop, type Shop, writePiece } from "../../test/shop";
import { createWorld, type World } from "../../test/world";
import { checkPublication } from "../check";
import { tryIntegration } from "../integrations/try-integration";
import { getPublication } from "../queries";
import { withdrawPublication } from "../withdraw";

const pictures = siteServer({ "https://pictures.example/beans.png": picture });
let world: World;
let shop: Shop;

beforeAll(async () => {
  world = await createWorld({ planSlug: "agency" });
  shop = await openShop(world);
});

type Behaviour = Parameters<typeof wordPressServer>[1];

async function connect(behaviour: Behaviour = {}, more: Record<string, unknown> = {}) {
  const server = wordPressServer("blog.example", behaviour);
  const outside = outsideOf({ "blog.example": server, "pictures.example": pictures }, 300);
  const { username, password } = server;
  const { body } = await world.owner.client.post("/v1/integrations", {
    provider: "wordpress",
    url: "https://blog.example",
    username,
    password,
    ...more,
  });
  // safe: the route answered it
  const integrationId = body.id as Id<"integration">;
  const publish = (pieceId: Id<"piece">, mode: "publish" | "draft" = "publish") =>
    order(world, outside, pieceId, { channel: "wordpress", integrationId, mode });
  const run = (at?: number) => runDelivery(world, outside, at);
  const ctx = await inside(world, { ...outside, carry: () => undefined });
  const look = async (id: Id<"publication">) => await getPublication(ctx, id);
  return { server, integrationId, publish, run, ctx, look };
}

async function pieceRow(id: Id<"piece">) {
  const [row] = await world.database.select().from(contentPieces).where(eq(contentPieces.id, id));
  return row;
}

describe("a WordPress site", () => {
  it.each([true, false])(
    "is found by its addresses (pretty: %s), and the user there is tried",
    async (pretty) => {
      const { ctx, integrationId } = await connect({ pretty });
      expect(await tryIntegration(ctx, integrationId)).toMatchObject({ ok: true, code: "connected" });
    },
  );

  it.each<[string, Behaviour]>([
    ["wrong_password", { reads: ["wrong_password"] }],
    ["not_allowed", { mayPublish: false }],
    ["not_data", { reads: ["html"] }],
    ["moved", { reads: ["redirect_private"] }],
    ["timed_out", { reads: ["slow"] }],
  ])("says %s in words that help, and nothing of what the site said", async (code, behaviour) => {
    const { ctx, integrationId } = await connect(behaviour);
    const trial = await tryIntegration(ctx, integrationId);
    expect(trial).toMatchObject({ ok: false, code });
    expect(trial.message).not.toMatch(/Words of|<|169\.254/);
    const { body } = await world.owner.client.get(`/v1/integrations/${integrationId}`);
    expect(body).toMatchObject({ status: "failing", lastError: trial.message });
  });

  it("gets an article with its picture, alternative text and category, then the same post changed, then a draft of it", async () => {
    const { server, publish, run, ctx, look } = await connect({}, { category: "news" });
    const pieceId = await writePiece(shop, {
      slug: "dates",
      imageUrl: "https://pictures.example/beans.png",
      imageAlt: "Beans",
      ctaText: "Order",
      ctaUrl: "https://roastery.test/shop",
    });
    const { id, state } = await publish(pieceId);
    expect([state, (await pieceRow(pieceId))?.status]).toEqual(["publishing", "approved"]);
    await run();
    expect(await look(id)).toMatchObject({
      state: "published",
      externalId: "41",
      externalUrl: "https://blog.example/dates/",
    });
    expect(server.media).toMatchObject([{ type: "image/png", alt_text: "Beans" }]);
    const [post] = server.posts;
    expect(post).toMatchObject({
      collection: "posts",
      status: "publish",
      featured_media: 901,
      categories: [7],
    });
    expect(post?.content).toContain("<strong>two weeks</strong>");
    expect(post?.content).toContain(`/l/${world.cell}`);
    expect((await pieceRow(pieceId))?.status).toBe("published");
    await world.database.update(contentPieces).set({ title: "Better" }).where(eq(contentPieces.id, pieceId));
    expect((await publish(pieceId)).id).toBe(id);
    await run();
    expect(server.posts.map(({ title }) => title)).toEqual(["Better"]);
    expect(server.media).toHaveLength(1);
    expect((await withdrawPublication(ctx, id)).state).toBe("publishing");
    await run();
    expect([(await look(id)).state, server.posts[0]?.status]).toEqual(["withdrawn", "draft"]);
    expect(await pieceRow(pieceId)).toMatchObject({ status: "approved", publishedAt: null });
  });

  it("gets a draft without the piece being public, and a download as a page", async () => {
    const { server, publish, run, look } = await connect();
    const pieceId = await writePiece(shop, { kind: "content_upgrade", slug: "list" });
    const { id } = await publish(pieceId, "draft");
    await run();
    expect(server.posts).toMatchObject([{ collection: "pages", status: "draft" }]);
    expect([(await look(id)).state, (await pieceRow(pieceId))?.status]).toEqual(["published", "approved"]);
  });

  it("without a readable picture gets the words, and the publication says so", async () => {
    const { server, publish, run, look } = await connect();
    const { id } = await publish(await writePiece(shop, { imageUrl: "https://pictures.example/none.png" }));
    await run();
    expect(server.posts).toHaveLength(1);
    expect((await look(id)).settings["warning"]).toContain("without its picture");
  });
});

describe("a WordPress site that fails", () => {
  it.each<[WordPressFault, string]>([
    ["wrong_password", "wrong_password"],
    ["forbidden", "not_allowed"],
    ["redirect_private", "moved"],
  ])("%s: the publication fails with the reason, and the piece stays approved", async (fault, code) => {
    const { server, publish, run, look } = await connect({ faults: [fault] });
    const pieceId = await writePiece(shop);
    const { id } = await publish(pieceId);
    expect(await run()).toMatchObject({ status: "completed" });
    expect(await look(id)).toMatchObject({ state: "failed", errorCode: code });
    expect([server.posts, (await pieceRow(pieceId))?.status]).toEqual([[], "approved"]);
    await publish(pieceId);
    await run();
    expect([(await look(id)).state, server.posts.length]).toEqual(["published", 1]);
  });

  it("busy: it is tried again after the time it asked for, and posted once", async () => {
    const { server, publish, run, look } = await connect({ faults: ["busy"] });
    const { id } = await publish(await writePiece(shop));
    const at = Date.now();
    expect(await run(at)).toMatchObject({
      status: "retrying",
      runAt: expect.toSatisfy((time: number) => time >= at + 7000),
    });
    expect((await look(id)).state).toBe("publishing");
    await run(at + 60_000);
    expect([(await look(id)).state, server.posts.length]).toEqual(["published", 1]);
  });

  it.each<WordPressFault>(["server_error", "slow", "cut_stream", "html"])(
    "%s, though it took the post in: the post is found by our mark and never sent again",
    async (fault) => {
      const { server, publish, run, look } = await connect({ faults: [fault] });
      const { id } = await publish(await writePiece(shop));
      await run();
      expect(await look(id)).toMatchObject({ state: "published", externalId: "41" });
      expect([server.posts.length, server.writes().length]).toEqual([1, 1]);
    },
  );

  it.each<WordPressFault>(["server_error_lost", "slow_lost", "html_lost"])(
    "%s: nobody knows, so it is unconfirmed; a check finds that it is not there",
    async (fault) => {
      const { server, publish, run, ctx, look } = await connect({ faults: [fault] });
      const pieceId = await writePiece(shop);
      const { id } = await publish(pieceId);
      await run();
      expect(await look(id)).toMatchObject({ state: "unconfirmed" });
      await expect(publish(pieceId)).rejects.toMatchObject({ reason: "unconfirmed" });
      await run();
      expect(server.writes()).toHaveLength(1);
      expect(await checkPublication(ctx, id)).toMatchObject({ state: "failed", errorCode: "not_arrived" });
      await publish(pieceId);
      await run();
      expect([(await look(id)).state, server.posts.length]).toEqual(["published", 1]);
    },
  );

  it("whose search is broken too stays unconfirmed, until a check sees the post", async () => {
    const { server, publish, run, ctx, look } = await connect({
      faults: ["slow"],
      reads: ["no_search", "no_search", "html"],
    });
    const { id } = await publish(await writePiece(shop));
    await run();
    expect((await look(id)).state).toBe("unconfirmed");
    expect(await checkPublication(ctx, id)).toMatchObject({ state: "unconfirmed", errorCode: "no_look" });
    expect(await checkPublication(ctx, id)).toMatchObject({ state: "published", externalId: "41" });
    expect(server.writes()).toHaveLength(1);
  });

  it("QUE-02 a worker that died after sending looks for the post instead of sending it again", async () => {
    const { server, publish, run, look, ctx } = await connect();
    const pieceId = await writePiece(shop);
    const { id } = await publish(pieceId);
    const before = await look(id);
    await run();
    const lost = { ...before, settings: { ...before.settings, sentAt: Date.now() } };
    await ctx.db.update(publications).set(lost).where(eq(publications.id, id));
    const isOurs = and(eq(jobs.organizationId, world.id), eq(jobs.status, "completed"));
    await ctx.db.update(jobs).set({ status: "retrying" }).where(isOurs);
    await run(Date.now() + 600_000);
    expect([(await look(id)).state, server.posts.length]).toEqual(["published", 1]);
  });

  it("IDEM-03 pressed twice is one order", async () => {
    const { server, publish, run } = await connect();
    const pieceId = await writePiece(shop);
    const presses = await Promise.allSettled([publish(pieceId), publish(pieceId), publish(pieceId)]);
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await run();
    await run();
    expect(server.posts).toHaveLength(1);
  });
});
