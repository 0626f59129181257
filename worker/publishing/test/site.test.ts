import { eq } from "drizzle-orm";
import { HtmlValidate, StaticConfigLoader } from "html-validate/browser";
import { beforeAll, describe, expect, it } from "vitest";
import { blogPosts, contentPieces } from "../../../db/schema/cell/content";
import { organizations } from "../../../db/schema/control/organizations";
import { control, createWorld, unique, type World } from "../../test/world";
import { openShop, type Shop, writePiece } from "../../test/shop";
import { visit } from "../../test/visit";

const html = new HtmlValidate(
  new StaticConfigLoader({ extends: ["html-validate:standard", "html-validate:a11y"] }),
);

let world: World;
let shop: Shop;

beforeAll(async () => {
  world = await createWorld({ planSlug: "agency" });
  shop = await openShop(world);
});

async function publish(pieceId: string) {
  const answer = await world.owner.client.post(`/v1/pieces/${pieceId}/publications`, { channel: "built_in" });
  expect(answer).toMatchObject({ status: 201, body: { state: "published", channel: "built_in" } });
  return answer.body;
}

async function expectValid(text: string): Promise<void> {
  const report = await html.validateString(text);
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
}

/** Every attribute that would run something, as a parser reads the page. */
async function handlersIn(text: string): Promise<string[]> {
  const found: string[] = [];
  const element = ({ tagName, attributes }: Element) => {
    for (const [name = "", value = ""] of attributes)
      if (name.startsWith("on") || /^javascript:/i.test(value)) found.push(`${tagName} ${name}`);
  };
  await new HTMLRewriter().on("*", { element }).transform(new Response(text)).text();
  return found;
}

