import { join, relative } from "node:path";
import { root } from "../local/commands.mjs";
import { prepareBuckets } from "./buckets.mjs";
import { writeProductionConfig } from "./configuration.mjs";
import { migrateDatabases, prepareDatabases } from "./databases.mjs";
import { askHealth, checkHealth } from "./health.mjs";
import { prepareQueues } from "./queues.mjs";
import { prepareSecrets } from "./secrets.mjs";
import { createSteps } from "./steps.mjs";
import { deployWeb, preparePages } from "./web.mjs";
import { buildAndWeigh } from "./weigh.mjs";
import { callWrangler, chooseAccount } from "./wrangler.mjs";

/** What a deployment leaves on this machine; never committed. */
const ownFolder = join(root, ".wrangler/deploy");

/** From nothing to a running product; done again, it changes only what has changed. */
export async function deploy({ url, cells, isDryRun, say, folder = ownFolder, ask = askHealth }) {
  const steps = createSteps({ isDryRun, say });
  await buildAndWeigh(steps);
  await prepareAccount(steps);
  const place = await preparePages(steps, url);
  const databases = await prepareDatabases(steps, cells);
  await prepareQueues(steps);
  await prepareBuckets(steps);
  const config = await prepareConfig(steps, { folder, databases, appUrl: place.appUrl });
  await migrateDatabases(steps, config, databases);
  await prepareSecrets(steps, { folder, appUrl: place.appUrl });
  await deployWorker(steps, config);
  await deployWeb(steps);
  await checkHealth(steps, place, ask);
  return place;
}

async function prepareAccount(steps) {
  steps.begin("Who is signed in to Cloudflare");
  const account = await steps.ask(["whoami", "--json"], chooseAccount, undefined);
  if (account) steps.note(`The account is ${account.name}.`);
}

/** In a dry run it goes elsewhere, and wrangler says whether it would take it. */
async function prepareConfig(steps, { folder, databases, appUrl }) {
  steps.begin("The Worker's configuration for production");
  const config = relative(root, join(folder, "wrangler.json"));
  const written = steps.isDryRun ? join(root, ".cache/deploy/wrangler.json") : join(root, config);
  writeProductionConfig({ databases, appUrl, path: written });
  steps.note(`${databases.map(({ binding, name }) => `${binding} is ${name}`).join(", ")}.`);
  if (!steps.isDryRun) return config;
  await callWrangler(["deploy", "--dry-run", "--config", written], {
    complaint: "Wrangler refuses the configuration.",
  });
  steps.note(`would write: ${config} (wrangler accepts it)`);
  return config;
}

async function deployWorker(steps, config) {
  steps.begin("The API Worker");
  await steps.change("Uploading it, with its queues, Durable Objects and clock.", [
    "deploy",
    "--config",
    config,
  ]);
}
