import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { seedContent } from "../../../db/seed/content";
import { blogPosts, contentPieces, contentVersions, pieceSources } from "../../../db/schema/cell/content";
import type { Context } from "../../kernel/context";
import { inside } from "../../test/inside";
import { control, createWorld, unique, type World } from "../../test/world";
import { changedContent } from "../change";
import { readingMinutesOf, summaryOf, textOf } from "../content";
import { checksOf } from "../view/checks";
import { getBusiness } from "../../businesses";
import { findClaims } from "../pure/claims";
import { getPiece, type Piece } from "../queries";

let world: World;
let ctx: Context;
let pieces: Piece[];

beforeAll(async () => {
  world = await createWorld({ cell: "00" });
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const { id: owner } = world.owner;
  await seedContent(
    { control: control(), now: Date.now(), random },
    { organizationId: world.id, owner, editor: owner, site: `northwind-${unique()}` },
  );
  ctx = await inside(world);
  const rows = await ctx.db
    .select()
    .from(contentPieces)
    .where(eq(contentPieces.organizationId, world.id))
    .orderBy(asc(contentPieces.position));
  pieces = await Promise.all(rows.map(({ id }) => getPiece(ctx, id)));
});

describe("the demo world's bundle", () => {
  it("is as the product itself would have kept it, field by field", async () => {
    expect(pieces).toHaveLength(20);
    for (const piece of pieces) {
      const { kind: _, ...words } = piece.content;
      const change = piece.kind === "social_post" ? { ...words, platform: undefined } : words;
      if ("platform" in change) delete change.platform;
      expect(changedContent(piece.content, change)).toEqual(piece.content);
      expect(summaryOf(piece.content)).toEqual({ excerpt: piece.excerpt, wordCount: piece.wordCount });
      const versions = await ctx.db
        .select()
        .from(contentVersions)
        .where(eq(contentVersions.pieceId, piece.id));
      const latest = versions.find(({ number }) => number === piece.versionNumber);
      expect(latest?.snapshot).toEqual(piece.content);
    }
    const posts = await ctx.db.select().from(blogPosts).where(eq(blogPosts.organizationId, world.id));
    for (const { id, readingMinutes } of posts) {
      const piece = pieces.find((one) => one.id === id);
      expect(readingMinutes).toBe(piece && readingMinutesOf(piece.content));
    }
  });

  it("claims what its claims say, and nothing else", async () => {
    const differing = [];
    for (const { id, content } of pieces) {
      const rows = await ctx.db.select().from(pieceSources).where(eq(pieceSources.pieceId, id));
      const seeded = rows.map(({ claim }) => claim).toSorted();
      const found = findClaims(textOf(content)).map(({ sentence }) => sentence);
      if (seeded.join() !== found.toSorted().join()) differing.push({ title: content.title, seeded, found });
    }
    expect(differing).toEqual([]);
  });

  it("has no problem that its own checks would name", async () => {
    const business = await getBusiness(ctx, pieces[0]?.businessId ?? ("" as never)); // safe: there are pieces
    const problems = pieces.flatMap(({ title, content }) =>
      checksOf(content, business, ctx.settings.APP_URL)
        .filter(({ state }) => state === "problem")
        .map(({ advice }) => `${title}: ${advice}`),
    );
    expect(problems).toEqual([]);
  });

  it("is read through the front door, with everything around it", async () => {
    const { client } = world.owner;
    const { id: businessId, ...profile } = (await client.get("/v1/businesses")).body.data[0];
    expect(profile).toMatchObject({ name: "Northwind Coffee", status: "active" });
    const full = await client.get(`/v1/businesses/${businessId}`);
    const fields = ["website", "postingTimes", "brandColors", "socialPlatforms", "audiencePsychographics"];
    const change = Object.fromEntries(fields.map((name) => [name, full.body[name]]));
    expect((await client.patch(`/v1/businesses/${businessId}`, change)).status).toBe(200);
    for (const list of ["strategies", "topics"])
      expect((await client.get(`/v1/businesses/${businessId}/${list}`)).body.data).not.toEqual([]);
    const [bundle] = (await client.get("/v1/bundles")).body.data;
    expect(bundle).toMatchObject({ status: "ready", pieceCount: 20, readyCount: 20 });
    const page = await client.get(`/v1/pieces?bundleId=${bundle.id}&limit=100`);
    expect(page.body.data.map(({ position }: { position: number }) => position)).toEqual([...pieces.keys()]);
    const scheduled = await client.get(`/v1/pieces?status=scheduled`);
    expect(scheduled.body.data).toMatchObject([{ channel: "linkedin" }]);
  });

  it("goes out as a file and comes back equal but for its ids and times", async () => {
    const { client } = world.owner;
    const [bundle] = (await client.get("/v1/bundles")).body.data;
    const file = (await client.get(`/v1/bundles/${bundle.id}/export?format=json`)).body;
    expect(file.journey).toHaveLength(14);
    const other = (await client.post("/v1/businesses", { name: "Elsewhere" })).body.id;
    const imported = await client.post("/v1/bundle-imports", { businessId: other, file });
    expect(imported.body).toMatchObject({ pieces: 20, links: 14 });
    expect((await client.get(`/v1/bundles/${imported.body.bundleId}/export?format=json`)).body).toEqual(file);
  });
});
