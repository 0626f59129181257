import "../bin/node-version.mjs";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker, workerBundle } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { actsOf } from "./acts.mjs";
import { billActs, watchAlarms } from "./bills.mjs";
import { costPage } from "./cost-page.mjs";
import { createLoad } from "./load.mjs";
import { measureLive } from "./live.mjs";
import { startMailProvider } from "./mail-provider.mjs";
import { markdownOf, missedTargets, tableOf } from "./report.mjs";
import { makeVariables, startBare, startMetered, startProduct } from "./runtime.mjs";
import { seedBare, seedProduct } from "./seed.mjs";
import { measureSpeed } from "./speed.mjs";
import { targetsOf } from "./targets.mjs";

/** How many look at the room whose alarms are read. */
const watching = 2;

await main(async () => {
  await buildWorker();
  const mail = await startMailProvider();
  const variables = makeVariables(mail.address);
  const metered = await startMetered(variables);
  try {
    console.log("Reading what each act is billed …");
    const callers = await seedProduct(metered.database, variables);
    const { acts, clock } = await billActs(actsOf(callers), metered);
    const alarms = await watchAlarms(metered, callers.slice(0, watching));
    const timed = await measure(variables);
    const standing = { watching, clock, ...(await alarms.read()) };
    return publish({
      date: new Date().toISOString(),
      machine: machine(),
      bundle: bundleSize(),
      ...timed,
      acts,
      standing,
    });
  } finally {
    await metered.stop();
    await mail.stop();
  }
});

async function measure(variables) {
  const product = await startProduct(variables);
  const bare = await startBare();
  const load = { product: createLoad(product.url), bare: createLoad(bare.url) };
  try {
    const callers = await seedProduct(product.database, variables);
    const items = await seedBare(bare.database);
    console.log("Timing the routes beside the bare Worker …");
    const targets = targetsOf({ ...load, callers, items });
    const routes = await measureSpeed(targets, { product: product.processes, bare: bare.processes });
    console.log("Timing live messages …");
    const [sender, hearer] = callers;
    const live = await measureLive({ url: product.url, load: load.product, sender, hearer });
    return { routes, live };
  } finally {
    for (const { close } of Object.values(load)) close();
    await Promise.all([product.stop(), bare.stop()]);
  }
}

function publish(results) {
  const folder = join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  const kept = rounded(results);
  writeFileSync(join(folder, "latest.json"), `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(folder, "latest.md"), markdownOf(kept));
  writeFileSync(join(root, "docs/cost.md"), costPage(kept));
  console.log(`\n${tableOf(results)}\n`);
  const missed = missedTargets(results);
  for (const words of missed) console.error(words);
  return missed.length > 0 ? 1 : 0;
}

function bundleSize() {
  const bytes = readFileSync(workerBundle);
  return { bytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length };
}

function machine() {
  const [processor] = cpus();
  return { processors: cpus().length, model: processor?.model ?? "unknown", node: process.versions.node };
}

function rounded(value) {
  if (typeof value === "number") return Math.round(value * 1000) / 1000;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rounded(each)]));
}