describe("a published article", () => {
  it("is a valid page without script, that says to machines what it is", async () => {
    const slug = `dates-${unique()}`;
    const picture = { imageUrl: "https://pictures.test/beans.jpg", imageAlt: "Beans in a sieve" };
    const act = { ctaText: "Order a bag", ctaUrl: "https://roastery.test/shop" };
    const { url } = await publish(await writePiece(shop, { slug, ...picture, ...act }));
    expect(url).toBe(`http://localhost/p/${shop.slug}/${slug}`);
    const page = await visit(`/p/${shop.slug}/${slug}`);
    expect(page.status).toBe(200);
    await expectValid(page.text);
    expect(page.text).toContain(`<link rel="canonical" href="${url}"`);
    expect(page.text).toContain('<meta property="og:image" content="https://pictures.test/beans.jpg"');
    expect(page.text).toContain("<strong>two weeks</strong>");
    expect(page.text).toMatch(/<html lang="en" dir="ltr"/);
    const scripts = [...page.text.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
    expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/ld+json"']);
    expect(JSON.parse(scripts[0]?.[2] ?? "")).toMatchObject({ "@type": "BlogPosting", url });
    expect(page.text.length).toBeLessThan(14_000);
  });

  it("is kept as it was approved, until it is published again", async () => {
    const slug = `kept-${unique()}`;
    const pieceId = await writePiece(shop, { slug });
    await publish(pieceId);
    await world.database
      .update(blogPosts)
      .set({ slug: `${slug}-moved` })
      .where(eq(blogPosts.id, pieceId));
    await world.database
      .update(contentPieces)
      .set({ title: "An edit nobody approved" })
      .where(eq(contentPieces.id, pieceId));
    expect((await visit(`/p/${shop.slug}/${slug}`)).text).toContain("What a roasting date tells you");
    expect((await visit(`/p/${shop.slug}/${slug}-moved`)).status).toBe(404);
  });
});

describe("the pages around it", () => {
  it("the front page, downloads, the feed and the sitemap name what is published, and only that", async () => {
    const own = await openShop(world, { language: "de", name: `Rösterei ${unique()}` });
    await publish(await writePiece(own, { slug: "eins", title: "Erster & Artikel" }));
    await publish(await writePiece(own, { slug: "liste", title: "Liste", kind: "content_upgrade" }));
    for (const status of ["draft", "ready", "approved", "scheduled"] as const)
      await writePiece(own, { status, title: `Hidden ${status}`, slug: `hidden-${status}` });
    const root = `/p/${own.slug}`;
    const front = await visit(root);
    await expectValid(front.text);
    expect(front.text).toContain('<html lang="de"');
    const download = await visit(`${root}/downloads/liste`);
    expect([download.status, (await visit(`${root}/liste`)).status]).toEqual([200, 404]);
    await expectValid(download.text);
    const feed = await visit(`${root}/rss.xml`);
    expect(feed.headers.get("content-type")).toContain("application/rss+xml");
    expect(feed.text).toContain("<title>Erster &amp; Artikel</title>");
    const map = await visit(`${root}/sitemap.xml`);
    expect([...map.text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at).toSorted()).toEqual(
      ["", "/downloads/liste", "/eins"].map((path) => `http://localhost${root}${path}`),
    );
    for (const { text } of [front, feed, map]) expect(text).not.toContain("idden");
    for (const status of ["draft", "ready", "approved", "scheduled"])
      expect((await visit(`${root}/hidden-${status}`)).status).toBe(404);
  });

  it("turns to older articles by address, without a query", async () => {
    const own = await openShop(world);
    for (let number = 0; number < 22; number++)
      await publish(await writePiece(own, { title: `Article ${number}.` }));
    const first = await visit(`/p/${own.slug}`);
    const older = /href="http:\/\/localhost(\/p\/[^"]*\/before\/[^"]*)"/.exec(first.text)?.[1] ?? "";
    const second = await visit(older);
    await expectValid(second.text);
    const titles = (text: string) => [...text.matchAll(/>(Article \d+\.)</g)].map(([, title]) => title);
    expect([titles(first.text).length, titles(second.text).length]).toEqual([20, 2]);
    expect(new Set([...titles(first.text), ...titles(second.text)]).size).toBe(22);
  });

  it("an earlier name of the business leads to its name of today", async () => {
    const own = await openShop(world);
    await publish(await writePiece(own, { slug: "one" }));
    const slug = `renamed-${unique()}`;
    await world.owner.client.patch(`/v1/businesses/${own.id}`, { slug });
    const moved = await visit(`/p/${own.slug}/one?next=//evil.example`, { host: "evil.example" });
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `http://localhost/p/${slug}/one`]);
    expect((await visit(`/p/${slug}/one`)).status).toBe(200);
  });
});

