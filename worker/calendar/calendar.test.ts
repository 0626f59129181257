import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces } from "../../db/schema/cell/content";
import { jobs } from "../../db/schema/cell/spine";
import { write } from "../kernel/write";
import { draftPieceSteps } from "../pieces";
import { inside } from "../test/inside";
import { createWorld, unique, type World } from "../test/world";

const day = 86_400_000;
/** A Monday at nine, far enough ahead and never a day on which clocks change in Berlin. */
const monday = mondayAfter(Date.now() + 30 * day);

function mondayAfter(time: number): number {
  const midnight = Math.floor(time / day) * day;
  return midnight + ((8 - new Date(midnight).getUTCDay()) % 7) * day + 9 * 3_600_000;
}

const iso = (time: number) => new Date(time).toISOString();

type Desk = { businessId: Id<"business">; pieces: Id<"piece">[]; bundleId: Id<"bundle"> };

/** A business with as many approved posts for one channel, all of one bundle. */
async function furnish(world: World, count: number, more: object = {}): Promise<Desk> {
  const made = await world.owner.client.post("/v1/businesses", { name: `Roastery ${unique()}`, ...more });
  const businessId: Id<"business"> = made.body.id;
  const ctx = await inside(world);
  const bundleId = await makeBundle(world, businessId);
  const pieces = Array.from({ length: count }, () => ctx.newId("piece", ctx.organization.cell));
  const drafts = pieces.map((id, position) => ({
    id,
    kind: "social_post" as const,
    platform: "bluesky" as const,
    businessId,
    bundleId,
    title: `Post ${position}`,
    position,
  }));
  await write(ctx, draftPieceSteps(ctx, drafts));
  await world.database
    .update(contentPieces)
    .set({ status: "approved", approvedAt: 1, versionNumber: 1 })
    .where(eq(contentPieces.businessId, businessId));
  return { businessId, pieces, bundleId };
}

async function makeBundle(world: World, businessId: Id<"business">): Promise<Id<"bundle">> {
  const id = (await inside(world)).newId("bundle", world.cell);
  const counts = { blogPosts: 0, socialPosts: 5, contentUpgrades: 0, emailSequences: 0 };
  await world.database.insert(contentBundles).values({
    id,
    organizationId: world.id,
    businessId,
    name: "A week",
    periodStart: iso(monday).slice(0, 10),
    periodEnd: iso(monday + 6 * day).slice(0, 10),
    brief: { counts, platforms: ["bluesky"], emailsPerSequence: 0, topicIds: [], notes: "" },
    createdAt: 0,
    updatedAt: 0,
  });
  return id;
}

function schedule(world: World, id: string | undefined, at: number, more: object = {}) {
  return world.owner.client.put(`/v1/pieces/${id}/schedule`, { at: iso(at), ...more });
}

async function rowOf(world: World, id: Id<"piece"> | undefined) {
  const [row] = await world.database
    .select()
    .from(contentPieces)
    .where(eq(contentPieces.id, id ?? "pce_none"));
  return row;
}

async function dueJobs(world: World) {
  return await world.database
    .select({ payload: jobs.payload, runAt: jobs.runAt })
    .from(jobs)
    .where(and(eq(jobs.organizationId, world.id), eq(jobs.type, "publishing.due")));
}

describe("scheduling a piece", () => {
  it("gives it a minute and a job for that time; moved back and forth, it has one job a time", async () => {
    const world = await createWorld();
    const { pieces } = await furnish(world, 1);
    const [id] = pieces;
    const first = await schedule(world, id, monday + 20_000);
    expect(first).toMatchObject({ status: 200, body: { status: "scheduled", scheduledFor: iso(monday) } });
    await schedule(world, id, monday + day);
    await schedule(world, id, monday);
    const due = await dueJobs(world);
    expect(due.toSorted((a, b) => a.runAt - b.runAt)).toEqual([
      { payload: { pieceId: id, at: monday }, runAt: monday },
      { payload: { pieceId: id, at: monday + day }, runAt: monday + day },
    ]);
    const out = await world.owner.client.delete(`/v1/pieces/${id}/schedule`);
    expect(out.body).toMatchObject({ status: "approved", scheduledFor: null });
    expect((await rowOf(world, id))?.revision).toBe(1);
  });

  it("two at one minute is refused; of twenty at once exactly one gets it", async () => {
    const world = await createWorld();
    const { pieces } = await furnish(world, 20);
    const answers = await Promise.all(pieces.map((id) => schedule(world, id, monday)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(409)]);
    expect(new Set(answers.flatMap(({ body }) => body.code ?? []))).toEqual(new Set(["slot_taken"]));
    const rows = await Promise.all(pieces.map((id) => rowOf(world, id)));
    expect(rows.filter((row) => row?.status === "scheduled")).toHaveLength(1);
    expect(rows.filter((row) => row?.status === "approved" && row.scheduledFor === null)).toHaveLength(19);
    expect(await dueJobs(world)).toHaveLength(1);
  });

  it("is refused in the past, years ahead, unapproved, published, archived, or from an older revision", async () => {
    const world = await createWorld();
    const { pieces } = await furnish(world, 1);
    const [id] = pieces;
    const codeOf = async (at: number, more: object = {}) => {
      const { status, body } = await schedule(world, id, at, more);
      return `${status} ${body.errors?.[0]?.code ?? body.code}`;
    };
    const set = (change: Partial<typeof contentPieces.$inferInsert>) =>
      world.database
        .update(contentPieces)
        .set(change)
        .where(eq(contentPieces.id, id ?? "pce_none"));
    expect(await codeOf(Date.now() - 60_000)).toBe("422 past");
    expect(await codeOf(Date.now() + 5 * 366 * day)).toBe("422 too_far");
    expect(await codeOf(monday, { revision: 7 })).toBe("409 changed_meanwhile");
    await set({ approvedAt: null, status: "ready" });
    expect(await codeOf(monday)).toBe("409 not_approved");
    await set({ approvedAt: 1, publishedAt: 1, status: "published" });
    expect(await codeOf(monday)).toBe("409 published");
    await set({ publishedAt: null, archivedAt: 1, status: "archived" });
    expect(await codeOf(monday)).toBe("409 piece_archived");
    expect((await rowOf(world, id))?.scheduledFor).toBeNull();
    expect(await dueJobs(world)).toEqual([]);
  });

  it("is for those who publish, in their own organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const { pieces } = await furnish(world, 1);
    const path = `/v1/pieces/${pieces[0]}/schedule`;
    const viewer = (await world.member("viewer")).client;
    expect((await viewer.put(path, { at: iso(monday) })).status).toBe(403);
    expect((await other.owner.client.put(path, { at: iso(monday) })).status).toBe(404);
    expect((await rowOf(world, pieces[0]))?.scheduledFor).toBeNull();
  });
});

