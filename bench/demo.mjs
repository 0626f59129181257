import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { root } from "../bin/local/commands.mjs";
import { findFreePort } from "../bin/local/ports.mjs";
import { startProduct } from "../bin/local/servers.mjs";
import { caller } from "./bundles/order.mjs";

export const home = "/o/northwind-coffee";

/** The whole product with its demo world, or what runs at an address already, and a real browser; both end with `measure`. */
export async function withDemo(measure, { running } = {}) {
  const directory = mkdtempSync(join(tmpdir(), "tributary-bench-"));
  const port = await findFreePort();
  const product = running ? null : await startProduct({ port, directory });
  const browser = await launch();
  try {
    return await measure({ address: running ?? `http://localhost:${port}`, browser });
  } finally {
    await browser.close();
    await product?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

export async function launch(more = []) {
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", ...more],
  });
}

/** The demo's owner, signed in: for browsers as a cookie, for calls as headers. */
export async function demoOwner(address) {
  const answer = await fetch(`${address}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: "demo@tributary.test", password: "tributary-demo" }),
  });
  const [, name, value] = /^((?:__Host-)?trb_session)=([^;]+)/m.exec(
    answer.headers.getSetCookie().join("\n"),
  );
  const headers = { cookie: `${name}=${value}`, origin: address };
  const { data } = await caller(address, headers)("GET", "/v1/organizations");
  const { id } = data.find(({ slug }) => home.endsWith(slug));
  return {
    cookie: { name, value, url: address },
    ask: caller(address, { ...headers, "tributary-organization": id }),
  };
}

/** A window of the demo's owner, with nothing cached. */
export async function openWindow({ address, browser, owner }) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
  await context.addCookies([owner.cookie]);
  return context;
}

/** Keeps the figures in bench/results under a name, and says them. */
export function keep(name, result) {
  const load = loadavg().map((value) => Math.round(value * 10) / 10);
  const whole = { date: new Date().toISOString(), machine: { processors: cpus().length, load }, ...result };
  mkdirSync(join(root, "bench/results"), { recursive: true });
  writeFileSync(join(root, `bench/results/${name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
  console.log(JSON.stringify(whole, null, 2));
}
