import { describe, expect, it } from "vitest";
import { createWorld, type World } from "../../test/world";
import { importFile, newBusiness, type SmallFile, smallFile } from "./ground";

/** Imports a spoiled file and answers what was said of it; whatever that was, nothing may be there afterwards. */
async function refused(world: World, spoil: (file: SmallFile) => unknown) {
  const file = smallFile();
  const answer = await importFile(world, spoil(file) ?? file);
  expect((await world.owner.client.get("/v1/bundles")).body.data).toEqual([]);
  expect((await world.owner.client.get("/v1/pieces")).body.data).toEqual([]);
  return {
    status: answer.status,
    pointers: answer.body.errors?.map(({ pointer }: { pointer: string }) => pointer),
  };
}

function first(change: object) {
  return (file: SmallFile) => void Object.assign(file.pieces[0] ?? {}, change);
}

describe("a hostile import", () => {
  it("JSON-04 brings no field that a person cannot write", async () => {
    const world = await createWorld();
    for (const field of [
      "id",
      "organizationId",
      "approvedAt",
      "status",
      "publishedAt",
      "scheduledFor",
      "revision",
      "exportCount",
    ]) {
      expect(await refused(world, first({ [field]: "x" }))).toEqual({
        status: 422,
        pointers: [`/file/pieces/0/${field}`],
      });
    }
    const bundle = (file: SmallFile) => void Object.assign(file.bundle, { costMicros: 1, status: "ready" });
    expect((await refused(world, bundle)).pointers).toEqual([
      "/file/bundle/costMicros",
      "/file/bundle/status",
    ]);
    expect((await refused(world, first({ subjectLine: "Mine" }))).pointers).toEqual([
      "/file/pieces/0/subjectLine",
    ]);
    expect((await refused(world, first({ sequence: "p4" }))).pointers).toEqual(["/file/pieces/0/sequence"]);
  });

  it("TEN-02 names no business, piece or topic of somebody else", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const foreign = await newBusiness(other);
    const answer = await importFile(world, smallFile(), foreign);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/businessId" }] } });
    const piece = await other.owner.client.post("/v1/pieces", {
      kind: "blog_post",
      businessId: foreign,
      title: "Theirs",
    });
    const link = (file: SmallFile) => void file.journey.push({ from: "p2", to: piece.body.id, ctaText: "" });
    expect((await refused(world, link)).pointers).toEqual(["/file/journey/3/to"]);
    const topics = (file: SmallFile) => void Object.assign(file.bundle.brief, { topicIds: [] });
    expect((await refused(world, topics)).status).toBe(422);
    expect((await other.owner.client.get("/v1/bundles")).body.data).toEqual([]);
    expect((await other.owner.client.get("/v1/pieces")).body.data).toHaveLength(1);
  });

  it("XSS-01 XSS-03 TPL-01 brings no markup, no script link and no unknown tag", async () => {
    const world = await createWorld();
    const script = { type: "doc", content: [{ type: "script" }] };
    expect((await refused(world, first({ body: script }))).pointers).toEqual([
      "/file/pieces/0/body/content/0",
    ]);
    expect((await refused(world, first({ body: "<script>" }))).status).toBe(422);
    expect((await refused(world, first({ ctaUrl: "javascript:alert(1)" }))).pointers).toEqual([
      "/file/pieces/0/ctaUrl",
    ]);
    const tag = (file: SmallFile) =>
      void Object.assign(file.pieces[4] ?? {}, { subjectLine: "{{env.SECRET}}" });
    expect((await refused(world, tag)).pointers).toEqual(["/file/pieces/4/subjectLine"]);
    const link = {
      type: "text",
      text: "x",
      marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
    };
    const file = smallFile();
    Object.assign(file.pieces[0] ?? {}, {
      body: { type: "doc", content: [{ type: "paragraph", content: [link] }] },
    });
    const { body } = await importFile(world, file);
    const { data } = (await world.owner.client.get(`/v1/pieces?bundleId=${body.bundleId}`)).body;
    expect(JSON.stringify((await world.owner.client.get(`/v1/pieces/${data[0].id}`)).body)).not.toContain(
      "javascript",
    );
  });

  it("links only what may lead to each other, once", async () => {
    const world = await createWorld();
    const link = (from: string, to: string) => (file: SmallFile) =>
      void file.journey.push({ from, to, ctaText: "" });
    for (const [from, to] of [
      ["p1", "p2"],
      ["p5", "p1"],
      ["p1", "p1"],
      ["p1", "p3"],
      ["p1", "nobody"],
    ] as const)
      expect((await refused(world, link(from, to))).status).toBe(422);
  });

  it("JSON-01 is bounded by its kinds, its pieces and its bytes", async () => {
    const world = await createWorld();
    const many = (count: number, kind: string) => (file: SmallFile) => {
      file.journey = [];
      file.pieces = Array.from({ length: count }, (_, index) => ({ ref: `p${index}`, kind, title: "Many" }));
    };
    expect((await refused(world, many(53, "blog_post"))).pointers).toEqual(["/file/pieces"]);
    expect((await refused(world, many(1001, "blog_post"))).pointers).toEqual(["/file/pieces"]);
    const twice = (file: SmallFile) => void file.pieces.push({ ...file.pieces[0] });
    expect((await refused(world, twice)).pointers).toEqual(["/file/pieces/6/ref"]);
    const heavy = first({
      body: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "x".repeat(199_000) }] }],
      },
    });
    expect(
      (
        await refused(
          world,
          (file) =>
            void (heavy(file),
            (file.pieces = Array.from({ length: 26 }, (_, index) => ({
              ...file.pieces[0],
              ref: `p${index}`,
            })))),
        )
      ).status,
    ).toBe(413);
    let deep: object = { type: "paragraph" };
    for (let level = 0; level < 40; level++) deep = { type: "blockquote", content: [deep] };
    expect((await refused(world, first({ body: { type: "doc", content: [deep] } }))).status).toBe(422);
  });

  it("is for whoever may write", async () => {
    const world = await createWorld();
    const businessId = await newBusiness(world);
    const viewer = await world.member("viewer");
    const answer = await viewer.client.post("/v1/bundle-imports", { businessId, file: smallFile() });
    expect(answer.status).toBe(403);
    expect((await world.owner.client.get("/v1/bundles")).body.data).toEqual([]);
  });
});

