import { SELF } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { managedUrls } from "../../../db/schema/cell/links";
import { organizations } from "../../../db/schema/control/organizations";
import { control, createWorld, unique, type World } from "../../test/world";

let world: World;
let businessId: string;

beforeAll(async () => {
  world = await createWorld();
  businessId = (await world.owner.client.post("/v1/businesses", { name: "Northwind Coffee" })).body.id;
});

async function makeLink(more: Record<string, unknown> = {}) {
  const body = { businessId, url: "https://coffee.example/offer", ...more };
  return await world.owner.client.post("/v1/links", body);
}

async function follow(slug: string, init: RequestInit = {}) {
  return await SELF.fetch(`http://localhost/l/${slug}`, { redirect: "manual", ...init });
}

describe("a short link", () => {
  it("leads to its target with normalised UTM parameters and the click's id", async () => {
    const { body } = await makeLink({
      url: "https://coffee.example/offer?size=1%20kg#top",
      name: "Spring Offer",
      utm: { source: "  LinkedIn ", medium: "Social", campaign: "{name} {year}" },
    });
    const year = new Date().getUTCFullYear();
    expect(body.utm).toEqual({ source: "linkedin", medium: "social", campaign: `spring-offer-${year}` });
    const response = await follow(body.slug);
    expect(response.status).toBe(302);
    const utm = `utm_source=linkedin&utm_medium=social&utm_campaign=spring-offer-${year}`;
    expect(response.headers.get("location")).toMatch(
      new RegExp(`^https://coffee\\.example/offer\\?size=1%20kg&${utm}&trb_click=clk_[\\w.-]+#top$`),
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it("answers HEAD as it answers GET, and nothing else", async () => {
    const { body } = await makeLink();
    expect((await follow(body.slug, { method: "HEAD" })).status).toBe(302);
    const refused = await follow(body.slug, { method: "POST" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("has the name that somebody chose, once in the whole world", async () => {
    const slug = `spring-${unique()}`.slice(0, 40);
    const { body } = await makeLink({ slug: ` ${slug.toUpperCase()} `, passesIds: false });
    expect(body.slug).toBe(slug);
    expect((await follow(slug)).headers.get("location")).toBe("https://coffee.example/offer");
    const stranger = await createWorld();
    const business = (await stranger.owner.client.post("/v1/businesses", { name: "Other" })).body.id;
    const wanted = { businessId: business, url: "https://other.example", slug };
    const refused = await stranger.owner.client.post("/v1/links", wanted);
    expect([refused.status, refused.body.detail]).toEqual([409, "This name is not available."]);
    expect((await follow(slug)).headers.get("location")).toBe("https://coffee.example/offer");
  });

  it("is archived and comes back, and each change counts at once here", async () => {
    const { body } = await makeLink({ passesIds: false });
    const { client } = world.owner;
    await follow(body.slug);
    await client.put(`/v1/links/${body.id}/archive`, undefined);
    const ended = await follow(body.slug);
    expect([ended.status, ended.headers.get("cache-control")]).toEqual([410, "no-store"]);
    expect(await ended.text()).toContain("This link is no longer in use");
    expect(
      (await client.get("/v1/links?state=archived")).body.data.map((each: { id: string }) => each.id),
    ).toEqual([body.id]);
    await client.delete(`/v1/links/${body.id}/archive`);
    await client.patch(`/v1/links/${body.id}`, { url: "https://coffee.example/summer" });
    expect((await follow(body.slug)).headers.get("location")).toBe("https://coffee.example/summer");
  });

  it("ends at its time", async () => {
    const past = await makeLink({ expiresAt: "2020-01-01T00:00:00Z" });
    expect([past.status, past.body.errors[0].pointer]).toEqual([422, "/expiresAt"]);
    const { body } = await makeLink({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await world.database
      .update(managedUrls)
      .set({ expiresAt: Date.now() })
      .where(eq(managedUrls.id, body.id));
    const ended = await follow(body.slug);
    expect([ended.status, await ended.text()]).toEqual([410, expect.stringContaining("This link has ended")]);
    expect((await world.owner.client.get(`/v1/links/${body.id}`)).body.state).toBe("expired");
  });

  it("leads some elsewhere, by country, device and language", async () => {
    const { body } = await makeLink({
      passesIds: false,
      rules: [
        { countries: ["DE"], languages: ["de"], url: "https://coffee.example/de" },
        { devices: ["mobile"], url: "https://coffee.example/app" },
      ],
    });
    const location = async (headers: Record<string, string>) =>
      (await follow(body.slug, { headers })).headers.get("location");
    const iphone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148";
    expect(await location({ "cf-ipcountry": "DE", "accept-language": "de-AT,de" })).toBe(
      "https://coffee.example/de",
    );
    expect(await location({ "cf-ipcountry": "DE", "user-agent": iphone })).toBe("https://coffee.example/app");
    expect(await location({ "cf-ipcountry": "FR" })).toBe("https://coffee.example/offer");
  });

  it("that nobody made says so kindly, and gives nothing of the address back (XSS-04)", async () => {
    for (const slug of ["0000000zz", "no-such-link", "%3Cscript%3E", "a".repeat(90)]) {
      const response = await follow(slug);
      expect([slug, response.status]).toEqual([slug, 404]);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await response.text()).not.toContain(slug);
    }
  });

  it("TEN-13 of an organization that was deleted is closed", async () => {
    const gone = await createWorld();
    const business = (await gone.owner.client.post("/v1/businesses", { name: "Gone" })).body.id;
    const { body } = await gone.owner.client.post("/v1/links", {
      businessId: business,
      url: "https://a.example",
    });
    await control().update(organizations).set({ status: "deleted" }).where(eq(organizations.id, gone.id));
    expect((await follow(body.slug)).status).toBe(410);
  });
});
