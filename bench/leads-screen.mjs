import "../bin/node-version.mjs";
import { main } from "../bin/local/arguments.mjs";
import { demoOwner, home, keep, openWindow, withDemo } from "./demo.mjs";
import { summaryOf } from "./statistics.mjs";

const rounds = 20;
const betweenKeysMs = 90;
/** One person may call so often a minute; each search is some fifty calls of the screen. */
const restMs = 5000;
const searchTargetMs = 150;

/**
 * By hand: `node bench/leads-screen.mjs`, with an address what runs there. Times, in a real browser on the demo world, from
 * the last key of a search to those whom it finds, and to the server's answer.
 */
await main(() =>
  withDemo(
    async ({ address, browser }) => {
      const owner = await demoOwner(address);
      const search = await timeSearches({ address, browser, owner });
      const result = {
        rounds,
        searchTargetMs,
        searchShownMs: summaryOf(search.map(({ shown }) => shown)),
        searchAnsweredMs: summaryOf(search.map(({ answered }) => answered)),
      };
      keep("leads-screen", result);
      return result.searchShownMs.p95 <= searchTargetMs ? 0 : 1;
    },
    { running: process.argv[2] },
  ),
);

async function timeSearches({ address, browser, owner }) {
  const { data: leads } = await owner.ask("GET", `/v1/leads?limit=${rounds}`);
  const page = await (await openWindow({ address, browser, owner })).newPage();
  const times = [];
  for (const { lastName } of leads) {
    await page.goto(`${home}/leads`);
    await page.locator("[data-row]").first().waitFor();
    await page.waitForLoadState("networkidle");
    const begin = lastName.slice(0, 4);
    const seen = page.evaluate(whenFound, begin.toLowerCase());
    await page.keyboard.press("/");
    await page.keyboard.type(begin, { delay: betweenKeysMs });
    times.push(await seen);
    await page.waitForTimeout(restMs);
  }
  return times;
}

/** Runs in the page: frames after the last key, when every row is one that is found, and when the answer is counted. */
function whenFound(begin) {
  const isFound = (row) => row.textContent.toLowerCase().includes(begin);
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const isNarrow = () => rows().length > 0 && rows().every(isFound);
  const isCounted = () => document.querySelector("[role=search] ~ [role=status]").textContent !== "";
  return new Promise((resolve) => {
    let [lastKeyAt, shown] = [0, null];
    addEventListener("keydown", ({ timeStamp }) => {
      lastKeyAt = timeStamp;
      shown = null;
    });
    const look = () => {
      const typed = document.querySelector("[data-search]").value.length === begin.length;
      if (typed && shown === null && isNarrow()) shown = performance.now() - lastKeyAt;
      if (typed && shown !== null && isCounted())
        return resolve({ shown: Math.round(shown), answered: Math.round(performance.now() - lastKeyAt) });
      requestAnimationFrame(look);
    };
    look();
  });
}
