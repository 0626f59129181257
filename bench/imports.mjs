import "../bin/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { root } from "../bin/local/commands.mjs";
import { startReal } from "./real-product.mjs";

/** `BENCH_COUNT` is for trying it out, and its figures are not kept; `BENCH_NOTE` is kept with them. */
const { BENCH_NOTE: note = "", BENCH_COUNT: trial, BENCH_PORT: port = "9470" } = process.env;
const rows = Number(trial ?? 100_000);
const most = { importSeconds: 180 };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A file of leads into the whole product as people start it, with somebody reading the list all the while; then undone. */
await main(async () => {
  const directory = join(root, ".cache", `imports-${Date.now()}`);
  const product = await startReal({ directory, port });
  try {
    const ask = await caller();
    const before = await countOf(ask);
    const started = performance.now();
    const { body: file } = await ask("POST", "/v1/lead-imports?fileName=leads.csv", fileOf(rows), "text/csv");
    const uploadSeconds = secondsSince(started);
    const path = `/v1/lead-imports/${file.id}`;
    const plan = {
      columns: file.columns.filter(({ to }) => to).map(({ column, to }) => ({ column, to })),
      decimal: file.suggested.decimal,
    };
    const imported = await timed(ask, path, () => ask("POST", `${path}/run`, plan), "running");
    const made = (await countOf(ask)) - before;
    console.log(`Imported ${made} in ${imported.seconds} s; undoing …`);
    const undone = await timed(ask, path, () => ask("POST", `${path}/undo`), "undoing");
    const left = (await countOf(ask)) - before;
    const wrong = [
      imported.seconds > most.importSeconds &&
        `the import took ${imported.seconds} s, of ${most.importSeconds}`,
      made !== rows && `${made} leads were made of ${rows} rows`,
      left !== 0 && `${left} leads were left after undoing`,
    ].filter(Boolean);
    const machine = {
      processors: cpus().length,
      load: loadavg().map((value) => Math.round(value * 10) / 10),
    };
    const result = {
      date: new Date().toISOString(),
      machine,
      note,
      rows,
      uploadSeconds,
      imported,
      undone,
      wrong,
    };
    keep(result);
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await product.stop();
  }
});

/** Until it is done, with the list of leads read again and again: how long it takes, and how long a reader waits. */
async function timed(ask, path, start, underWay) {
  const begun = performance.now();
  await start();
  const waits = [];
  let body;
  do {
    const asked = performance.now();
    await ask("GET", "/v1/leads?limit=50");
    waits.push(performance.now() - asked);
    ({ body } = await ask("GET", path));
    await pause(200);
  } while (body.status === underWay);
  waits.sort((a, b) => a - b);
  const at = (share) => Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]);
  const { status, created, failed, removed, kept } = body;
  return {
    seconds: secondsSince(begun),
    status,
    created,
    failed,
    removed,
    kept,
    reads: { count: waits.length, p50: at(0.5), p95: at(0.95), max: at(1) },
  };
}

async function caller() {
  const url = `http://localhost:${port}`;
  const headers = { origin: url };
  async function ask(method, path, body, type = "application/json") {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": type }) },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0]);
    return { cookies, body: await response.json() };
  }
  const { cookies } = await ask("POST", "/v1/auth/sign-in/email", {
    email: "demo@tributary.test",
    password: "tributary-demo",
  });
  headers.cookie = cookies.join("; ");
  const { body } = await ask("GET", "/v1/organizations");
  headers["tributary-organization"] = body.data[0].id;
  return ask;
}

async function countOf(ask) {
  const { body } = await ask("GET", "/v1/lead-counts");
  return body.count;
}

/** As an office would have it: semicolons, a few firms, a tag, a value, here and there a line break in a note. */
function fileOf(count) {
  const lines = ["Vorname;Nachname;E-Mail;Telefon;Firma;Ort;Wert;Tags;Notizen"];
  for (let n = 0; n < count; n++)
    lines.push(
      `Vor${n % 900};Nach${n % 7000};person${n}@firma${n % 4000}.example;+49 30 ${1_000_000 + n};Firma ${n % 4000} GmbH;Berlin;${n % 90}.${100 + (n % 900)},50;${n % 3 ? "" : "Messe"};"Notiz ${n}\nzweite Zeile"`,
    );
  return lines.join("\r\n");
}

function secondsSince(from) {
  return Math.round((performance.now() - from) / 100) / 10;
}

function keep(result) {
  const folder = trial ? join(root, ".cache") : join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "imports.json"), `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
}
