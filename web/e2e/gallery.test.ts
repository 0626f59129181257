import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { judgeShown, type Look, looks, putOn } from "./judge";
import { visit } from "./visit";

declare global {
  interface Window {
    /** Remix puts it there. */
    __remixRouter: { navigate: (to: string) => Promise<void> };
  }
}

test(
  "no state of any screen in the gallery hinders anybody, in light and dark, wide and narrow",
  { timeout: 600_000 },
  async () => {
    const opened: { page: Page; look: Look }[] = [];
    // One after the other: what the first has loaded, the others have from the edge.
    for (const look of looks) opened.push({ page: await open(look), look });
    const found = await Promise.all(opened.map(({ page, look }, turn) => walk(page, look, turn)));
    expect(found.flat()).toEqual([]);
  },
);

async function open(look: Look): Promise<Page> {
  const page = await visit();
  await putOn(page, look);
  await page.goto("/dev/states/components", { timeout: 60_000 });
  return page;
}

/**
 * Through all screens in one look. Of the states of one screen the first is seen in every look, the others in one after
 * the other: much of them is the same.
 */
async function walk(page: Page, look: Look, turn: number): Promise<string[]> {
  const screens = await pathsIn(page, "Screens");
  expect(screens.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const screen of screens) {
    await show(page, screen);
    found.push(...(await judgeShown(page, screen, look)));
    const states = await pathsIn(page, "States");
    for (const [index, state] of states.entries()) {
      if (index === 0 || index % looks.length !== turn) continue;
      await show(page, state);
      found.push(...(await judgeShown(page, state, { ...look, only: "everything" })));
    }
  }
  return found;
}

/** As its link does it, which an open layer may cover: five hundred pages loaded anew would take minutes. */
async function show(page: Page, path: string): Promise<void> {
  const isShown = await page.evaluate(async (to) => {
    await window.__remixRouter.navigate(to);
    const current = () =>
      [...document.querySelectorAll<HTMLAnchorElement>("nav [aria-current=page]")].map(({ href }) => href);
    for (let frame = 0; frame < 600 && !current().includes(new URL(to, location.href).href); frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return current().includes(new URL(to, location.href).href);
  }, path);
  expect(isShown, `${path} is shown`).toBe(true);
}

function pathsIn(page: Page, nav: string): Promise<string[]> {
  return page
    .locator(`nav[aria-label='${nav}'] a`)
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
}
