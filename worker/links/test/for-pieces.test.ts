import { beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop, writePiece } from "../../test/shop";
import { visit } from "../../test/visit";
import { createWorld, type World } from "../../test/world";

let world: World;
let shop: Shop;
const target = "https://roastery.test/shop";

beforeAll(async () => {
  world = await createWorld({ planSlug: "agency" });
  shop = await openShop(world);
});

async function publish(id: string) {
  return await world.owner.client.post(`/v1/pieces/${id}/publications`, { channel: "built_in" });
}

async function linksOf(id: string) {
  return (await world.owner.client.get(`/v1/links?pieceId=${id}`)).body.data;
}

describe("the call to action of a published piece", () => {
  it("leads by way of one link, however often and however many publish at once", async () => {
    const id = await writePiece(shop, { slug: "fresh", ctaText: "Order", ctaUrl: target });
    await Promise.all([1, 2, 3].map(() => publish(id)));
    await publish(id);
    const links = await linksOf(id);
    expect(links).toMatchObject([
      { url: target, source: { type: "blog_post", pieceId: id, purpose: "cta" }, utm: { medium: "blog" } },
    ]);
    const page = await visit(`/p/${shop.slug}/fresh`);
    expect(page.text).toContain(`href="${links[0].shortUrl}"`);
    expect(page.text).toMatch(new RegExp(`rel="canonical" href="[^"]*/p/${shop.slug}/fresh"`));
    expect(page.text).not.toContain(`href="${target}`);
  });

  it("stays where a person has pointed it, until the piece names another target", async () => {
    const id = await writePiece(shop, { slug: "moved", ctaText: "Order", ctaUrl: target });
    await publish(id);
    const [link] = await linksOf(id);
    const { client } = world.owner;
    await client.patch(`/v1/links/${link.id}`, { url: "https://roastery.test/new-shop" });
    await publish(id);
    expect((await linksOf(id))[0].url).toBe("https://roastery.test/new-shop");
  });

  it("leads straight there where somebody has archived its link", async () => {
    const id = await writePiece(shop, { slug: "straight", ctaText: "Order", ctaUrl: target });
    await publish(id);
    const [link] = await linksOf(id);
    await world.owner.client.put(`/v1/links/${link.id}/archive`, undefined);
    await publish(id);
    expect((await visit(`/p/${shop.slug}/straight`)).text).toContain(`href="${target}"`);
  });
});