describe("XSS on public pages", () => {
  it("XSS-02 XSS-04 nothing that people type ends an element, an attribute or the data for machines", async () => {
    const evil = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>\u2028`;
    const own = await openShop(world, {
      name: `Evil ${evil.replace("\u2028", "")}`.slice(0, 110),
      slug: `evil-${unique()}`,
      description: evil.replace("\u2028", ""),
    });
    await publish(
      await writePiece(own, {
        slug: "evil",
        title: evil,
        ctaText: evil,
        ctaUrl: 'https://a.test/?"onclick=alert(1)',
        imageUrl: 'https://a.test/x.png" onerror="alert(1)',
        imageAlt: evil,
      }),
    );
    for (const path of ["", "/evil", "/rss.xml", "/sitemap.xml", "/nothing"]) {
      const { text } = await visit(`/p/${own.slug}${path}`);
      expect(text).not.toMatch(/<script>|<img src=x/);
      if (path.endsWith(".xml")) continue;
      expect(await handlersIn(text)).toEqual([]);
      await expectValid(text);
      const data = /ld\+json">(.*?)<\/script>/s.exec(text)?.[1];
      if (data) expect(data).not.toMatch(/[<>\u2028]/);
    }
  });

  it("XSS-03 XSS-08 the policy lets nothing run, be framed or be sent", async () => {
    const { headers } = await visit(`/p/${shop.slug}`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    expect(policy).not.toMatch(/script-src|unsafe|\*/);
    for (const rule of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
  });
});

describe("CACHE-01 what a cache keeps", () => {
  it("is the same for every caller: no cookie, header, host or query changes it", async () => {
    await publish(await writePiece(shop, { slug: "same" }));
    const path = `/p/${shop.slug}/same`;
    const plain = await visit(path);
    const others = [
      await visit(`${path}?utm_source=mail&preview=1&lang=de`),
      await visit(path, {
        headers: { cookie: await world.owner.cookie(), "x-forwarded-host": "evil.example" },
      }),
      await visit(path, {
        host: "evil.example",
        headers: { "accept-language": "ar", "x-original-url": "/o" },
      }),
      await visit(path, { method: "POST", body: "a=1" }),
    ];
    expect(others.slice(0, 3).map(({ text }) => text === plain.text)).toEqual([true, true, true]);
    expect(others[3]?.status).toBe(405);
    for (const { headers } of [plain, ...others]) {
      expect([headers.get("set-cookie"), headers.get("vary")]).toEqual([null, null]);
      expect(headers.get("tributary-bookmark")).toBeNull();
    }
  });

  it("is asked for again each time, and costs nothing when it is still true", async () => {
    const first = await visit(`/p/${shop.slug}`);
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const etag = first.headers.get("etag") ?? "";
    const again = await visit(`/p/${shop.slug}`, { headers: { "if-none-match": `"other", W/${etag}` } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await visit(`/p/${shop.slug}`, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("is gone with what was withdrawn, archived or closed, and says so at once", async () => {
    const own = await openShop(world);
    const [one, two] = [await writePiece(own, { slug: "one" }), await writePiece(own, { slug: "two" })];
    const { id } = await publish(one);
    await publish(two);
    const { etag = "" } = Object.fromEntries((await visit(`/p/${own.slug}/one`)).headers);
    expect((await world.owner.client.delete(`/v1/publications/${id}`)).body.state).toBe("withdrawn");
    const gone = await visit(`/p/${own.slug}/one`, { headers: { "if-none-match": etag } });
    expect([gone.status, gone.headers.get("cache-control")]).toEqual([410, "no-store"]);
    await expectValid(gone.text);
    await world.database.update(contentPieces).set({ archivedAt: 1 }).where(eq(contentPieces.id, two));
    expect((await visit(`/p/${own.slug}/two`)).status).toBe(410);
    const front = await visit(`/p/${own.slug}`);
    expect(front.text).not.toContain("roasting date");
    await world.owner.client.put(`/v1/businesses/${own.id}/archive`, {});
    expect((await visit(`/p/${own.slug}`)).status).toBe(410);
  });

  it("TEN-13 is nothing of an organization that is suspended", async () => {
    const other = await createWorld();
    const own = await openShop(other);
    expect((await visit(`/p/${own.slug}`)).status).toBe(200);
    await control().update(organizations).set({ status: "suspended" }).where(eq(organizations.id, other.id));
    const closed = await visit(`/p/${own.slug}`);
    expect([closed.status, closed.text.includes("Roastery")]).toEqual([410, false]);
  });

  it("CACHE-02 is never a page of somebody else, whatever the path tries", async () => {
    const other = await openShop(await createWorld());
    await publish(await writePiece(shop, { slug: "ours-alone" }));
    const tricks = [
      `/p/${other.slug}/ours-alone`,
      `/p/${other.slug}/..%2f${shop.slug}%2fours-alone`,
      `/p/${other.slug}%2f${shop.slug}/ours-alone`,
      `/p/${other.slug}/downloads/ours-alone`,
      `/p/${other.slug}//ours-alone`,
      `/p/${other.slug}/ours-alone%00`,
      `/p/${shop.slug.toUpperCase()}/ours-alone`,
      `/p//${shop.slug}/ours-alone`,
      `/p/${shop.id}/ours-alone`,
      "/p/",
      "/p/%",
    ];
    for (const trick of tricks) {
      const page = await visit(trick);
      expect([trick, page.status, page.text.includes("roasting date")]).toEqual([trick, 404, false]);
    }
  });
});
