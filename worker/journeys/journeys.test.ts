import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces, journeyEdges } from "../../db/schema/cell/content";
import { write } from "../kernel/write";
import { draftPieceSteps, type PieceDraft, type PieceKind } from "../pieces";
import { inside } from "../test/inside";
import { createWorld, unique, type World } from "../test/world";
import { linkSteps, plannedEdges } from "./index";

type Cast = Record<"s" | "b" | "u" | "q" | "e", Id<"piece">> & { businessId: Id<"business"> };

async function furnish(world: World): Promise<Cast> {
  const made = await world.owner.client.post("/v1/businesses", { name: `Roastery ${unique()}` });
  const businessId: Id<"business"> = made.body.id;
  const ctx = await inside(world);
  const id = () => ctx.newId("piece", ctx.organization.cell);
  const cast = { s: id(), b: id(), u: id(), q: id(), e: id(), businessId };
  const base = { businessId, title: "What a roasting date tells you" };
  const drafts: PieceDraft[] = [
    { ...base, id: cast.s, kind: "social_post", platform: "bluesky" },
    { ...base, id: cast.b, kind: "blog_post" },
    { ...base, id: cast.u, kind: "content_upgrade", upgradeType: "checklist" },
    { ...base, id: cast.q, kind: "email_sequence", sequenceType: "onboarding" },
    { ...base, id: cast.e, kind: "email", sequenceId: cast.q, emailPosition: 0 },
  ];
  await write(ctx, draftPieceSteps(ctx, drafts));
  return cast;
}

async function makeBundle(world: World, businessId: Id<"business">): Promise<Id<"bundle">> {
  const id = (await inside(world)).newId("bundle", world.cell);
  const counts = { blogPosts: 52, socialPosts: 250, contentUpgrades: 2, emailSequences: 2 };
  await world.database.insert(contentBundles).values({
    id,
    organizationId: world.id,
    businessId,
    name: "The year",
    periodStart: "2027-01-01",
    periodEnd: "2027-12-31",
    brief: { counts, platforms: ["x"], emailsPerSequence: 0, topicIds: [], notes: "" },
    createdAt: 0,
    updatedAt: 0,
  });
  return id;
}

function link(world: World, fromPieceId: string, toPieceId: string, ctaText = "Read on") {
  return world.owner.client.post("/v1/journey-edges", { fromPieceId, toPieceId, ctaText });
}

function journey(world: World, businessId: string) {
  return world.owner.client.get(`/v1/journeys?businessId=${businessId}`);
}

async function edgesOf(world: World) {
  return await world.database.select().from(journeyEdges).where(eq(journeyEdges.organizationId, world.id));
}

describe("linking two pieces", () => {
  it("works where one may follow the other, once, with words of its own", async () => {
    const world = await createWorld();
    const { s, b, businessId } = await furnish(world);
    const edge = await link(world, s, b);
    expect(edge).toMatchObject({ status: 201, body: { fromPieceId: s, toPieceId: b, ctaText: "Read on" } });
    expect((await link(world, s, b)).body.code).toBe("edge_exists");
    const changed = await world.owner.client.patch(`/v1/journey-edges/${edge.body.id}`, { ctaText: "More" });
    expect(changed.body.ctaText).toBe("More");
    expect((await journey(world, businessId)).body.edges).toMatchObject([{ ctaText: "More" }]);
    expect((await world.owner.client.delete(`/v1/journey-edges/${edge.body.id}`)).status).toBe(204);
    expect(await edgesOf(world)).toEqual([]);
  });

  it("is refused with the reason in words where it may not be, and leaves nothing behind", async () => {
    const world = await createWorld();
    const [here, other] = [await furnish(world), await furnish(world)];
    const stranger = await furnish(await createWorld());
    const tries = [
      [here.u, here.b, "illegal_edge"],
      [here.s, here.q, "illegal_edge"],
      [here.e, here.b, "illegal_edge"],
      [here.b, here.b, "self_edge"],
      [here.s, other.b, "other_business"],
      [here.s, stranger.b, "unknown_piece"],
    ] as const;
    for (const [from, to, code] of tries) {
      const answer = await link(world, from, to);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0]).toMatchObject({ code, detail: expect.stringMatching(/\.$/) });
    }
    expect(await edgesOf(world)).toEqual([]);
  });

  it("tried twenty times at once makes one edge", async () => {
    const world = await createWorld();
    const { s, b } = await furnish(world);
    const answers = await Promise.all(Array.from({ length: 20 }, () => link(world, s, b)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(19).fill(409)]);
    expect(await edgesOf(world)).toHaveLength(1);
  });

  it("is not for those who only read, nor for strangers", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const { s, b, u, businessId } = await furnish(world);
    const edge = await link(world, s, b);
    const viewer = (await world.member("viewer")).client;
    const order = { fromPieceId: b, toPieceId: u };
    expect((await viewer.post("/v1/journey-edges", order)).status).toBe(403);
    expect((await viewer.get(`/v1/journeys?businessId=${businessId}`)).status).toBe(200);
    expect((await journey(other, businessId)).status).toBe(404);
    const before = await edgesOf(world);
    expect((await other.owner.client.delete(`/v1/journey-edges/${edge.body.id}`)).status).toBe(404);
    expect(await edgesOf(world)).toEqual(before);
  });
});

