import "../bin/node-version.mjs";
import { main } from "../bin/local/arguments.mjs";
import { startModel } from "./bundles/model.mjs";
import { demoOwner, home, keep, openWindow, withDemo } from "./demo.mjs";
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
  try {
    const delays = await withDemo(({ address, browser }) => timeBundles({ address, browser, model }));
    keep("first-words", { firstWordsOnScreenMs: summaryOf(delays), delays });
    return delays.length === rounds ? 0 : 1;
  } finally {
    await model.stop();
  }
});

async function timeBundles({ address, browser, model }) {
  const owner = await demoOwner(address);
  const context = await openWindow({ address, browser, owner });
  const { ask } = owner;
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
  await page.goto(`${home}/bundles/${bundle.id}`);
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
