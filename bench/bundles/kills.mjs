import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../bin/local/ports.mjs";
import { openDatabaseOf, signIn, startReal } from "../real-product.mjs";
import { startModel } from "./model.mjs";
import { orderBundle, piecesIn, untilEnded } from "./order.mjs";
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
  const run = { directory, port, settings: settingsFor(model) };
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
    const { all, close } = openDatabaseOf(directory);
    const truth = await checkTruth(all, { bundleId, ordered: piecesIn(counts), before });
    close();
    return { kills, readyAtKills: moments, seconds, calls, ...truth };
  } finally {
    product.kill();
    await model.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function settingsFor({ address }) {
  return { OPENAI_API_KEY: "bench", OPENAI_BASE_URL: address, OPENAI_MODEL: "gpt-5.4-mini" };
}

async function progressOf(directory, bundleId) {
  const { all, close } = openDatabaseOf(directory);
  const [row] = await all(`select ready_count as ready from content_bundles where id = '${bundleId}'`);
  close();
  return row.ready;
}

/** What the demo organization had used before. */
function readState(directory) {
  const { database, close } = openDatabaseOf(directory);
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
