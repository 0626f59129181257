import "../bin/node-version.mjs";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker, workerBundle } from "../bin/local/builds.mjs";
import { Failure, root } from "../bin/local/commands.mjs";
import { actsOf } from "./acts.mjs";
import { createLoader } from "./load.mjs";
import { countCosts, measureLatency, measureThroughput } from "./measure.mjs";
import { asMarkdown, asTable } from "./report.mjs";
import { appUrl, openBare, openMeteredProduct, openProduct } from "./runtime.mjs";
import { fillBare, fillProduct } from "./world.mjs";

const tenants = 200;
const results = join(root, "bench/results");

await main(async () => {
  await buildWorker();
  console.log(`Filling ${tenants} tenants …`);
  const timed = await measure();
  console.log("Counting rows, messages and objects …");
  const costs = await count();
  const bundle = { gzipBytes: gzipSync(readFileSync(workerBundle), { level: 9 }).length };
  const machine = { processors: cpus().length, model: cpus()[0].model, node: process.versions.node };
  const result = { date: new Date().toISOString().slice(0, 10), machine, bundle, tenants, ...timed, costs };
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "latest.json"), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(results, "latest.md"), asMarkdown(result));
  console.log(asTable(result));
  const broken = result.acts.filter(({ atMost, ratio }) => atMost && ratio > atMost);
  for (const { name, ratio, atMost, against } of broken) {
    throw new Failure(`${name} takes ${ratio.toFixed(2)} × “${against}”; at most ${atMost} × is allowed.`);
  }
});

async function measure() {
  const [bare, product] = [await openBare(), await openProduct()];
  const loaders = { bare: createLoader(bare.address), product: createLoader(product.address) };
  try {
    await fillBare(bare.database, tenants);
    const acts = actsOf(await fillProduct(product.database, tenants), appUrl);
    console.log("Measuring one caller …");
    const { figures, used } = await measureLatency(acts, loaders, { rounds: 10, perRound: 40 });
    console.log("Measuring sixteen callers …");
    const perSecond = await measureThroughput(acts, loaders, used, { callers: 16, rounds: 2, ms: 1500 });
    return { acts: acts.map((act) => figuresOf(act, figures, perSecond)) };
  } finally {
    for (const loader of Object.values(loaders)) loader.close();
    await Promise.all([bare.miniflare.dispose(), product.miniflare.dispose()]);
  }
}

function figuresOf({ name, on, against, atMost }, figures, perSecond) {
  const ratio = against ? figures[name].p50 / figures[against].p50 : undefined;
  return { name, on, ...figures[name], perSecond: perSecond[name], against, ratio, atMost };
}

async function count() {
  const metered = await openMeteredProduct();
  try {
    const callers = await fillProduct(metered.database, tenants);
    return await countCosts(actsOf(callers, appUrl), metered, 20);
  } finally {
    await metered.miniflare.dispose();
  }
}
