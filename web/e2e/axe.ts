import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const colours = ["color-contrast", "link-in-text-block"];
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What hinders somebody on this page, seriously or critically, as sentences. */
export async function seriousFindings(page: Page, { only = "everything" } = {}): Promise<string[]> {
  await settle(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly =
    only === "colours"
      ? { type: "rule" as const, values: colours }
      : { type: "tag" as const, values: standards };
  const results = await page.evaluate(
    async (chosen): Promise<AxeResults> =>
      // safe: put there by the line above
      (window.axe as typeof axe).run(
        // The gallery's own way from screen to screen is no part of any.
        { include: ["html"], exclude: ["nav[aria-label='Screens']"] },
        {
          runOnly: chosen,
          resultTypes: ["violations"],
          preload: false,
        },
      ),
    runOnly,
  );
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")} ${node.html}`),
    );
}

/** Colours that are on their way from one theme to the other belong to neither, and what comes or goes is half there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const endless = (animation: Animation) => animation.effect?.getComputedTiming().endTime === Infinity;
    const transitions = () =>
      document
        .getAnimations()
        .filter((animation) => animation.playState === "running" && !endless(animation));
    // A colour that is inherited begins its own way when its parent's has ended.
    for (let round = 0; round < 10 && transitions().length > 0; round++) {
      for (const transition of transitions()) transition.finish();
    }
  });
}

/** By how much the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
