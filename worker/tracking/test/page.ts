import { SELF } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { campaignEvents } from "../../../db/schema/cell/visitors";
import { unique, type World } from "../../test/world";

export const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";

/** A visitor's browser on somebody's page, at an address that no other test has. */
export function pageOf(
  key: string,
  { origin = "https://shop.test", headers = {} as Record<string, string> } = {},
) {
  const address = `2001:db8:${[...crypto.getRandomValues(new Uint16Array(2))].map((part) => part.toString(16)).join(":")}::1`;
  const usual = {
    "content-type": "text/plain",
    "user-agent": firefox,
    "cf-connecting-ip": address,
    ...(origin === "" ? {} : { origin }),
    ...headers,
  };
  return {
    async sendText(body: string, more: Record<string, string> = {}) {
      const init = { method: "POST", body, headers: { ...usual, ...more } };
      const response = await SELF.fetch("http://localhost/t/events", init);
      const text = await response.text();
      // safe: every answer of the door is a JSON object
      const answer = JSON.parse(text) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, body: answer };
    },
    send(events: object[], more: object = {}) {
      return this.sendText(JSON.stringify({ key, consent: false, now: Date.now(), events, ...more }));
    },
  };
}

export function viewed(more: object = {}) {
  return {
    id: unique(),
    type: "view",
    at: Date.now(),
    url: "https://shop.test/coffee?email=a@b.test",
    ...more,
  };
}

export async function trackingKey(world: World, body: object = {}): Promise<{ id: string; key: string }> {
  const { body: made } = await world.owner.client.post("/v1/tracking-keys", { name: "Shop", ...body });
  return { id: String(made["id"]), key: String(made["key"]) };
}

export async function eventsOf(world: World) {
  return await world.database
    .select()
    .from(campaignEvents)
    .where(eq(campaignEvents.organizationId, world.id));
}
