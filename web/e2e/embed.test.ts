import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { overflow, seriousFindings } from "./axe";
import { element, type HostSite, publishForm, script, startHostSite, storedBy, visitHost } from "./host-site";
import { address, visit } from "./visit";

const policy = `default-src 'none'; script-src ${address}; connect-src ${address}`;
const attack = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;

let host: HostSite;
let form: string;

beforeAll(async () => {
  host = await startHostSite();
  form = await publishForm({
    title: "Ask us about coffee",
    fields: [
      {
        key: "name",
        type: "short_text",
        label: "Your name",
        isRequired: true,
        canPrefill: true,
        mapsTo: "lead.name",
      },
      { key: "email", type: "email", label: "Email", isRequired: true, mapsTo: "lead.email" },
      { key: "words", type: "long_text", label: "Your question" },
    ],
    translations: { ar: { title: "اسألنا", "fields.name.label": "اسمك" } },
  });
});
afterAll(() => host.stop());

describe("on somebody's page", () => {
  test("a form takes two requests, moves nothing, keeps nothing, and needs the two documented sources", async () => {
    const measure = `<script src="${address}/embed/v1.js" async></script>`;
    const url = host.put("/two", `<h1>Host</h1>${element(form, "", 520)}<p>Below</p>${measure}`, policy);
    const page = await visit();
    const asked: string[] = [];
    const broken: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (said) => said.type() === "error" && broken.push(said.text()));
    await page.addInitScript(watchShifts);
    await page.goto(url);
    await page.getByLabel("Your question").fill("What is a flat white?");
    expect(asked.filter((each) => each !== url && !each.endsWith("/favicon.ico"))).toEqual([
      `${address}/embed/v1.js`,
      `${address}/f/${form}/embed.js?lang=en`,
    ]);
    expect(await page.evaluate(() => Reflect.get(window, "shifts") as number)).toBe(0);
    expect(await storedBy(page)).toEqual([[], 0, 0, ""]);
    expect(broken.filter((text) => !text.includes("favicon"))).toEqual([]);
  });

  test("a page that hides and resets everything, with huge letters, does not reach in", async () => {
    const hostile = `<style>html{font-size:60px;color:red}body *{all:unset!important;display:none!important;font-size:60px!important}
      body{text-transform:uppercase;letter-spacing:9px;direction:rtl;visibility:hidden}</style>`;
    const { page } = await visitHost(host.put("/hostile", `${hostile}${element(form)}${script}`));
    const label = page.getByText("Your name", { exact: true });
    await label.waitFor();
    expect(await page.evaluate(looksOf, "label")).toEqual(["16px", "none", "normal", "ltr", "visible"]);
    await page.getByLabel("Your name").fill("Ada");
    const send = await sizeOf(page.getByRole("button", { name: /send/i }));
    expect(send.height).toBeGreaterThanOrEqual(44);
  });

  test("right to left at 320 pixels everything is mirrored and nothing is wider than the window", async () => {
    const url = host.put(
      "/ar",
      `<meta name="viewport" content="width=device-width"><body lang="ar" dir="rtl">${element(form)}${script}`,
    );
    const { page } = await visitHost(url, { width: 320 });
    await page.getByLabel("اسمك").waitFor();
    expect(await page.evaluate(looksOf, "label")).toContain("rtl");
    expect(await overflow(page)).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("XSS-07 markup in labels, options and thanks stays text; a page's own names do not break the form", async () => {
    const id = await publishForm({
      title: attack,
      fields: [
        {
          key: "one",
          type: "single_choice",
          label: attack,
          help: attack,
          options: [{ value: "a", label: attack }],
        },
        { key: "words", type: "statement", label: attack },
      ],
    });
    const clobbering = `<form id="tributary" name="currentScript"><input name="attributes"></form><img name="location">`;
    const { page } = await visitHost(host.put("/xss", `${clobbering}${element(id)}${script}`));
    let alerts = 0;
    page.on("dialog", (dialog) => dialog.dismiss().finally(() => alerts++));
    await page.getByRole("group").getByText("<img src=x").first().waitFor();
    expect(await page.locator("trb-form img, trb-form script").count()).toBe(0);
    expect(alerts).toBe(0);
  });

  test("twice on a page, the script twice, and moved by a page that navigates by itself: each form is its own", async () => {
    const url = host.put("/twice", `${script}<main>${element(form)}${element(form)}</main>${script}`);
    const { page, broken } = await visitHost(url);
    const names = page.getByLabel("Your name");
    await names.nth(1).fill("Second");
    expect(await names.first().inputValue()).toBe("");
    await page.evaluate((id) => {
      const [, second] = document.querySelectorAll("trb-form");
      const view = document.createElement("section");
      const third = document.createElement("trb-form");
      third.setAttribute("form", id);
      if (second) view.append(second);
      view.append(third);
      document.querySelector("main")?.replaceChildren(view);
    }, form);
    await names.nth(1).waitFor();
    expect([await names.count(), await names.first().inputValue(), await names.nth(1).inputValue()]).toEqual([
      2,
      "Second",
      "",
    ]);
    expect(broken.filter((text) => !text.includes("favicon"))).toEqual([]);
  });

  test("the page's address fills in only what the owner allows", async () => {
    const url = host.put("/prefill", `${element(form)}${script}`);
    const { page } = await visitHost(`${url}?name=Ada&email=mallory@example.com`);
    await page.getByLabel("Email").waitFor();
    expect([
      await page.getByLabel("Your name").inputValue(),
      await page.getByLabel("Email").inputValue(),
    ]).toEqual(["Ada", ""]);
  });

  test("CORS-03 a page that its owner did not name shows the link, and its developer reads why", async () => {
    const id = await publishForm({ title: "Only there" }, { allowedDomains: ["northwind.example"] });
    const { page, broken } = await visitHost(host.put("/elsewhere", `${element(id)}${script}`));
    await expect.poll(() => broken.join("\n")).toContain("It may only be embedded on: northwind.example.");
    expect(await page.getByRole("link", { name: "Ask us" }).isVisible()).toBe(true);
    expect(await page.getByRole("textbox").count()).toBe(0);
  });
});

describe("as a popup", () => {
  test("it holds the focus, closes by Escape, gives the focus back, and forgets nothing", async () => {
    const url = host.put("/popup", `<a href="#before">Before</a>${element(form, 'mode="popup"')}${script}`);
    const { page } = await visitHost(url, { width: 360, height: 700 });
    await page.getByRole("link", { name: "Ask us" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Ask us about coffee" });
    await dialog.getByLabel("Your name").fill("Ada");
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.matches("trb-form, body"))).toBe(true);
    }
    const close = await sizeOf(dialog.getByRole("button", { name: "Close" }));
    expect(Math.min(close.width, close.height)).toBeGreaterThanOrEqual(44);
    const box = await sizeOf(dialog);
    expect(box.height <= 700 - 32 && box.width <= 360 - 32).toBe(true);
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Ask us");
    await page.keyboard.press("Enter");
    expect(await dialog.getByLabel("Your name").inputValue()).toBe("Ada");
  });

  test("a slide-in leaves the page usable, and covers at most 60 % of a phone's height", async () => {
    const { page } = await visitHost(
      host.put("/slide", `<button>Page</button>${element(form, 'mode="slide"')}${script}`),
      { width: 360, height: 700 },
    );
    await page.getByRole("link", { name: "Ask us" }).click();
    const { height } = await sizeOf(page.getByRole("dialog"));
    expect(height).toBeLessThanOrEqual(700 * 0.6);
    await page.getByRole("button", { name: "Page" }).click();
  });
});

