import "./node-version.mjs";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { main } from "./local/arguments.mjs";
import { buildWeb, buildWorker, workerBundle } from "./local/builds.mjs";
import { root } from "./local/commands.mjs";

/** Makes what would be deployed, both halves, where it is not made already. */
await main(async () => {
  await Promise.all([buildWeb(), buildWorker()]);
  console.log(`The web app is in web/build. The API Worker is ${workerBundle.replace(`${root}/`, "")}.`);
  console.log(`On its way the Worker weighs ${kilobytes(workerBundle)} kB.`);
});

function kilobytes(path) {
  return Math.round(gzipSync(readFileSync(path), { level: 9 }).length / 1024);
}
