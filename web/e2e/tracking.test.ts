import { createServer, type Server } from "node:http";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demo, signIn } from "./people";
import { address, visit } from "./visit";

const home = "/o/northwind-coffee";
let shop: Server;
let shopAddress = "";
let snippet = "";

/** Somebody's website, at an origin of its own: every path is a page with the snippet that was copied. */
beforeAll(async () => {
  shop = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><title>Shop</title>${snippet}<h1>Beans</h1><a href="/tea">Tea</a>
      <a id="out" href="http://127.0.0.1:1/roaster?secret=1" target="other">Our roaster</a>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, resolve));
  const at = shop.address();
  shopAddress = `http://localhost:${typeof at === "object" ? at?.port : ""}`;
});

afterAll(() => shop.close());

describe("tracking", () => {
  test("GDPR-04 a pasted snippet keeps and sends nothing before consent; after it, a visitor becomes a lead's story", async () => {
    const owner = await visit();
    await signIn(owner, demo.email, demo.password);
    snippet = await copySnippet(owner);
    const leadId = await makeLead(owner, "ada.tracked@people.test");
    const reader = await visit();
    const sent = listen(reader);
    await reader.goto(`${shopAddress}/beans?email=ada@x.test&trb_c=nonsense`);
    await reader.evaluate(() => history.pushState({}, "", "/beans/ethiopia"));
    await reader.getByText("Our roaster").click();
    expect(new URL(reader.url()).search).not.toContain("trb_c");
    await reader.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
    expect(sent()).toEqual([]);
    expect(await keptBy(reader)).toEqual({ cookies: 0, local: 0, session: 0 });

    const taken = reader.waitForResponse((answer) => answer.url().endsWith("/t/events"));
    await command(reader, ["consent", true]);
    expect(await (await taken).json()).toMatchObject({ accepted: 3 });
    const named = reader.waitForResponse((answer) => answer.url().endsWith("/t/events"));
    await command(reader, ["identify", "ada.tracked@people.test"]);
    expect((await named).status()).toBe(202);
    expect(await keptBy(reader)).toEqual({ cookies: 0, local: 1, session: 0 });
    expect(sent().some((body) => body.includes("cookie"))).toBe(false);

    await expect
      .poll(() => journeyOf(owner, leadId), { timeout: 20_000 })
      .toEqual(["identify ", "click http://127.0.0.1:1/roaster", "view /beans/ethiopia", "view /beans"]);

    await command(reader, ["consent", false]);
    expect(await keptBy(reader)).toEqual({ cookies: 0, local: 0, session: 0 });
    await owner.goto(`${home}/settings/tracking`);
    await owner
      .getByRole("status")
      .getByText(/Last event/)
      .waitFor();
  });

  test("GDPR-04 nothing at all is sent by a browser that asks for privacy", async () => {
    const reader = await visit();
    await reader.addInitScript(() =>
      Object.defineProperty(navigator, "globalPrivacyControl", { value: true }),
    );
    const sent = listen(reader);
    await reader.goto(`${shopAddress}/beans`);
    await command(reader, ["consent", true]);
    await reader.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
    expect(sent()).toEqual([]);
    expect(await keptBy(reader)).toEqual({ cookies: 0, local: 0, session: 0 });
  });
});

/** As a person would: make a key for the shop, and copy what the screen shows. */
async function copySnippet(page: Page): Promise<string> {
  await page.goto(`${home}/settings/tracking`);
  const form = page.locator("form", { has: page.getByRole("button", { name: "Create tracking key" }) });
  await form.getByLabel("Name").fill("Test shop");
  await form.getByLabel("Websites that may send").fill(new URL(shopAddress).host);
  await form.getByRole("button", { name: "Create tracking key" }).click();
  await page.getByText("The snippet for “Test shop” is ready to paste.").waitFor();
  await page.getByText("Nothing heard yet.").waitFor();
  return (await page.getByRole("figure", { name: "Snippet" }).locator("pre").textContent()) ?? "";
}

function listen(page: Page): () => string[] {
  const bodies: string[] = [];
  page.on("request", (request: Request) => {
    if (request.method() === "POST" && request.url().startsWith(`${address}/t/`))
      bodies.push(request.postData() ?? "");
  });
  return () => bodies;
}

async function command(page: Page, order: [string, unknown]): Promise<void> {
  await page.evaluate((given) => {
    const list = (Reflect.get(window, "tributary") ?? []) as unknown[]; // safe: the snippet keeps it a list
    list.push(given);
  }, order);
}

async function keptBy(page: Page) {
  const [local, session] = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
  return { cookies: (await page.context().cookies()).length, local, session };
}

async function makeLead(page: Page, email: string): Promise<string> {
  const { leadId } = await call<{ leadId: string }>(page, "POST", "/v1/track/lead", { email });
  return leadId;
}

async function journeyOf(page: Page, leadId: string): Promise<string[]> {
  type Event = { type: string; url: string; data: { target?: string } };
  const { data } = await call<{ data: Event[] }>(page, "GET", `/v1/leads/${leadId}/journey`);
  const shown = {
    view: ({ url }: Event) => new URL(url).pathname,
    click: ({ data: { target } }: Event) => target,
  };
  return data.map((event) => `${event.type} ${shown[event.type as keyof typeof shown]?.(event) ?? ""}`); // safe: others show nothing
}

/** The API as the person whose page this is. */
async function call<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const text = await page.evaluate(
    async ([verb, route, content]) => {
      const listed = await fetch("/v1/organizations");
      // safe: the documented answer of our own API
      const { data } = (await listed.json()) as { data: { id: string; slug: string }[] };
      const here = data.find(({ slug }) => slug === "northwind-coffee")?.id ?? "";
      const headers = { "tributary-organization": here, "content-type": "application/json" };
      const answer = await fetch(route, { method: verb, headers, ...(content ? { body: content } : {}) });
      return await answer.text();
    },
    [method, path, body === undefined ? "" : JSON.stringify(body)] as const,
  );
  return JSON.parse(text) as T; // safe: the caller names the parts that it looks at
}
