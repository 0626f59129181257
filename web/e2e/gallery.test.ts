import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { judge, looksOf } from "./judge";
import { address, visit } from "./visit";

const pagesAtOnce = 3;

describe("the gallery", () => {
  let screens: string[] = [];
  beforeAll(async () => {
    screens = await linksOf("/dev/states/components", "nav[aria-label='Screens'] a");
  });

  test("shows every screen", () => {
    expect(screens.length).toBeGreaterThan(10);
  });

  test(
    "hinders nobody in any state of any screen, in light and dark, wide and narrow",
    { timeout: 600_000 },
    async () => {
      const queue = [...screens];
      const found = await Promise.all(
        Array.from({ length: pagesAtOnce }, async () => {
          const page = await visit();
          const mine: string[] = [];
          for (let screen = queue.shift(); screen; screen = queue.shift())
            mine.push(...(await judgeStates(page, screen)));
          return mine;
        }),
      );
      expect(found.flat()).toEqual([]);
    },
  );
});

async function judgeStates(page: Page, screen: string): Promise<string[]> {
  const states = await linksOf(screen, "nav[aria-label='States'] a");
  const found: string[] = [];
  for (const [index, path] of (states.length > 0 ? states : [screen]).entries())
    found.push(...(await judge(page, path, looksOf(index))));
  return found;
}

async function linksOf(path: string, selector: string): Promise<string[]> {
  const page = await visit({ script: false });
  await page.goto(path);
  const links = await page
    .locator(selector)
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)); // safe: the selector names links
  await page.close();
  return links.map((href) => href.replace(address, ""));
}
