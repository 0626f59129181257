import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { contentPieces } from "../../../db/schema/cell/content";
import { write } from "../../kernel/write";
import { inside } from "../../test/inside";
import { runNewestJob } from "../../test/run-job";
import { createWorld, type World } from "../../test/world";
import { openShop, type Shop, writePiece } from "../../test/shop";
import { visit } from "../../test/visit";

let world: World;
let shop: Shop;

beforeAll(async () => {
  world = await createWorld({ planSlug: "agency", cell: "00" });
  shop = await openShop(world);
});

async function pieceRow(id: Id<"piece">) {
  const [row] = await world.database.select().from(contentPieces).where(eq(contentPieces.id, id));
  return row;
}

const publicationsOf = async (pieceId: string) =>
  (await world.owner.client.get(`/v1/publications?pieceId=${pieceId}`)).body.data;

describe("publishing", () => {
  it.each(["draft", "ready"] as const)(
    "AI-01 a piece that is only %s is refused, and nothing is public",
    async (status) => {
      const slug = `not-yet-${status}`;
      const id = await writePiece(shop, { status, slug });
      for (const channel of ["built_in", "by_hand"]) {
        const answer = await world.owner.client.post(`/v1/pieces/${id}/publications`, { channel });
        expect(answer).toMatchObject({ status: 409, body: { code: "not_approved" } });
      }
      expect([await publicationsOf(id), (await visit(`/p/${shop.slug}/${slug}`)).status]).toEqual([[], 404]);
    },
  );

  it("needs the right to publish", async () => {
    const id = await writePiece(shop);
    const viewer = await world.member("viewer");
    const answer = await viewer.client.post(`/v1/pieces/${id}/publications`, { channel: "built_in" });
    expect([answer.status, await publicationsOf(id)]).toEqual([403, []]);
  });

  it("IDEM-03 ten presses at once publish once", async () => {
    const id = await writePiece(shop);
    const press = () => world.owner.client.post(`/v1/pieces/${id}/publications`, { channel: "built_in" });
    const answers = await Promise.all(Array.from({ length: 10 }, press));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await publicationsOf(id)).toHaveLength(1);
    expect(await pieceRow(id)).toMatchObject({ status: "published" });
  });

  it("of a post happens by hand, which has no page; withdrawn, it is an approved piece again", async () => {
    const id = await writePiece(shop, { kind: "social_post" });
    const { client } = world.owner;
    const page = await client.post(`/v1/pieces/${id}/publications`, { channel: "built_in" });
    expect(page).toMatchObject({ status: 409, body: { code: "no_page" } });
    const url = "https://social.test/posts/1";
    const posted = await client.post(`/v1/pieces/${id}/publications`, { channel: "by_hand", url });
    expect(posted.body).toMatchObject({ state: "published", url });
    expect((await client.delete(`/v1/publications/${posted.body.id}`)).body).toMatchObject({
      state: "withdrawn",
    });
    expect(await pieceRow(id)).toMatchObject({ status: "approved", publishedAt: null });
  });

  it("at an address where another piece stands is refused", async () => {
    const first = await writePiece(shop, { slug: "taken" });
    await world.owner.client.post(`/v1/pieces/${first}/publications`, { channel: "built_in" });
    await world.owner.client.patch(`/v1/pieces/${first}`, { revision: 1, slug: "moved" });
    const second = await writePiece(shop, { slug: "taken" });
    const answer = await world.owner.client.post(`/v1/pieces/${second}/publications`, {
      channel: "built_in",
    });
    expect(answer).toMatchObject({ status: 409, body: { code: "path_taken" } });
    expect((await visit(`/p/${shop.slug}/taken`)).status).toBe(200);
  });
});

describe("QUE-06 a scheduled piece", () => {
  const at = Date.now() + 60 * 60_000;

  async function schedule(wanted: Parameters<typeof writePiece>[1] = {}, time = at) {
    const pieceId = await writePiece(shop, { status: "scheduled", scheduledFor: time, ...wanted });
    const ctx = await inside(world, { carry: () => undefined });
    const job = {
      queue: "delivery" as const,
      type: "publishing.due",
      payload: { pieceId, at: time },
      runAt: time,
    };
    await write(ctx, [], { jobs: [job, job] });
    return pieceId;
  }

  it("is published once at its time, though its message comes twice", async () => {
    const id = await schedule({}, at + 1);
    expect(await runNewestJob(world.id, "publishing.due", at + 1)).toMatchObject({ status: "completed" });
    const first = await pieceRow(id);
    const ctx = await inside(world, { carry: () => undefined });
    await write(ctx, [], {
      jobs: [{ queue: "delivery", type: "publishing.due", payload: { pieceId: id, at: at + 1 } }],
    });
    await runNewestJob(world.id, "publishing.due", at + 5);
    expect(await pieceRow(id)).toEqual(first);
    expect(first).toMatchObject({ status: "published" });
    expect(await publicationsOf(id)).toHaveLength(1);
  });

  it.each([
    ["moved to another time", { scheduledFor: at + 99 }],
    ["taken out of the calendar", { scheduledFor: null, status: "approved" as const }],
    ["without approval again", { status: "ready" as const, approvedAt: null }],
    ["archived", { archivedAt: 1 }],
  ])("that was %s meanwhile stays where it is", async (words, change) => {
    const id = await schedule({}, at + 1000 * words.length);
    await world.database.update(contentPieces).set(change).where(eq(contentPieces.id, id));
    await runNewestJob(world.id, "publishing.due", at + 2e6);
    expect(await publicationsOf(id)).toEqual([]);
    expect(await pieceRow(id)).toMatchObject(change);
  });

  it("that is an article is published however late; a post that missed its moment asks a person", async () => {
    const late = at + 3 * 60 * 60_000;
    const article = await schedule({}, at + 3);
    await runNewestJob(world.id, "publishing.due", late);
    expect(await pieceRow(article)).toMatchObject({ status: "published" });
    const onTime = await schedule({ kind: "social_post" }, at + 4);
    await runNewestJob(world.id, "publishing.due", at + 4 + 14 * 60_000);
    expect(await pieceRow(onTime)).toMatchObject({ status: "scheduled", errorCode: "by_hand" });
    const missed = await schedule({ kind: "social_post" }, at + 5);
    await runNewestJob(world.id, "publishing.due", at + 5 + 16 * 60_000);
    expect(await pieceRow(missed)).toMatchObject({ status: "scheduled", errorCode: "missed_time" });
    expect([...(await publicationsOf(onTime)), ...(await publicationsOf(missed))]).toEqual([]);
  });
});
