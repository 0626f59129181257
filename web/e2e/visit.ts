import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, inject } from "vitest";
import { changeStandIn } from "./editors";

export const address = inject("address");

export type Visitor = {
  theme?: "light" | "dark";
  width?: number;
  height?: number;
  /** Without it, what works is what the server made. */
  script?: boolean;
};

const opened: BrowserContext[] = [];
let connected: Promise<Browser> | undefined;

/** A browser of one's own: no cookie is shared with another visitor. */
export async function visit({
  theme = "light",
  width = 1280,
  height = 800,
  script = true,
}: Visitor = {}): Promise<Page> {
  connected ??= chromium.connect(inject("browser"));
  const browser = await connected;
  const context = await browser.newContext({
    baseURL: address,
    colorScheme: theme,
    viewport: { width, height },
    javaScriptEnabled: script,
    hasTouch: width < 600,
    locale: "en-GB",
  });
  context.setDefaultTimeout(15_000);
  opened.push(context);
  return await context.newPage();
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
  changeStandIn();
});

afterAll(async () => {
  await (await connected)?.close();
  connected = undefined;
});
