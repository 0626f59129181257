import "../bin/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { killWhileSending } from "./submissions/kills.mjs";
import { markdownOf } from "./submissions/report.mjs";
import { timeSubmissions } from "./submissions/speed.mjs";

/** `BENCH_NOTE` is kept with the figures; `BENCH_COUNT` is for trying it out, and its figures are not kept. */
const { BENCH_NOTE: note = "", BENCH_COUNT: trial } = process.env;
const count = Number(trial ?? 10_000);

/** By hand: `node bench/submissions.mjs [speed] [kills]`, both without a name. */
const parts = {
  speed: () => timeSubmissions(),
  kills: () =>
    killWhileSending({
      count,
      width: 50,
      kills: 2,
      followUpMs: 120_000,
      say: (words) => console.log(words),
    }),
};

await main(async () => {
  const wanted = process.argv.slice(2);
  await buildWorker();
  const folder = trial ? join(root, ".cache") : join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  let isWrong = false;
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`Measuring ${name} …`);
    const result = { date: new Date().toISOString(), machine: machine(), note, ...(await measure()) };
    writeFileSync(join(folder, `submissions-${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    console.log(JSON.stringify(result, null, 2));
    isWrong ||= result.wrong.length > 0;
  }
  writeFileSync(join(folder, "submissions.md"), markdownOf(folder));
  return isWrong ? 1 : 0;
});

function machine() {
  return { processors: cpus().length, load: loadavg().map((value) => Math.round(value * 10) / 10) };
}