describe("an import of a year", () => {
  it("is one batch: 52 articles, 365 posts, two documents and two sequences of six", async () => {
    const world = await createWorld();
    const file = smallFile();
    const paragraph = {
      type: "paragraph",
      content: [{ type: "text", text: "Coffee is a fresh food. ".repeat(10) }],
    };
    const body = { type: "doc", content: Array.from({ length: 30 }, () => paragraph) };
    const make = (count: number, of: (index: number) => object) =>
      Array.from({ length: count }, (_, index) => of(index) as Record<string, unknown>);
    file.journey = [];
    file.pieces = [
      ...make(52, (index) => ({ ref: `b${index}`, kind: "blog_post", title: `Article ${index}`, body })),
      ...make(365, (index) => ({
        ref: `s${index}`,
        kind: "social_post",
        platform: "x",
        title: "Post",
        text: `Fresh ${index}.`,
      })),
      ...make(2, (index) => ({ ref: `u${index}`, kind: "content_upgrade", title: `List ${index}`, body })),
      ...make(2, (index) => ({
        ref: `q${index}`,
        kind: "email_sequence",
        title: "Mails",
        description: "Six.",
      })),
      ...make(12, (index) => ({
        ref: `e${index}`,
        kind: "email",
        sequence: `q${index % 2}`,
        title: "Mail",
        body,
      })),
    ];
    const { body: answer } = await importFile(world, file);
    expect(answer).toMatchObject({ pieces: 433, links: 0 });
    expect((await world.owner.client.get(`/v1/bundles/${answer.bundleId}`)).body).toMatchObject({
      status: "ready",
      readyCount: 433,
    });
  });
});