describe("a journey", () => {
  it("shows its pieces with orphans, dead ends and circles; emails and archived pieces are no stops", async () => {
    const world = await createWorld();
    const { s, b, u, q, businessId } = await furnish(world);
    for (const [from, to] of [
      [b, q],
      [q, b],
      [q, u],
    ] as const) {
      expect((await link(world, from, to)).status).toBe(201);
    }
    const { body } = await journey(world, businessId);
    expect(body.nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual([s, b, u, q].toSorted());
    expect(body).toMatchObject({ orphans: [s], deadEnds: [s, u], isCut: false });
    expect(body.cycles.map((cycle: string[]) => cycle.toSorted())).toEqual([[b, q].toSorted()]);
    await world.database.update(contentPieces).set({ archivedAt: 1 }).where(eq(contentPieces.id, q));
    const after = await journey(world, businessId);
    expect(after.body).toMatchObject({ edges: [], cycles: [], orphans: [s, b, u] });
  });

  it("of a year is planned, linked in one statement, and read within its budget", async () => {
    const world = await createWorld();
    const { businessId, u } = await furnish(world);
    const ctx = await inside(world);
    const bundleId = await makeBundle(world, businessId);
    const many = (count: number, kind: PieceKind) =>
      Array.from({ length: count }, (_, position) => ({
        id: ctx.newId("piece", ctx.organization.cell),
        kind,
        businessId,
        bundleId,
        title: `${kind} ${position}`,
        position,
        platform: "x",
        upgradeType: "guide",
        sequenceType: "sales",
      })) as PieceDraft[]; // safe: what a kind does not have is not read
    const drafts = [
      ...many(250, "social_post"),
      ...many(52, "blog_post"),
      ...many(2, "content_upgrade"),
      ...many(2, "email_sequence"),
    ];
    const edges = plannedEdges(drafts);
    const steps = linkSteps(ctx, edges);
    expect(steps).toHaveLength(1);
    await write(ctx, [...draftPieceSteps(ctx, drafts), ...steps, ...linkSteps(ctx, edges)]);
    const whole = (await journey(world, businessId)).body;
    expect(whole.edges).toHaveLength(edges.length);
    expect(whole.nodes).toHaveLength(drafts.length + 4);
    const [start] = drafts;
    expect((await link(world, start?.id ?? "", u)).status).toBe(201);
    const { body } = await world.owner.client.get(`/v1/journeys?bundleId=${bundleId}`);
    expect(body.edges).toHaveLength(edges.length + 1);
    expect(body.nodes.filter((node: { bundleId: string }) => node.bundleId !== bundleId)).toMatchObject([
      { id: u },
    ]);
    expect(body).toMatchObject({ cycles: [], isCut: false, orphans: [] });
    const positions = [{ pieceId: u, position: { x: 1, y: 1 } }];
    const placed = await world.owner.client.patch("/v1/journeys/positions", { positions });
    expect(JSON.parse(placed.headers.get("tributary-rows") ?? "").read).toBeLessThan(50);
  });

  it("of a bundle or a business is asked for by exactly one of both", async () => {
    const world = await createWorld();
    const { businessId } = await furnish(world);
    expect((await world.owner.client.get("/v1/journeys")).status).toBe(422);
    const bundleId = (await inside(world)).newId("bundle", world.cell);
    const both = `/v1/journeys?businessId=${businessId}&bundleId=${bundleId}`;
    expect((await world.owner.client.get(both)).status).toBe(422);
    expect((await world.owner.client.get(`/v1/journeys?bundleId=${bundleId}`)).status).toBe(404);
  });
});

describe("placing pieces on the picture", () => {
  it("keeps where they stand, gives them back to the layout, and leaves their revisions alone", async () => {
    const world = await createWorld();
    const { s, b, businessId } = await furnish(world);
    const place = (position: { x: number; y: number } | null) =>
      world.owner.client.patch("/v1/journeys/positions", {
        positions: [{ pieceId: b, position }],
      });
    expect((await place({ x: 120.5, y: -40 })).status).toBe(204);
    const nodeOf = async (id: string) =>
      (await journey(world, businessId)).body.nodes.find((node: { id: string }) => node.id === id);
    expect((await nodeOf(b)).position).toEqual({ x: 120.5, y: -40 });
    expect((await nodeOf(s)).position).toBeNull();
    await place(null);
    expect((await nodeOf(b)).position).toBeNull();
    const [row] = await world.database.select().from(contentPieces).where(eq(contentPieces.id, b));
    expect(row?.revision).toBe(1);
  });

  it("places all or none: a stranger's piece among them stops the rest", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const [{ b, businessId }, theirs] = [await furnish(world), await furnish(other)];
    const position = { x: 1, y: 1 };
    const positions = [b, theirs.b].map((pieceId) => ({ pieceId, position }));
    const answer = await world.owner.client.patch("/v1/journeys/positions", { positions });
    expect(answer.body.errors[0].code).toBe("unknown_piece");
    const { body } = await journey(world, businessId);
    expect(body.nodes.every((node: { position: unknown }) => node.position === null)).toBe(true);
  });
});
