import "../bin/node-version.mjs";
import { createServer } from "node:http";
import { main } from "../bin/local/arguments.mjs";
import { demoOwner, keep, withDemo } from "./demo.mjs";
import { summaryOf } from "./statistics.mjs";

const rounds = 25;
const targetMs = 200;

/**
 * By hand: `node bench/embed.mjs` times, on a page of another origin, from the script's arrival to a form that can be typed
 * into: cold caches, a real browser, and once with its processor four times as slow. An address measures what runs there.
 */
await main(() =>
  withDemo(
    async ({ address, browser }) => {
      const host = await startHost(address, await publishedForm(address));
      const desktop = summaryOf(await timeForms(browser, host.url, 1));
      const phone = summaryOf(await timeForms(browser, host.url, 4));
      await host.stop();
      keep("embed", { rounds, targetMs, usableAfterScriptMs: desktop, onSlowProcessorMs: phone });
      return desktop.p95 <= targetMs ? 0 : 1;
    },
    { running: process.argv[2] },
  ),
);

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
  const { ask } = await demoOwner(address);
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
