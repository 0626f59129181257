import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { campaignEventDays, campaignEvents } from "../../../db/schema/cell/visitors";
import { createWorld, type World } from "../../test/world";
import { visit } from "../../test/visit";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
let world: World;
let address: string;

beforeAll(async () => {
  world = await createWorld();
  const { body } = await world.owner.client.post("/v1/businesses", { name: "Corner Bakery" });
  address = `/p/${String(body["slug"])}`;
});

const eventsOf = () =>
  world.database.select().from(campaignEvents).where(eq(campaignEvents.organizationId, world.id));

describe("our own pages", () => {
  it("GDPR-04 count their views without a cookie, and not those of who asks for privacy or fetches ahead", async () => {
    const reading = { "user-agent": firefox, referer: "https://search.test/?q=secret" };
    await visit(address, { headers: { ...reading, "sec-gpc": "1" } });
    await visit(address, { headers: { ...reading, "sec-purpose": "prefetch" } });
    await visit(address, { headers: { "user-agent": "Googlebot/2.1" } });
    const answer = await visit(`${address}?utm_source=Mail&email=ada@x.test`, { headers: reading });
    expect(answer.headers.get("set-cookie")).toBeNull();
    await vi.waitFor(async () => expect(await eventsOf()).toHaveLength(2), { timeout: 5000 });
    const [read, crawled] = (await eventsOf()).toSorted((a) => (a.traffic === "human" ? -1 : 1));
    expect(crawled?.traffic).toBe("bot");
    expect(read).toMatchObject({
      type: "view",
      url: `http://localhost${address}`,
      referrer: "https://search.test/",
      utm: { source: "mail" },
      device: "desktop",
    });
    const days = await world.database
      .select()
      .from(campaignEventDays)
      .where(eq(campaignEventDays.organizationId, world.id));
    expect(days.map(({ isBot, events, visitors }) => ({ isBot, events, visitors }))).toEqual([
      { isBot: false, events: 1, visitors: 1 },
      { isBot: true, events: 1, visitors: 1 },
    ]);
  });
});
