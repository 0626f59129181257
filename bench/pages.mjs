import "../bin/node-version.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { demoOwner, home, keep, launch, withDemo } from "./demo.mjs";
import { arrive, openFarAway, timeMove } from "./pages/arrival.mjs";
import { startEdge } from "./pages/edge.mjs";
import { median } from "./statistics.mjs";

const rounds = Number(process.env["ROUNDS"] ?? 5);
const budgets = { largestPaintMs: 2500, shift: 0.1, warmMoveMs: 300 };
const hoverMs = 600;

const moves = [
  { name: "home to leads", from: home, link: "Leads", heading: "Leads" },
  { name: "home to board", from: home, link: "Board", heading: "Board" },
  { name: "leads to bundles", from: `${home}/leads`, link: "Bundles", heading: "Bundles" },
];

/**
 * By hand: `node bench/pages.mjs`, with addresses what runs there (more than one are measured in turns). How pages reach
 * somebody far away (150 ms, 1.6 Mbit/s, a processor four times slower), with nothing kept and with the files kept, and
 * how long the way from one screen to the next is.
 */
await main(async () => {
  const addresses = process.argv.slice(2);
  return await withDemo(
    async ({ address }) => {
      const measured = await measureInTurns(addresses.length > 0 ? addresses : [address]);
      keep("pages", { rounds, budgets, ...(measured.length > 1 ? { compared: measured } : measured[0]) });
      return missed(measured.at(-1)).length === 0 ? 0 : 1;
    },
    { running: addresses[0] },
  );
});

async function measureInTurns(addresses) {
  const directory = mkdtempSync(join(tmpdir(), "tributary-edge-"));
  const sides = [];
  try {
    for (const product of addresses) sides.push(await openSide({ product, directory }));
    for (let round = 0; round < rounds; round++) for (const side of sides) await measureOnce(side);
    return sides.map(summarize);
  } finally {
    for (const { browser, edge } of sides) {
      await browser.close();
      edge.stop();
    }
    rmSync(directory, { recursive: true, force: true });
  }
}

async function openSide({ product, directory }) {
  const edge = await startEdge({ product, directory });
  const browser = await launch([`--ignore-certificate-errors-spki-list=${edge.fingerprint}`]);
  const owner = await demoOwner(product);
  const cookie = { ...owner.cookie, url: edge.address };
  return { product, edge, browser, cookie, screens: await screensOf(owner), cold: [], warm: [], moves: [] };
}

async function screensOf({ ask }) {
  const first = async (path) => (await ask("GET", `${path}?limit=1`)).data[0];
  const forms = (await ask("GET", "/v1/forms?limit=20")).data;
  const published = forms.find(({ status }) => status === "published") ?? forms[0];
  return [
    { name: "sign-in", path: "/sign-in", isPublic: true },
    { name: "home", path: home },
    { name: "leads", path: `${home}/leads` },
    { name: "board", path: `${home}/leads/board` },
    { name: "lead", path: `${home}/leads/${(await first("/v1/leads")).id}` },
    { name: "bundle", path: `${home}/bundles/${(await first("/v1/bundles")).id}` },
    { name: "hosted form", path: `/f/${published.publicId}`, isPublic: true },
  ];
}

/** Cold: a window that has never been here. Warm: the same window again, with what it was allowed to keep. */
async function measureOnce(side) {
  const { browser, edge, cookie, screens } = side;
  for (const { name, path, isPublic } of screens) {
    const window = await openFarAway({ browser, address: edge.address, cookies: isPublic ? [] : [cookie] });
    side.cold.push({ name, ...(await arrive(window, path)) });
    side.warm.push({ name, ...(await arrive(window, path)) });
    await window.context.close();
  }
  for (const { name, from, ...to } of moves) {
    const window = await openFarAway({ browser, address: edge.address, cookies: [cookie] });
    for (const kind of ["first", "again", "hovered"]) {
      await arrive(window, from);
      const time = await timeMove(window, { ...to, hoverMs: kind === "hovered" ? hoverMs : 0 });
      side.moves.push({ name: `${name}, ${kind}`, ...time });
      await window.page.waitForLoadState("networkidle");
    }
    await window.context.close();
  }
}

function summarize({ product, cold, warm, moves: moved }) {
  return { product, cold: mediansOf(cold), warm: mediansOf(warm), moves: mediansOf(moved) };
}

function mediansOf(measured) {
  const byName = Object.groupBy(measured, ({ name }) => name);
  return Object.fromEntries(
    Object.entries(byName).map(([name, all]) => {
      const figures = Object.keys(all[0]).filter((key) => key !== "name");
      return [name, Object.fromEntries(figures.map((key) => [key, median(all.map((one) => one[key]))]))];
    }),
  );
}

/** What is not within the budgets of EXPERIENCE. */
function missed({ cold, moves: moved }) {
  const slow = Object.entries(cold).filter(
    ([, { largestPaintMs, shift }]) => largestPaintMs > budgets.largestPaintMs || shift > budgets.shift,
  );
  const late = Object.entries(moved).filter(
    ([name, { shownMs }]) => name.endsWith("hovered") && shownMs > budgets.warmMoveMs,
  );
  const names = [...slow, ...late].map(([name]) => name);
  if (names.length > 0) console.log(`Not within the budget: ${names.join("; ")}`);
  return names;
}
