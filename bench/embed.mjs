import "../bin/node-version.mjs";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { main } from "../bin/local/arguments.mjs";
import { root } from "../bin/local/commands.mjs";
import { findFreePort } from "../bin/local/ports.mjs";
import { startProduct } from "../bin/local/servers.mjs";
import { caller } from "./bundles/order.mjs";
import { summaryOf } from "./statistics.mjs";

const rounds = 25;
const targetMs = 200;

/**
 * By hand: `node bench/embed.mjs` times, on a page of another origin, from the script's arrival to a form that can be typed
 * into: cold caches, a real browser, and once with its processor four times as slow. An address measures what runs there.
 */
await main(async () => {
  const running = process.argv[2];
  const directory = mkdtempSync(join(tmpdir(), "tributary-embed-"));
  const port = await findFreePort();
  const product = running ? null : await startProduct({ port, directory });
  const address = running ?? `http://localhost:${port}`;
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox"],
  });
  try {
    const formId = await publishedForm(address);
    const host = await startHost(address, formId);
    const desktop = await timeForms(browser, host.url, 1);
    const phone = await timeForms(browser, host.url, 4);
    await host.stop();
    report({ targetMs, usableAfterScriptMs: summaryOf(desktop), onSlowProcessorMs: summaryOf(phone) });
    return summaryOf(desktop).p95 <= targetMs ? 0 : 1;
  } finally {
    await browser.close();
    await product?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});

async function timeForms(browser, url, slowness) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.addInitScript(noteReady);
    await page.goto(url);
    await page.locator("trb-form :is(input,select,textarea):visible").first().focus();
    times.push(await page.evaluate(usableAfterScript));
    await context.close();
  }
  return times;
}

/** Runs in the page: notes when the form said that it is there. */
function noteReady() {
  addEventListener("trb:ready", () => (window.readyAt = performance.now()));
}

function usableAfterScript() {
  const script = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/embed/v1.js"));
  return Math.round((window.readyAt - script.responseEnd) * 10) / 10;
}

/** A contact form of the demo company, that any page may show. */
async function publishedForm(address) {
  const signedIn = await fetch(`${address}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: "demo@tributary.test", password: "tributary-demo" }),
  });
  const cookies = signedIn.headers.getSetCookie().map((line) => line.split(";")[0]);
  const ask = caller(address, { cookie: cookies.join("; "), origin: address });
  const [business] = (await ask("GET", "/v1/businesses")).data;
  const form = await ask("POST", "/v1/forms", { businessId: business.id, template: "contact" });
  await ask("PUT", `/v1/forms/${form.id}/publication`, { revision: form.revision });
  return form.id;
}

async function startHost(address, formId) {
  const html = `<!doctype html><title>Host</title><trb-form form="${formId}"><a href="${address}/f/${formId}">Ask us</a></trb-form>
<script async src="${address}/embed/v1.js"></script>`;
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(html),
  );
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function report(result) {
  const load = loadavg().map((value) => Math.round(value * 10) / 10);
  const whole = {
    date: new Date().toISOString(),
    machine: { processors: cpus().length, load },
    rounds,
    ...result,
  };
  mkdirSync(join(root, "bench/results"), { recursive: true });
  writeFileSync(join(root, "bench/results/embed.json"), `${JSON.stringify(whole, null, 2)}\n`);
  console.log(JSON.stringify(whole, null, 2));
}
