import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { workerBundle } from "../local/builds.mjs";
import { root } from "../local/commands.mjs";

const api = readRawConfig({ config: join(root, "wrangler.toml") }).rawConfig;
const web = readRawConfig({ config: join(root, "web/wrangler.toml") }).rawConfig;

/** The names of everything in the account, as the two configuration files give them. */
export const workerName = api.name;
export const compatibilityDate = api.compatibility_date;
export const pagesProject = web.name;
export const queueNames = api.queues.consumers.map(({ queue }) => queue);
export const bucketNames = api.r2_buckets.map(({ bucket_name: name }) => name);
export const deadLetterQueues = new Map(
  api.queues.consumers.flatMap(({ queue, dead_letter_queue: dead }) => (dead ? [[queue, dead]] : [])),
);

const [{ database_name: controlName }] = api.d1_databases;

/** Cells that an account may have beside the first database. */
export const cellDatabases = ["CELL_A", "CELL_B"].map((binding) => ({ binding, name: nameOfCell(binding) }));
export const namedDatabases = api.d1_databases.map((each) => ({
  binding: each.binding,
  name: each.database_name,
}));

/**
 * The repository's configuration with what only production has: the databases' ids, its mode and address, and the bundle
 * that was built and weighed, to be uploaded as it is.
 */
export function writeProductionConfig({ databases, appUrl, path }) {
  const fromHere = (target) => relative(dirname(path), target).split(sep).join("/");
  const { minify: _, keep_names: __, ...rest } = api;
  const config = {
    ...rest,
    main: fromHere(workerBundle),
    no_bundle: true,
    upload_source_maps: true,
    vars: { TRIBUTARY_MODE: "production", APP_URL: appUrl },
    d1_databases: databases.map(({ binding, name, id }) => ({
      binding,
      database_name: name,
      database_id: id,
      migrations_dir: fromHere(join(root, "migrations")),
    })),
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`);
}

function nameOfCell(binding) {
  return `${controlName}-${binding.toLowerCase().replace("_", "-")}`;
}
