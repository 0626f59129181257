import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { build } from "esbuild";
import { Miniflare, NoOpLog } from "miniflare";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { workerBundle } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { processesBelow } from "./processes.mjs";

const { rawConfig: config } = readRawConfig({ config: join(root, "wrangler.toml") });

/** Where the product says that it lives; it is asked on loopback all the same. */
export const appUrl = "https://tributary.bench";

/** The product as it would be uploaded, in a process of its own. */
export async function startProduct(variables) {
  return await startApi([bundle()], variables);
}

/** The same bundle with a meter around everything that Cloudflare bills; it is never timed. */
export async function startMetered(variables) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "bench/metered-worker.mjs")],
    bundle: true,
    format: "esm",
    external: ["./index.js"],
    write: false,
    logLevel: "error",
  });
  const meter = { type: "ESModule", path: "metered.js", contents: outputFiles[0].text };
  return await startApi([meter, bundle()], variables);
}

/** Nothing but the platform, in the same version of it. */
export async function startBare() {
  const contents = readFileSync(join(root, "bench/bare-worker.mjs"), "utf8");
  return await start({
    modules: [{ type: "ESModule", path: "bare.js", contents }],
    d1Databases: { DB: "bare" },
    queueProducers: { QUEUE: "bare" },
    queueConsumers: { bare: { maxBatchSize: 100, maxBatchTimeout: 1 } },
  });
}

/** Settings of a product in production; secrets are made anew for every run. */
export function makeVariables(mailBase) {
  return {
    TRIBUTARY_MODE: "production",
    APP_URL: appUrl,
    AUTH_SECRET: randomBytes(36).toString("hex"),
    SEAL_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    MAIL_API_KEY: "bench",
    MAIL_API_BASE: mailBase,
  };
}

function bundle() {
  return { type: "ESModule", path: "index.js", contents: readFileSync(workerBundle, "utf8") };
}

async function startApi(modules, variables) {
  const { d1_databases: databases, durable_objects: objects, queues, r2_buckets: buckets } = config;
  const runtime = await start({
    modules,
    bindings: variables,
    d1Databases: Object.fromEntries(databases.map(({ binding }) => [binding, binding])),
    r2Buckets: Object.fromEntries(buckets.map(({ binding }) => [binding, binding])),
    durableObjects: Object.fromEntries(objects.bindings.map(objectOf)),
    queueProducers: Object.fromEntries(queues.producers.map(({ binding, queue }) => [binding, queue])),
    queueConsumers: Object.fromEntries(queues.consumers.map(consumerOf)),
  });
  await migrate(runtime.database);
  return runtime;
}

/** Asked without miniflare's own front door, which would add its work to every answer. */
async function start(options) {
  const before = new Set(processesBelow(process.pid));
  const miniflare = new Miniflare({
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags,
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
    log: new NoOpLog(),
    logRequests: false,
    cf: false,
    ...options,
  });
  const url = await miniflare.unsafeGetDirectURL();
  return {
    url,
    database: await miniflare.getD1Database("DB"),
    processes: processesBelow(process.pid).filter((pid) => !before.has(pid)),
    stop: () => miniflare.dispose(),
  };
}

/** The repository's migrations, split as wrangler splits them. */
async function migrate(database) {
  for (const { queries } of await readD1Migrations(join(root, "migrations"))) {
    await database.batch(queries.map((query) => database.prepare(query)));
  }
}

function objectOf({ name, class_name: className }) {
  return [name, { className, useSQLite: true }];
}

function consumerOf(consumer) {
  return [
    consumer.queue,
    {
      maxBatchSize: consumer.max_batch_size,
      maxBatchTimeout: consumer.max_batch_timeout,
      maxRetries: consumer.max_retries,
      deadLetterQueue: consumer.dead_letter_queue,
    },
  ];
}
