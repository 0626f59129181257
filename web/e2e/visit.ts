import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, inject } from "vitest";
import { demo } from "./credentials";

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
  await untilThereIsRoom();
});

/** One person does in a minute here what takes people an hour; the API says how much is left, and for how long. */
async function untilThereIsRoom(): Promise<void> {
  const session = inject("sessions")[demo.email];
  if (!session) return;
  const headers = { cookie: `${session.name}=${session.value}` };
  const { headers: answer } = await fetch(`${address}/v1/me`, { headers });
  const said = /"default";r=(\d+);t=(\d+)/.exec(answer.get("ratelimit") ?? "");
  if (said && Number(said[1]) < enough) {
    await new Promise((resolve) => setTimeout(resolve, Number(said[2]) * 1000));
  }
}

/** More calls than any one test makes. */
const enough = 300;

afterAll(async () => {
  await (await connected)?.close();
  connected = undefined;
});