describe("the calendar", () => {
  it("shows what stands between two moments, by business and channel, and no more than 100 days", async () => {
    const [world, stranger] = [await createWorld(), await createWorld()];
    const here = await furnish(world, 3);
    const other = await furnish(world, 1);
    for (const [index, id] of here.pieces.entries()) await schedule(world, id, monday + index * day);
    await schedule(world, other.pieces[0], monday);
    const read = async (query: string, of = world) =>
      (await of.owner.client.get(`/v1/calendar?from=${iso(monday)}&to=${query}`)).body;
    expect((await read(iso(monday + 2 * day))).data).toHaveLength(3);
    const mine = await read(`${iso(monday + 9 * day)}&businessId=${here.businessId}&channel=bluesky`);
    expect(mine.data.map(({ id }: { id: string }) => id)).toEqual(here.pieces);
    expect((await read(`${iso(monday + 9 * day)}&channel=x`)).data).toEqual([]);
    expect((await read(iso(monday + 2 * day), stranger)).data).toEqual([]);
    const wide = `/v1/calendar?from=${iso(monday)}&to=${iso(monday + 101 * day)}`;
    expect((await world.owner.client.get(wide)).status).toBe(422);
  });

  it("names free times by the clocks of the business, without what is taken", async () => {
    const world = await createWorld();
    const postingTimes = { bluesky: [{ weekday: 1, time: "09:00" }] };
    const { businessId, pieces } = await furnish(world, 1, { timezone: "Asia/Kolkata", postingTimes });
    const path = `/v1/calendar/free-slots?businessId=${businessId}&channel=bluesky`;
    const window = `&from=${iso(monday - day)}&to=${iso(monday + 8 * day)}`;
    const free = await world.owner.client.get(path + window);
    expect(free.body).toMatchObject({ timezone: "Asia/Kolkata", basis: "posting_times" });
    expect(free.body.slots.map(({ local }: { local: string }) => local.slice(11))).toEqual([
      "09:00",
      "09:00",
    ]);
    const [slot] = free.body.slots;
    expect(slot.at).toBe(iso(monday - 5.5 * 3_600_000));
    await schedule(world, pieces[0], Date.parse(slot.at));
    expect((await world.owner.client.get(path + window)).body.slots).toHaveLength(1);
    const past = `&from=${iso(Date.now() - 20 * day)}&to=${iso(Date.now() - day)}`;
    expect((await world.owner.client.get(path + past)).body.slots).toEqual([]);
  });
});

describe("a bundle", () => {
  const postingTimes = { bluesky: [1, 2, 3, 4].map((weekday) => ({ weekday, time: "09:00" })) };

  it("is spread over its period as the preview said, and what finds no time is named", async () => {
    const world = await createWorld();
    const { bundleId, pieces } = await furnish(world, 5, { timezone: "Europe/Berlin", postingTimes });
    const ask = (dryRun: boolean) => world.owner.client.post(`/v1/bundles/${bundleId}/schedule`, { dryRun });
    const preview = await ask(true);
    expect(preview.body.placements.map(({ pieceId }: { pieceId: string }) => pieceId)).toEqual(
      pieces.slice(0, 4),
    );
    expect(preview.body.left).toMatchObject([{ pieceId: pieces[4] }]);
    expect(preview.body.basis).toEqual({ bluesky: "posting_times" });
    expect((await rowOf(world, pieces[0]))?.scheduledFor).toBeNull();
    expect(await dueJobs(world)).toEqual([]);
    const done = await ask(false);
    expect(done.body.placements).toEqual(preview.body.placements);
    for (const { pieceId, at } of done.body.placements) {
      expect(await rowOf(world, pieceId)).toMatchObject({
        status: "scheduled",
        scheduledFor: Date.parse(at),
      });
    }
    expect(await dueJobs(world)).toHaveLength(4);
    expect((await ask(false)).body).toMatchObject({ placements: [], left: [{ pieceId: pieces[4] }] });
  });

  it("spread by ten people at once takes each time once and loses no piece", async () => {
    const world = await createWorld();
    const { bundleId, pieces } = await furnish(world, 4, { postingTimes });
    const path = `/v1/bundles/${bundleId}/schedule`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.owner.client.post(path, { dryRun: false })),
    );
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const rows = await Promise.all(pieces.map((id) => rowOf(world, id)));
    expect(rows.every((row) => row?.status === "scheduled")).toBe(true);
    expect(new Set(rows.map((row) => row?.scheduledFor)).size).toBe(4);
    expect(await dueJobs(world)).toHaveLength(4);
  });
});