describe("in a frame", () => {
  test("XSS-07 the frame is as high as its form says, and as nobody else says", async () => {
    const { page } = await visitHost(host.put("/frame", `${element(form, "isolated")}${script}`));
    const frame = page.locator("trb-form iframe");
    await page.frameLocator("trb-form iframe").getByLabel("Your name").waitFor();
    await expect.poll(() => frame.evaluate((each) => each.getBoundingClientRect().height)).not.toBe(480);
    const height = await frame.evaluate((each) => each.getBoundingClientRect().height);
    await page.evaluate(() => window.postMessage({ type: "trb:height", height: 5 }, "*"));
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await frame.evaluate((each) => each.getBoundingClientRect().height)).toBe(height);
  });

  test("FRAME-01 a page that the owner did not name cannot frame it", async () => {
    const id = await publishForm({ title: "Only there" }, { allowedDomains: ["northwind.example"] });
    const { page, broken } = await visitHost(
      host.put("/framing", `<iframe title="x" src="${address}/f/${id}"></iframe>`),
    );
    await expect.poll(() => broken.join("\n")).toMatch(/frame-ancestors|refused to connect|Framing/i);
    expect(await page.frameLocator("iframe").getByRole("textbox").count()).toBe(0);
  });
});

function looksOf(selector: string): string[] {
  const label = document.querySelector("trb-form")?.shadowRoot?.querySelector(selector);
  if (!label) return [];
  const { fontSize, textTransform, letterSpacing, direction, visibility } = getComputedStyle(label);
  return [fontSize, textTransform, letterSpacing, direction, visibility];
}

function watchShifts(): void {
  Reflect.set(window, "shifts", 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sum: unknown = Reflect.get(window, "shifts");
      Reflect.set(window, "shifts", Number(sum) + Number(Reflect.get(entry, "value")));
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** In whole pixels: the browser answers in fractions, such as 43.99999. */
async function sizeOf(part: Locator): Promise<{ width: number; height: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error("Nothing of it is on the screen.");
  return { width: Math.round(box.width), height: Math.round(box.height) };
}
