import type { Page } from "playwright-core";
import { overflow, seriousFindings } from "./axe";

export type Look = { theme: "light" | "dark"; width: number; only: "everything" | "colours" };

/** A theme changes colours and nothing else; a width changes what there is. */
const wide: Look = { theme: "light", width: 1280, only: "everything" };
const narrow: Look = { theme: "light", width: 360, only: "everything" };
const wideInTheDark: Look = { theme: "dark", width: 1280, only: "colours" };
const narrowInTheDark: Look = { theme: "dark", width: 360, only: "colours" };

export const looks = [wide, wideInTheDark, narrowInTheDark, narrow];

/** Of the states of one screen the first is seen in every look, the others in one after the other: much of them is the same. */
export function looksOf(index: number): Look[] {
  if (index === 0) return looks;
  const { theme, width } = looks[index % looks.length] ?? wide;
  return [{ theme, width, only: "everything" }];
}

/** A screen that scrolls to what it says would have the rest of it half under its own bars. */
function scrollUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll("*")) if (each.scrollTop > 0) each.scrollTop = 0;
  });
}

/** Everything that is wrong with this page in these looks. */
export async function judge(page: Page, path: string, chosen: Look[]): Promise<string[]> {
  const found: string[] = [];
  await page.goto(path);
  for (const { theme, width, only } of chosen) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await scrollUp(page);
    const tooWide = await overflow(page);
    const where = `${path} (${theme}, ${width} px)`;
    if (tooWide > 0) found.push(`${where} is ${tooWide} px too wide`);
    found.push(...(await seriousFindings(page, { only })).map((finding) => `${where} ${finding}`));
  }
  return found;
}
