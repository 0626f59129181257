import type { Page } from "playwright-core";
import { overflow, seriousFindings } from "./axe";

export type Look = { theme: "light" | "dark"; width: number; only: "everything" | "colours" };

/** A theme changes colours and nothing else; a width changes what there is. */
const wide: Look = { theme: "light", width: 1280, only: "everything" };
const narrow: Look = { theme: "light", width: 360, only: "everything" };
const wideInTheDark: Look = { theme: "dark", width: 1280, only: "colours" };
const narrowInTheDark: Look = { theme: "dark", width: 360, only: "colours" };

export const looks = [wide, wideInTheDark, narrowInTheDark, narrow];

/** Everything that is wrong with this page in these looks. */
export async function judge(page: Page, path: string, chosen: Look[]): Promise<string[]> {
  const found: string[] = [];
  await page.goto(path);
  for (const look of chosen) {
    await putOn(page, look);
    found.push(...(await judgeShown(page, path, look)));
  }
  return found;
}

export async function putOn(page: Page, { theme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 800 });
}

/** Everything that is wrong with what this page shows already, in the look that it has. */
export async function judgeShown(page: Page, path: string, { theme, width, only }: Look): Promise<string[]> {
  const where = `${path} (${theme}, ${width} px)`;
  await scrollUp(page);
  const tooWide = await overflow(page);
  const findings = (await seriousFindings(page, { only })).map((finding) => `${where} ${finding}`);
  return tooWide > 0 ? [`${where} is ${tooWide} px too wide`, ...findings] : findings;
}

/** A screen that scrolls to what it says would have the rest of it half under its own bars. */
function scrollUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll("*")) if (each.scrollTop > 0) each.scrollTop = 0;
  });
}
