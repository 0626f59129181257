import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contentPieces } from "../../../db/schema/cell/content";
import { createWorld, type World } from "../../test/world";
import { download, importFile, newBusiness, smallFile } from "./ground";

async function withBundle() {
  const world = await createWorld();
  const { body } = await importFile(world, smallFile());
  return { world, bundleId: String(body.bundleId) };
}

async function fileOf(world: World, bundleId: string) {
  return await (await download(world, `bundles/${bundleId}/export?format=json`)).text();
}

describe("a bundle that goes out and comes back", () => {
  it("is equal but for its ids and times, in another business and in another organization", async () => {
    const { world, bundleId } = await withBundle();
    const file = await fileOf(world, bundleId);
    expect(file).not.toMatch(/_0[0-9a-z]{20,}/);
    for (const place of [world, await createWorld()]) {
      const again = await importFile(place, JSON.parse(file), await newBusiness(place));
      expect(again).toMatchObject({ status: 201, body: { pieces: 6, links: 3 } });
      expect(await fileOf(place, again.body.bundleId)).toBe(file);
    }
  });

  it("has its words, a version each and its claims, is approved by nobody, and has its run behind it", async () => {
    const { world, bundleId } = await withBundle();
    const { client } = world.owner;
    expect((await client.get(`/v1/bundles/${bundleId}`)).body).toMatchObject({
      status: "partial",
      pieceCount: 6,
      readyCount: 5,
      run: 1,
    });
    const { data } = (await client.get(`/v1/pieces?bundleId=${bundleId}`)).body;
    expect(data.map(({ status }: { status: string }) => status)).toEqual([
      ...Array(5).fill("ready"),
      "draft",
    ]);
    expect(data.filter(({ approvedAt }: { approvedAt: unknown }) => approvedAt !== null)).toEqual([]);
    const [first] = data;
    const versions = await client.get(`/v1/pieces/${first.id}/versions`);
    expect(versions.body.data).toMatchObject([
      { reason: "imported", createdBy: world.owner.id, isCurrent: true },
    ]);
    const sources = await client.get(`/v1/pieces/${first.id}/sources`);
    expect(sources.body.data).toMatchObject([{ claim: "We sold 4,000 bags last year.", status: "unbacked" }]);
    const sequence = data.find(({ kind }: { kind: string }) => kind === "email_sequence");
    expect((await client.get(`/v1/pieces/${sequence.id}`)).body.totalEmails).toBe(2);
    const emails = (await client.get(`/v1/pieces/${sequence.id}/emails`)).body.data;
    expect(emails.map(({ title }: { title: string }) => title)).toEqual(["First", "Second"]);
  });

  it("keeps its addresses where they are free, and gets others where they are not", async () => {
    const { world, bundleId } = await withBundle();
    const { data } = (await world.owner.client.get(`/v1/pieces?bundleId=${bundleId}`)).body;
    const again = await importFile(world, smallFile(), data[0].businessId);
    const copies = (await world.owner.client.get(`/v1/pieces?bundleId=${again.body.bundleId}`)).body.data;
    const slugOf = async (id: string) => (await world.owner.client.get(`/v1/pieces/${id}`)).body.slug;
    expect(await slugOf(data[0].id)).toBe("fresh");
    expect(await slugOf(copies[0].id)).toBe(`fresh-${copies[0].id.slice(-6)}`);
  });
});

describe("an export", () => {
  it("of a bundle is an archive with a file a piece, whose names are no paths", async () => {
    const { world, bundleId } = await withBundle();
    const answer = await download(world, `bundles/${bundleId}/export?format=md`);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="spring.zip"');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      "001-blog-post-fresh.md",
      "002-social-post-post.md",
      "003-content-upgrade-list.md",
      "004-email-sequence-hello.md",
      "005-email-first.md",
      "006-email-second.md",
    ]);
    const post = strFromU8(files["001-blog-post-fresh.md"] ?? new Uint8Array());
    expect(post).toMatch(
      /^---\nkind: "blog_post"\ntitle: "Fresh"\nslug: "fresh"\n[^]*---\n\nWe sold 4,000 bags/,
    );
    const pages = unzipSync(
      new Uint8Array(await (await download(world, `bundles/${bundleId}/export?format=html`)).arrayBuffer()),
    );
    expect(strFromU8(pages["001-blog-post-fresh.html"] ?? new Uint8Array())).toContain(
      "<p>We sold 4,000 bags last year.</p>",
    );
  });

  it("INJ-05 as CSV holds no formula, and keeps the words as they are besides", async () => {
    const world = await createWorld();
    const file = smallFile();
    const formulas = ["=1+1", "+49 1", "-2", "@SUM(A1)", "\t=1", "＝1", '"=1', "a,b\n=1"];
    file.pieces = formulas.map((text, index) => ({
      ref: `s${index}`,
      kind: "social_post",
      platform: "x",
      title: "Post",
      text,
      ctaText: text.trim(),
    }));
    file.journey = [];
    const { body } = await importFile(world, file);
    const csv = await (await download(world, `bundles/${body.bundleId}/export?format=csv`)).text();
    const cells =
      csv
        .split("\r\n")
        .slice(1, -1)
        .join(",")
        .match(/"(?:[^"]|"")*"|[^,]*/g) ?? [];
    const values = cells.map((cell) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
    expect(
      values.filter((value) => /^[\s"'\u3000]*[=+\-@＝＋－＠]/.test(value) && !value.startsWith("'")),
    ).toEqual([]);
    for (const text of formulas.slice(0, -1)) expect(values).toContain(`'${text}`);
    expect(values).toContain("a,b\n=1");
  });

  it("of one piece is one file, of a sequence one with its mails; each is counted and written down", async () => {
    const { world, bundleId } = await withBundle();
    const { data } = (await world.owner.client.get(`/v1/pieces?bundleId=${bundleId}`)).body;
    const post = await download(world, `pieces/${data[0].id}/export?format=md`);
    expect(post.headers.get("content-disposition")).toBe('attachment; filename="blog-post-fresh.md"');
    expect(await post.text()).toContain("We sold 4,000 bags last year.\n\n\\=1+1\n");
    const page = await download(world, `pieces/${data[0].id}/export?format=html`);
    expect(page.headers.get("content-security-policy")).toMatch(/^sandbox/);
    const sequence = await download(world, `pieces/${data[3].id}/export?format=json`);
    expect((await sequence.json<{ pieces: object[] }>()).pieces).toHaveLength(3);
    const [row] = await world.database.select().from(contentPieces).where(eq(contentPieces.id, data[0].id));
    expect(row?.exportCount).toBe(2);
    const audit = await world.owner.client.get("/v1/audit-logs?action=piece.exported");
    expect(audit.body.data).toHaveLength(3);
  });
});
