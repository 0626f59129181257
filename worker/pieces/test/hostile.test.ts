import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { SELF } from "cloudflare:test";
import { createWorld, type World } from "../../test/world";
import { bodyOf, makePiece, makeSequence } from "./ground";

const payloads = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg/onload=alert(1)>',
  "'-alert(1)-'",
  "</title></style></script><script>alert(1)</script>",
  "<!--><iframe srcdoc='<script>alert(1)</script>'>",
  "＜script＞alert(1)＜/script＞",
  "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
  "\u202e<math><mtext><a href=javascript:alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "]]><script>alert(1)</script>",
  "\ud800<script>",
];
const hrefs = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "&#106;avascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "//evil.test/x",
  "/\\evil.test",
  'https://shop.test" onmouseover="alert(1)',
  "https://user:pass@shop.test/",
  "blob:https://shop.test/1",
  "file:///etc/passwd",
];

async function previewOf({ owner }: World, id: string) {
  const headers = { cookie: await owner.cookie() };
  return await SELF.fetch(`http://localhost/v1/pieces/${id}/preview`, { headers });
}

/** What a browser would make of it: the elements and attributes that are there, as a parser sees them. */
async function elementsOf(html: string) {
  const seen: { name: string; attributes: string[]; hrefs: string[] }[] = [];
  const rewriter = new HTMLRewriter().on("*", {
    element({ tagName, attributes }) {
      const all = [...attributes].map(([name, value]) => ({ name: name ?? "", value: value ?? "" }));
      const links = all.filter(({ name }) => name === "href" || name === "src").map(({ value }) => value);
      seen.push({ name: tagName, attributes: all.map(({ name }) => name), hrefs: links });
    },
  });
  await rewriter.transform(new Response(html)).text();
  return seen;
}

const harmless = new Set(
  "html head meta title style body main h1 h2 p strong a ul ol li blockquote pre code footer br".split(" "),
);

async function expectHarmless(html: string) {
  for (const { name, attributes, hrefs: links } of await elementsOf(html)) {
    expect(harmless).toContain(name);
    expect(attributes.filter((attribute) => /^on|^style$|^srcdoc$/.test(attribute))).toEqual([]);
    for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
  }
}

describe("hostile words", () => {
  it("XSS-01 XSS-02 stay words, in every field and every place that shows them", async () => {
    const world = await createWorld();
    const all = payloads.join(" ");
    const post = await makePiece(world, {
      title: all.slice(0, 290),
      body: bodyOf(...payloads),
      metaTitle: payloads[0],
      metaDescription: payloads[1],
      keywords: payloads.slice(0, 3),
      imageUrl: "https://roastery.test/a.png",
      imageAlt: payloads[2],
      ctaText: payloads[3],
    });
    const note = await makePiece(world, {
      kind: "social_post",
      platform: "linkedin",
      title: all.slice(0, 290),
      text: all,
    });
    const guide = await makePiece(world, {
      kind: "content_upgrade",
      title: "Guide",
      description: all,
      body: bodyOf(all),
    });
    const { sequence, ids } = await makeSequence(world, 1);
    await world.owner.client.patch(`/v1/pieces/${ids[0]}`, {
      revision: 1,
      subjectLine: payloads[0],
      preheader: payloads[1],
    });
    for (const id of [post.id, note.id, guide.id, sequence.id, ids[0]]) {
      const page = await previewOf(world, id);
      expect(page.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
      await expectHarmless(await page.text());
    }
  });

  it("XSS-01 nodes and marks that nobody knows are refused with their place, and nothing is kept", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: bodyOf("Fresh.") });
    const { client } = world.owner;
    const nodes = [
      { type: "script", content: [{ type: "text", text: "alert(1)" }] },
      { type: "html", attrs: { html: "<b>" } },
      { type: "iframe", attrs: { src: "https://evil.test" } },
      { type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "textStyle" }] }] },
      { type: "__proto__" },
      { type: "paragraph", onclick: "alert(1)" },
    ];
    for (const node of nodes) {
      const body = { type: "doc", content: [node] };
      const answer = await client.patch(`/v1/pieces/${piece.id}`, { revision: piece.revision, body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toMatch(/^\/body\/content\/0/);
    }
    expect((await client.get(`/v1/pieces/${piece.id}`)).body).toEqual(piece);
  });

  it("XSS-01 attributes that no node has are not kept", async () => {
    const world = await createWorld();
    const attrs = { level: 2, onclick: "alert(1)", style: "position:fixed", class: "x", id: "y" };
    const content = [
      { type: "heading", attrs, content: [{ type: "text", text: "A" }] },
      { type: "image", attrs: { src: "https://roastery.test/a.png", alt: "A bag", onerror: "alert(1)" } },
    ];
    const { body } = await makePiece(world, { body: { type: "doc", content } });
    expect(body.content).toEqual([
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A" }] },
      { type: "image", attrs: { src: "https://roastery.test/a.png", alt: "A bag" } },
    ]);
  });

  it("XSS-03 a link that is not http, https, mailto or tel goes and its words stay; as a field it is refused", async () => {
    const world = await createWorld();
    const content = hrefs.map((href) => ({
      type: "paragraph",
      content: [{ type: "text", text: "words", marks: [{ type: "link", attrs: { href } }] }],
    }));
    const pictures = hrefs.map((src) => ({ type: "image", attrs: { src, alt: "" } }));
    const piece = await makePiece(world, { body: { type: "doc", content: [...content, ...pictures] } });
    expect(JSON.stringify(piece.body)).not.toMatch(/href|src/);
    expect(piece.body.content).toHaveLength(hrefs.length);
    await expectHarmless(await (await previewOf(world, piece.id)).text());
    for (const href of hrefs.filter((one) => !/^[\s\u0001]/.test(one)))
      for (const field of ["ctaUrl", "imageUrl"]) {
        const change = { revision: piece.revision, [field]: href };
        expect((await world.owner.client.patch(`/v1/pieces/${piece.id}`, change)).status).toBe(422);
      }
  });

  it("XSS-01 a Word document is well formed whatever is in it, and reaches nowhere but by its links", async () => {
    const world = await createWorld();
    const body = bodyOf(...payloads);
    const guide = await makePiece(world, {
      kind: "content_upgrade",
      title: payloads[4],
      description: payloads[10],
      body,
    });
    const headers = { cookie: await world.owner.cookie() };
    const answer = await SELF.fetch(`http://localhost/v1/pieces/${guide.id}/document`, { headers });
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9-]+\.docx"$/);
    const page = await SELF.fetch(`http://localhost/v1/pieces/${guide.id}/document?format=html`, { headers });
    expect(page.headers.get("content-disposition")).toContain("attachment");
    await expectHarmless(await page.text());
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files).filter((name) => /vba|macro|embed/i.test(name))).toEqual([]);
    const document = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    expect(document).not.toMatch(/<script|<svg|<img|]]>|\u0000/);
    expect(document.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  });
});

