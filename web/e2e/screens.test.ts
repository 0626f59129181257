import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { overflow, seriousFindings } from "./axe";
import { address, visit } from "./visit";

/** A theme changes colours and nothing else; a width changes what there is. */
const looks = [
  { theme: "light", width: 1280, only: "everything" },
  { theme: "dark", width: 1280, only: "colours" },
  { theme: "dark", width: 360, only: "colours" },
  { theme: "light", width: 360, only: "everything" },
] as const;

const pagesAtOnce = 3;

const open = ["/", "/sign-in", "/sign-up", "/forgot-password", "/no-such-page"];

describe("anybody's screens", () => {
  test.each(open)("%s hinders nobody, in light and dark, wide and narrow", async (path) => {
    expect(await judge(await visit(), [path])).toEqual([]);
  });
});

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
    { timeout: 240_000 },
    async () => {
      const queue = [...screens];
      const found = await Promise.all(
        Array.from({ length: pagesAtOnce }, async () => {
          const page = await visit();
          const mine: string[] = [];
          for (let screen = queue.shift(); screen; screen = queue.shift()) {
            const states = await linksOf(screen, "nav[aria-label='States'] a");
            mine.push(...(await judge(page, states.length > 0 ? states : [screen])));
          }
          return mine;
        }),
      );
      expect(found.flat()).toEqual([]);
    },
  );
});

async function linksOf(path: string, selector: string): Promise<string[]> {
  const page = await visit({ script: false });
  await page.goto(path);
  const links = await page
    .locator(selector)
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)); // safe: the selector names links
  await page.close();
  return links.map((href) => href.replace(address, ""));
}

/** Everything that is wrong with these pages, each in the four looks. */
async function judge(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    for (const { theme, width, only } of looks) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      const tooWide = await overflow(page);
      const where = `${path} (${theme}, ${width} px)`;
      if (tooWide > 0) found.push(`${where} is ${tooWide} px too wide`);
      found.push(...(await seriousFindings(page, { only })).map((finding) => `${where} ${finding}`));
    }
  }
  return found;
}
