import "../bin/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { root } from "../bin/local/commands.mjs";
import { fileOf } from "./imports/file.mjs";
import { startReading } from "./imports/reader.mjs";
import { standingOf, untilIdle } from "./imports/standing.mjs";
import { startReal } from "./real-product.mjs";

/** `BENCH_COUNT` is for trying it out, and its figures are not kept; `BENCH_NOTE` is kept with them. */
const { BENCH_NOTE: note = "", BENCH_COUNT: trial, BENCH_PORT: port = "9470" } = process.env;
const rows = Number(trial ?? 100_000);
const most = { importSeconds: 180, undoSeconds: 180 };
const calmMs = 10_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A file of leads into the whole product as people start it, with somebody reading the list all the while; then undone. */
await main(async () => {
  const directory = join(root, ".cache", `imports-${Date.now()}`);
  const product = await startReal({ directory, port });
  try {
    const ask = await caller();
    await untilIdle(directory);
    const before = await standingOf(directory);
    const { data: known } = await ask("GET", "/v1/leads?limit=50");
    const calm = await readsDuring(ask, () => pause(calmMs));
    const started = performance.now();
    const emails = known.flatMap(({ email }) => email ?? []);
    const file = await ask("POST", "/v1/lead-imports?fileName=leads.csv", fileOf(rows, emails), "text/csv");
    const uploadSeconds = secondsSince(started);
    const path = `/v1/lead-imports/${file.id}`;
    const plan = {
      columns: file.columns.filter(({ to }) => to).map(({ column, to }) => ({ column, to })),
      decimal: file.suggested.decimal,
      duplicates: "update",
    };
    const imported = await timed(ask, path, () => ask("POST", `${path}/run`, plan), "running");
    const between = await standingOf(directory);
    say("imported", imported, calm.reads);
    const undone = await timed(ask, path, () => ask("POST", `${path}/undo`), "undoing");
    const after = await standingOf(directory);
    say("undone", undone, calm.reads);
    const wrong = [
      imported.seconds > most.importSeconds &&
        `the import took ${imported.seconds} s, of ${most.importSeconds}`,
      undone.seconds > most.undoSeconds && `undoing took ${undone.seconds} s, of ${most.undoSeconds}`,
      imported.created + imported.updated !== rows &&
        `${imported.created} made and ${imported.updated} changed, of ${rows} rows`,
      between.leads.rows - before.leads.rows !== imported.created && "the rows are not what the report says",
      ...Object.keys(before).map((name) => before[name].hash !== after[name].hash && `${name} differ`),
    ].filter(Boolean);
    keep({
      rows,
      uploadSeconds,
      calm: calm.reads,
      imported,
      undone,
      standing: { before, between, after },
      wrong,
    });
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await product.stop();
  }
});

async function readsDuring(ask, act) {
  const reader = startReading(ask);
  const value = await act();
  return { value, reads: await reader.stop() };
}

/** Until it is done, with the list of leads read again and again: how long it takes, and how long a reader waits. */
async function timed(ask, path, start, underWay) {
  const begun = performance.now();
  await start();
  const { value, reads } = await readsDuring(ask, async () => {
    for (;;) {
      const body = await ask("GET", path);
      if (body.status !== underWay) return { body, seconds: secondsSince(begun) };
      await pause(500);
    }
  });
  const { status, created, updated, failed, removed, restored, kept } = value.body;
  return { seconds: value.seconds, status, created, updated, failed, removed, restored, kept, reads };
}

async function caller() {
  const url = `http://localhost:${port}`;
  const headers = { origin: url };
  async function send(method, path, body, type = "application/json") {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": type }) },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }
  const ask = async (...question) => await (await send(...question)).json();
  const { headers: answered } = await send("POST", "/v1/auth/sign-in/email", {
    email: "demo@tributary.test",
    password: "tributary-demo",
  });
  headers.cookie = answered
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  headers["tributary-organization"] = (await ask("GET", "/v1/organizations")).data[0].id;
  return ask;
}

function secondsSince(from) {
  return Math.round((performance.now() - from) / 100) / 10;
}

function say(what, { seconds, reads }, calm) {
  const slower = Math.round((reads.p50 / calm.p50) * 10) / 10;
  console.log(
    `${rows} rows ${what} in ${seconds} s; a reader waits ${reads.p50} ms (p95 ${reads.p95}) instead of ${calm.p50} (p95 ${calm.p95}): ${slower} ×`,
  );
}

function keep(result) {
  const machine = { processors: cpus().length, load: loadavg().map((value) => Math.round(value * 10) / 10) };
  const whole = { date: new Date().toISOString(), machine, note, ...result };
  const folder = trial ? join(root, ".cache") : join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "imports.json"), `${JSON.stringify(whole, null, 2)}\n`);
  console.log(JSON.stringify(whole, null, 2));
}
