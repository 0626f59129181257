import "../bin/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { killWhileWriting } from "./bundles/kills.mjs";
import { year } from "./bundles/order.mjs";
import { markdownOf } from "./bundles/report.mjs";
import { writeBundle } from "./bundles/speed.mjs";

const some = { blogPosts: 6, socialPosts: 80, contentUpgrades: 1, emailSequences: 1 };

/** `BENCH_NOTE` is kept with the figures: what else was going on, and how this was kept out of it. */
const note = process.env.BENCH_NOTE ?? "";

/** By hand: `node bench/bundles.mjs [speed] [whole] [faults] [kills]`, all of them without a name. */
const parts = {
  speed: () => writeBundle({ counts: some, model: { firstWordMs: 400, wordMs: 10 } }),
  whole: () => writeBundle({ counts: year, model: { firstWordMs: 20, wordMs: 0 } }),
  faults: () => writeBundle({ counts: year, faultShare: 0.2, model: { firstWordMs: 20, wordMs: 0 } }),
  kills: () => killWhileWriting({ counts: year, kills: 20, say: (words) => console.log(words) }),
};

await main(async () => {
  const wanted = process.argv.slice(2);
  await buildWorker();
  const folder = join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  let isWrong = false;
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`Measuring ${name} …`);
    const result = { date: new Date().toISOString(), machine: machine(), note, ...(await measure()) };
    writeFileSync(join(folder, `bundles-${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    console.log(JSON.stringify(result, null, 2));
    isWrong ||= result.wrong.length > 0;
  }
  writeFileSync(join(folder, "bundles.md"), markdownOf(folder));
  return isWrong ? 1 : 0;
});

function machine() {
  return { processors: cpus().length, load: loadavg().map((value) => Math.round(value * 10) / 10) };
}
