import "../bin/node-version.mjs";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { caller } from "./bundles/order.mjs";
import { createLoad } from "./load.mjs";
import { startMailProvider } from "./mail-provider.mjs";
import { appUrl, makeVariables, startBare, startProduct } from "./runtime.mjs";
import { seedProduct } from "./seed.mjs";
import { measureSpeed } from "./speed.mjs";

const { BENCH_NOTE: note = "" } = process.env;
const yardstick = "bare queue";
/** An address may send six hundred in a minute; one that never came before has to be made known first. */
const readsOn = 400;

/** A page view told by the snippet, beside a Worker that takes the same body and puts it on a queue. */
await main(async () => {
  await buildWorker();
  const mail = await startMailProvider();
  const variables = makeVariables(mail.address);
  const product = await startProduct(variables);
  const bare = await startBare();
  const load = { product: createLoad(product.url), bare: createLoad(bare.url) };
  try {
    const [{ cookie, organizationId }] = await seedProduct(product.database, variables);
    const headers = { cookie, "tributary-organization": organizationId, origin: appUrl };
    const draft = { name: "Benched", domains: ["tributary.bench"], consentMode: "ask" };
    const { key } = await caller(product.url, headers)("POST", "/v1/tracking-keys", draft);
    const first = await load.product.ask(viewsWith({ key })());
    const { visitor, accepted } = JSON.parse(first.answer);
    const known = viewsWith({ key, visitor, views: readsOn, network: "198.18" });
    const fresh = viewsWith({ key, visitor, views: 1, network: "198.19" });
    const asked = { load: load.product, against: yardstick };
    const targets = [
      { load: load.bare, isBare: true, name: yardstick, next: () => ({ ...known(), path: "/queue" }) },
      { ...asked, name: "POST /t/events, reading on", next: known },
      { ...asked, name: "POST /t/events, from a new address", next: fresh },
    ];
    const speed = await measureSpeed(targets, { product: product.processes, bare: bare.processes });
    return publish(speed, accepted === 1 && typeof visitor === "string");
  } finally {
    for (const { close } of Object.values(load)) close();
    await Promise.all([product.stop(), bare.stop(), mail.stop()]);
  }
});

/** So many views from one address, then the next one; the server signed who they are. */
function viewsWith({ key, visitor, views = 1, network = "198.20" }) {
  let told = 0;
  return () => {
    const number = Math.floor(told++ / views);
    const now = Date.now();
    const event = { id: randomUUID(), type: "view", at: now, url: `${appUrl}/prices`, title: "Prices" };
    return {
      method: "POST",
      path: "/t/events",
      status: 202,
      headers: { origin: appUrl, "cf-connecting-ip": `${network}.${number >> 8}.${number & 255}` },
      body: { key, consent: true, now, ...(visitor ? { visitor } : {}), events: [event] },
    };
  };
}

function publish(speed, isSound) {
  const machine = { processors: cpus().length, load: loadavg().map((value) => Math.round(value * 10) / 10) };
  const result = { date: new Date().toISOString(), machine, note, speed };
  mkdirSync(join(root, "bench/results"), { recursive: true });
  writeFileSync(join(root, "bench/results/events.json"), `${JSON.stringify(result, null, 2)}\n`);
  for (const { name, p50, p95, perSecond } of speed)
    console.log(
      `${name}: p50 ${p50.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms, ${Math.round(perSecond)} a second`,
    );
  for (const { name, ratio, ratioByRound } of speed.filter(({ against }) => against))
    console.log(`${name}: ratio ${ratio.toFixed(2)}, by round ${ratioByRound.toFixed(2)}`);
  if (!isSound) console.error("A view was not accepted.");
  return isSound ? 0 : 1;
}
