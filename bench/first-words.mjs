import "../bin/node-version.mjs";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { main } from "../bin/local/arguments.mjs";
import { root } from "../bin/local/commands.mjs";
import { findFreePort } from "../bin/local/ports.mjs";
import { startProduct } from "../bin/local/servers.mjs";
import { startModel } from "./bundles/model.mjs";
import { caller } from "./bundles/order.mjs";
import { summaryOf } from "./statistics.mjs";

const rounds = 12;

/** By hand: `node bench/first-words.mjs` times from the model's first word to words of the piece on a real browser's screen. */
await main(async () => {
  const model = await startModel({ firstWordMs: 300, wordMs: 15 });
  Object.assign(process.env, {
    OPENAI_API_KEY: "bench",
    OPENAI_BASE_URL: model.address,
    OPENAI_MODEL: "gpt-5.4-mini",
  });
  const directory = mkdtempSync(join(tmpdir(), "tributary-first-words-"));
  const port = await findFreePort();
  const product = await startProduct({ port, directory });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox"],
  });
  try {
    const delays = await timeBundles({ address: `http://localhost:${port}`, browser, model });
    report({ firstWordsOnScreenMs: summaryOf(delays), delays });
    return delays.length === rounds ? 0 : 1;
  } finally {
    await browser.close();
    await Promise.all([product.stop(), model.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }
});

async function timeBundles({ address, browser, model }) {
  const cookie = await signIn(address);
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ ...cookie, url: address }]);
  const ask = await callerIn(address, cookie);
  const [business] = (await ask("GET", "/v1/businesses")).data;
  const delays = [];
  for (let round = 0; round < rounds; round++) {
    const page = await context.newPage();
    delays.push(await timeBundle({ page, ask, businessId: business.id, model }));
    await page.close();
  }
  return delays;
}

/** One piece alone, so that the words on the screen are those that the model speaks. */
async function timeBundle({ page, ask, businessId, model }) {
  const bundle = await ask("POST", "/v1/bundles", {
    businessId,
    name: "One post",
    periodStart: "2027-01-01",
    periodEnd: "2027-01-31",
    brief: { counts: { blogPosts: 1 }, platforms: [] },
  });
  const joined = new Promise((resolve) => {
    page.on("websocket", (socket) => {
      if (socket.url().includes(bundle.id)) socket.on("framereceived", resolve);
    });
  });
  await page.goto(`/o/northwind-coffee/bundles/${bundle.id}`);
  await joined;
  const calls = model.calls.length;
  const seen = page.evaluate(whenWordsAreSeen);
  await ask("POST", `/v1/bundles/${bundle.id}/generation`);
  return (await seen) - model.calls[calls].firstAt;
}

/** Runs in the page: the time of the frame after the one whose panel says the first words. */
function whenWordsAreSeen() {
  const said = () => document.querySelector("section[aria-labelledby='being-written']")?.textContent ?? "";
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!/No\d+/.test(said())) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function signIn(address) {
  const answer = await fetch(`${address}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: "demo@tributary.test", password: "tributary-demo" }),
  });
  const [, name, value] = /^((?:__Host-)?trb_session)=([^;]+)/m.exec(
    answer.headers.getSetCookie().join("\n"),
  );
  return { name, value };
}

async function callerIn(address, { name, value }) {
  const headers = { cookie: `${name}=${value}`, origin: address };
  const { data } = await caller(address, headers)("GET", "/v1/organizations");
  const organization = data.find(({ slug }) => slug === "northwind-coffee");
  return caller(address, { ...headers, "tributary-organization": organization.id });
}

function report(result) {
  const load = loadavg().map((value) => Math.round(value * 10) / 10);
  const whole = { date: new Date().toISOString(), machine: { processors: cpus().length, load }, ...result };
  mkdirSync(join(root, "bench/results"), { recursive: true });
  writeFileSync(join(root, "bench/results/first-words.json"), `${JSON.stringify(whole, null, 2)}\n`);
  console.log(JSON.stringify(whole, null, 2));
}