describe("merge tags", () => {
  const typed = (text: string) => ({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });

  it("TPL-01 are those of the list; any other is the text it is, or refused where it would be one", async () => {
    const world = await createWorld();
    const { ids } = await makeSequence(world, 1);
    const { client } = world.owner;
    const foreign = [
      "{{env.AUTH_SECRET}}",
      "{{constructor.constructor}}",
      "{{lead.password}}",
      "{{{{lead.name}}}}",
    ];
    for (const subjectLine of foreign.slice(0, 3)) {
      const answer = await client.patch(`/v1/pieces/${ids[0]}`, { revision: 1, subjectLine });
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/subjectLine", code: "unknown_tag" }] },
      });
    }
    const node = { type: "mergeTag", attrs: { name: "env.AUTH_SECRET" } };
    const tagged = { type: "doc", content: [{ type: "paragraph", content: [node] }] };
    expect((await client.patch(`/v1/pieces/${ids[0]}`, { revision: 1, body: tagged })).status).toBe(422);

    const { body } = await client.patch(`/v1/pieces/${ids[0]}`, {
      revision: 1,
      body: typed(`Hello {{lead.first_name|there}}, ${foreign[0]} ${foreign[1]}`),
    });
    expect(body.piece.body.content[0].content).toEqual([
      { type: "text", text: "Hello " },
      { type: "mergeTag", attrs: { name: "lead.first_name", fallback: "there" } },
      { type: "text", text: `, ${foreign[0]} ${foreign[1]}` },
    ]);
    const page = await (await previewOf(world, String(ids[0]))).text();
    expect(page).toContain("<p>Hello there, {{env.AUTH_SECRET}}");
    const { checks } = (await client.get(`/v1/pieces/${ids[0]}/checks`)).body;
    expect(checks).toContainEqual(expect.objectContaining({ id: "tags", state: "problem" }));
  });

  it("TPL-01 in their thousands are refused", async () => {
    const world = await createWorld();
    const { ids } = await makeSequence(world, 1);
    const body = typed("{{lead.name}}".repeat(60));
    const answer = await world.owner.client.patch(`/v1/pieces/${ids[0]}`, { revision: 1, body });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/body" }] } });
  });

  it("TPL-01 mean nothing outside of an email", async () => {
    const world = await createWorld();
    const piece = await makePiece(world, { body: typed("Hello {{lead.name}}") });
    expect(piece.body.content[0].content).toEqual([{ type: "text", text: "Hello {{lead.name}}" }]);
  });
});
