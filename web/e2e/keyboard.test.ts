import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const home = "/o/northwind-coffee";

/** A page that has just been opened, by somebody who is signed in. */
async function enter(door: Page, path = home): Promise<Page> {
  await signIn(door, demo.email, demo.password);
  await door.waitForURL(/northwind-coffee/);
  const page = await door.context().newPage();
  await page.goto(path);
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__react")));
  return page;
}

describe("by keyboard alone", () => {
  test("signing in needs no mouse", async () => {
    const page = await visit();
    await page.goto("/sign-in");
    await page.getByLabel("Email", { exact: true }).focus();
    await page.keyboard.type(demo.email);
    await page.keyboard.press("Tab");
    while ((await page.evaluate(() => document.activeElement?.getAttribute("name"))) !== "password") {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(demo.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/northwind-coffee/);
  });

  test("the first stop of a page skips to its content, and every stop can be seen", async () => {
    const page = await enter(await visit());
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip to/i);
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press("Tab");
      const visible = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return true;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      });
      expect(visible).toBe(true);
    }
  });

  test("the palette opens anywhere, finds a screen and goes there; Escape gives the focus back", async () => {
    const page = await enter(await visit());
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("audit");
    await page
      .getByRole("option", { name: /audit log/i })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/audit-log/);
  });

  test("a question mark explains the keys, g then a letter goes", async () => {
    const page = await enter(await visit());
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Show this help").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.waitForURL(/settings/);
  });
});

test("the theme that was chosen is there before any script runs", async () => {
  const page = await enter(await visit({ theme: "light" }), "/account/appearance");
  await choose(page, "Dark");
  const html = await (await page.context().request.get(home)).text();
  expect(/<html[^>]*>/.exec(html)?.[0]).toContain("dark");
  await choose(page, "Like my device");
});

async function choose(page: Page, theme: string): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByLabel(theme, { exact: true }).check();
  await saved;
}
