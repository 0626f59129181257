import "../bin/node-version.mjs";
import { main } from "../bin/local/arguments.mjs";
import { demoOwner, home, keep, openWindow, withDemo } from "./demo.mjs";
import { summaryOf } from "./statistics.mjs";

const rounds = 20;
const betweenKeysMs = 90;
/** One person may call so often a minute; each search is some fifty calls of the screen. */
const restMs = 5000;
const [searchTargetMs, moveTargetMs] = [150, 1000];

/**
 * By hand: `node bench/leads-screen.mjs`, with an address what runs there. Times, in a real browser on the demo world, from
 * the last key of a search to those whom it finds, and to the server's answer; and from a move on one browser's board to
 * the card's new place on another's.
 */
await main(() =>
  withDemo(
    async ({ address, browser }) => {
      const owner = await demoOwner(address);
      const search = await timeSearches({ address, browser, owner });
      const moves = await timeMoves({ address, browser, owner });
      const result = {
        rounds,
        searchTargetMs,
        searchShownMs: summaryOf(search.map(({ shown }) => shown)),
        searchAnsweredMs: summaryOf(search.map(({ answered }) => answered)),
        moveTargetMs,
        moveSeenMs: summaryOf(moves),
      };
      keep("leads-screen", result);
      return result.searchShownMs.p95 <= searchTargetMs && result.moveSeenMs.p95 <= moveTargetMs ? 0 : 1;
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

async function timeMoves({ address, browser, owner }) {
  const [one, two] = await Promise.all([0, 1].map(() => openBoard({ address, browser, owner })));
  const { data: stages } = await owner.ask("GET", "/v1/lead-stages");
  const open = stages.filter(({ status }) => status !== "won" && status !== "lost").slice(0, 2);
  const name = "Ada Bench";
  await owner.ask("POST", "/v1/leads", { firstName: "Ada", lastName: "Bench" });
  const times = [];
  await two.getByRole("link", { name }).waitFor();
  for (let round = 0; round < rounds; round++) {
    const stage = open[(round + 1) % open.length].name;
    const seen = two.evaluate(whenIn, [stage, name]);
    // Where the move itself fails, that is what is told.
    seen.catch(() => undefined);
    await one.getByRole("button", { name: `Move ${name} to…` }).click();
    const item = one.getByRole("menuitem", { name: stage });
    await item.waitFor();
    const moved = await item.evaluate((each) => {
      const at = Date.now();
      each.click();
      return at;
    });
    times.push((await seen) - moved);
    await one.waitForTimeout(restMs);
  }
  return times;
}

async function openBoard(about) {
  const page = await (await openWindow(about)).newPage();
  const joined = new Promise((resolve) => {
    page.on("websocket", (socket) => socket.on("framereceived", resolve));
  });
  await page.goto(`${home}/leads/board`);
  await joined;
  return page;
}

/** Runs in the page: when the card is in the column, drawn. */
function whenIn([stage, name]) {
  const column = () => document.querySelector(`section[aria-label="${stage}"]`);
  return new Promise((resolve) => {
    const look = () => {
      if (column()?.textContent.includes(name)) return resolve(Date.now());
      requestAnimationFrame(look);
    };
    look();
  });
}
