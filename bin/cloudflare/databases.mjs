import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { Failure, root } from "../local/commands.mjs";
import { cellDatabases, compatibilityDate, namedDatabases, workerName } from "./configuration.mjs";
import { askJson, chooseAccount } from "./wrangler.mjs";

const listing = ["d1", "list", "--json"];

/** Makes the databases that are missing. A cell that exists stays bound, whether or not it is asked for again. */
export async function prepareDatabases(steps, cells) {
  steps.begin("Databases");
  const existing = await steps.ask(listing, listDatabases, []);
  const wanted = wantedDatabases(existing, cells);
  for (const { name } of wanted) {
    if (existing.some((database) => database.name === name)) steps.note(`${name} is there.`);
    else await steps.change(`Creating ${name}.`, ["d1", "create", name]);
  }
  if (steps.isDryRun) return wanted.map((database) => ({ ...database, id: unknownId }));
  const isComplete = wanted.every(({ name }) => existing.some((database) => database.name === name));
  return withIds(wanted, isComplete ? existing : await listDatabases());
}

const unknownId = "00000000-0000-0000-0000-000000000000";

export async function migrateDatabases(steps, config, databases) {
  steps.begin("Migrations, before the code that needs them");
  for (const { binding, name } of databases) {
    const args = ["d1", "migrations", "apply", binding, "--remote", "--config", config];
    await steps.change(`Bringing ${name} to the newest migration.`, args, {
      complaint: `${name} could not be migrated. The failed migration was rolled back; the Worker is as it was.`,
    });
  }
}

/** The databases that production uses, each with its id; said in words where one is missing. */
export async function productionDatabases() {
  const existing = await listDatabases();
  return withIds(wantedDatabases(existing, 0), existing);
}

/** A configuration of nothing but these databases, for as long as the callback runs. */
export async function withDatabasesConfig(databases, use) {
  const path = join(root, ".cache/production", `wrangler-${process.pid}.json`);
  const d1_databases = databases.map(({ binding, name, id }) => ({
    binding,
    database_name: name,
    database_id: id,
    remote: true,
  }));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({ name: `${workerName}-databases`, compatibility_date: compatibilityDate, d1_databases }),
  );
  try {
    return await use(path);
  } finally {
    rmSync(path);
  }
}

/** Opens the production databases as the Worker sees them, for as long as the callback runs. */
export async function withProductionDatabases(use) {
  await chooseAccount();
  const databases = await productionDatabases();
  await withDatabasesConfig(databases, async (configPath) => {
    const proxy = await getPlatformProxy({ configPath, persist: false });
    try {
      await use(Object.fromEntries(databases.map(({ binding }) => [binding, proxy.env[binding]])));
    } finally {
      await proxy.dispose();
    }
  });
}

function wantedDatabases(existing, cells) {
  const isThere = ({ name }) => existing.some((database) => database.name === name);
  const more = cellDatabases.filter((cell, index) => index < cells || isThere(cell));
  return [
    ...namedDatabases,
    ...more.filter(({ binding }) => !namedDatabases.some((named) => named.binding === binding)),
  ];
}

function withIds(wanted, existing) {
  return wanted.map((database) => {
    const found = existing.find(({ name }) => name === database.name);
    if (!found)
      throw new Failure(`The database ${database.name} is not in this account. Run “npm run deploy” first.`);
    return { ...database, id: found.uuid };
  });
}

function listDatabases() {
  return askJson(listing);
}
