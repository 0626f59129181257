import "./node-version.mjs";
import { readFileSync } from "node:fs";
import { assertEmpty, takeBackup } from "./backup/take.mjs";
import { main, pathFromHere, readArguments } from "./local/arguments.mjs";
import { Failure } from "./local/commands.mjs";
import { withDatabases } from "./local/database.mjs";
import { openState, stateExists } from "./local/state.mjs";

const usage = `npm run backup -- --to DIR [options]

  --to DIR      a new folder for the backup
  --state DIR   which local state to back up (.wrangler/state)
  --remote      back up the production databases instead`;

await main(async () => {
  const options = readArguments(
    {
      to: { type: "string" },
      state: { type: "string", default: ".wrangler/state" },
      remote: { type: "boolean", default: false },
    },
    usage,
  );
  if (options.help) return console.log(usage);
  if (!options.to) throw new Failure(`Where should the backup go?\n\n${usage}`);
  const begun = Date.now();
  const directory = pathFromHere(options.to);
  assertEmpty(directory);
  const say = (words) => console.log(words);
  if (options.remote) await backUpProduction({ directory, say });
  else await backUpState(pathFromHere(options.state), { directory, say });
  console.log(`
The backup is in ${directory} (${((Date.now() - begun) / 1000).toFixed(1)} s).
AUTH_SECRET and SEAL_KEYS are not in it: without SEAL_KEYS, sealed credentials do not open. Keep them elsewhere.`);
});

async function backUpProduction({ directory, say }) {
  const { withProductionDatabases } = await import("./cloudflare/databases.mjs");
  await withProductionDatabases((databases) =>
    takeBackup({ databases, directory, source: "production", say }),
  );
}

async function backUpState(stateDirectory, { directory, say }) {
  if (!stateExists(stateDirectory))
    throw new Failure(`${stateDirectory} holds no data. “npm start” makes some.`);
  const state = openState(stateDirectory);
  const { d1_databases: named } = JSON.parse(readFileSync(state.databasesPath, "utf8"));
  await withDatabases(state, (environment) => {
    const databases = Object.fromEntries(named.map(({ binding }) => [binding, environment[binding]]));
    return takeBackup({ databases, directory, source: "local", say });
  });
}
