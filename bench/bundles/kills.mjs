import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { root } from "../../bin/local/commands.mjs";
import { findFreePort } from "../../bin/local/ports.mjs";
import { processesBelow } from "../processes.mjs";
import { startModel } from "./model.mjs";
import { caller, orderBundle, piecesIn, untilEnded } from "./order.mjs";
import { checkTruth } from "./truth.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const patienceMs = 60 * 60_000;
/** A job that was done but not ticked off is looked at once more when its lease is over. */
const lastLeaseMs = 80_000;

/** The whole product as a person starts it, killed so many times in the middle of a bundle and started again. */
export async function killWhileWriting({ counts, kills, faultShare = 0, say = () => undefined }) {
  const model = await startModel({ firstWordMs: 500, wordMs: 15, faultShare });
  const directory = mkdtempSync(join(tmpdir(), "tributary-kills-"));
  const port = await findFreePort();
  const run = { directory, port, model };
  let product = await startReal(run);
  try {
    const ask = await signIn(port);
    const before = readState(directory);
    const bundleId = await orderBundle(ask, counts);
    await ask("POST", `/v1/bundles/${bundleId}/generation`);
    const begun = Date.now();
    const moments = [];
    for (let kill = 1; kill <= kills; kill++) {
      await pause(1000 + Math.random() * 9000);
      product.kill();
      moments.push(await progressOf(directory, bundleId));
      say(`Killed ${kill} times; ${moments.at(-1)} pieces were ready.`);
      product = await startReal(run);
    }
    await untilEnded(ask, bundleId, patienceMs);
    const seconds = (Date.now() - begun) / 1000;
    await pause(lastLeaseMs);
    await product.stop();
    const calls = model.calls.length;
    const { all, close } = openState(directory);
    const truth = await checkTruth(all, { bundleId, ordered: piecesIn(counts), before });
    close();
    return { kills, readyAtKills: moments, seconds, calls, ...truth };
  } finally {
    product.kill();
    await model.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function startReal({ directory, port, model }) {
  const child = spawn(process.execPath, ["bin/start.mjs", "--port", String(port), "--state", directory], {
    cwd: root,
    stdio: "ignore",
    env: {
      ...process.env,
      OPENAI_API_KEY: "bench",
      OPENAI_BASE_URL: model.address,
      OPENAI_MODEL: "gpt-5.4-mini",
    },
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  await untilReady(port, child);
  return {
    kill() {
      const all = [child.pid, ...processesBelow(child.pid)];
      for (const pid of all) end(pid);
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function end(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

async function untilReady(port, child) {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/v1/health`).catch(() => null);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Error("The product did not start.");
}

async function signIn(port) {
  const url = `http://localhost:${port}`;
  const response = await fetch(`${url}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: "demo@tributary.test", password: "tributary-demo" }),
  });
  if (!response.ok) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { data } = await caller(url, { cookie, origin: url })("GET", "/v1/organizations");
  return caller(url, { cookie, origin: url, "tributary-organization": data[0].id });
}

async function progressOf(directory, bundleId) {
  const { all, close } = openState(directory);
  const [row] = await all(`select ready_count as ready from content_bundles where id = '${bundleId}'`);
  close();
  return row.ready;
}

/** What the demo organization had used before. */
function readState(directory) {
  const { database, close } = openState(directory);
  const row = database
    .prepare(
      `select coalesce((select usage_count from user_usage_tracking where feature = 'generations' and period_start > 0
          order by usage_count desc limit 1), 0) as usage,
        coalesce((select max(month_micros) from ai_budgets), 0) as budgetMicros`,
    )
    .get();
  close();
  return row;
}

function openState(directory) {
  const folder = join(directory, "v3/d1/miniflare-D1DatabaseObject");
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    : [];
  for (const file of files) {
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const found = database.prepare("select 1 from sqlite_master where name = 'content_bundles'").get();
    if (found)
      return { database, all: async (query) => database.prepare(query).all(), close: () => database.close() };
    database.close();
  }
  throw new Error("The state has no database.");
}
