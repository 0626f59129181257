import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import {
  experimental_readRawConfig as readRawConfig,
  unstable_splitSqlQuery as splitSqlQuery,
} from "wrangler";
import { workerBundle } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";

export const appUrl = "https://bench.tributary.dev";
export const authSecret = "a-secret-for-benchmarks-that-is-long-enough";
const runtime = { compatibilityDate: "2026-07-30", compatibilityFlags: ["nodejs_compat"], cf: false };

const variables = {
  TRIBUTARY_MODE: "local",
  APP_URL: appUrl,
  AUTH_SECRET: authSecret,
  SEAL_KEYS: "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
};

/** The bundle that would be uploaded, with every binding of wrangler.toml. */
export function openProduct() {
  return open({ modules: [{ type: "ESModule", path: "index.js", contents: readFileSync(workerBundle) }] });
}

/** The same bundle inside a wrapper that counts what it does. */
export async function openMeteredProduct() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "bench/workers/metered.mjs")],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
    plugins: [bundleBeside],
  });
  return await open({
    modules: [
      { type: "ESModule", path: "metered.js", contents: outputFiles[0].text },
      { type: "ESModule", path: "index.js", contents: readFileSync(workerBundle) },
    ],
  });
}

export async function openBare() {
  const contents = readFileSync(join(root, "bench/workers/bare.mjs"));
  const miniflare = new Miniflare({
    ...runtime,
    modules: [{ type: "ESModule", path: "bare.mjs", contents }],
    d1Databases: { DB: "bare" },
  });
  const database = await miniflare.getD1Database("DB");
  await database.exec(
    "create table things (id text primary key, token text unique, name text, created_at integer)",
  );
  return { miniflare, database, address: await miniflare.ready };
}

const bundleBeside = {
  name: "bundle-beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^product$/ }, () => ({ path: "./index.js", external: true })),
};

async function open({ modules }) {
  const { rawConfig } = readRawConfig({ config: join(root, "wrangler.toml") });
  const miniflare = new Miniflare({ ...runtime, modules, bindings: variables, ...bindingsOf(rawConfig) });
  const database = await miniflare.getD1Database("DB");
  await migrate(database);
  return { miniflare, database, address: await miniflare.ready };
}

function bindingsOf({ d1_databases, durable_objects, queues }) {
  return {
    d1Databases: Object.fromEntries(d1_databases.map(({ binding }) => [binding, binding.toLowerCase()])),
    durableObjects: Object.fromEntries(
      durable_objects.bindings.map(({ name, class_name }) => [
        name,
        { className: class_name, useSQLite: true },
      ]),
    ),
    queueProducers: Object.fromEntries(
      queues.producers.map(({ binding, queue }) => [binding, { queueName: queue }]),
    ),
    queueConsumers: Object.fromEntries(
      queues.consumers.map((consumer) => [
        consumer.queue,
        {
          maxBatchSize: consumer.max_batch_size,
          maxBatchTimeout: consumer.max_batch_timeout,
          maxRetries: consumer.max_retries,
          ...(consumer.dead_letter_queue ? { deadLetterQueue: consumer.dead_letter_queue } : {}),
        },
      ]),
    ),
  };
}

async function migrate(database) {
  const folder = join(root, "migrations");
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()) {
    const statements = splitSqlQuery(readFileSync(join(folder, name), "utf8"));
    await database.batch(statements.map((statement) => database.prepare(statement)));
  }
}
