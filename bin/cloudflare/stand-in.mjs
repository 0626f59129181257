import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";

/**
 * As much of Cloudflare's API as a deployment asks for, kept in memory, so that a test sees what wrangler would really
 * do to an account. `changes` says what was changed, in order; `unknown` what could not be answered.
 */
export async function startStandIn() {
  const account = {
    databases: [],
    queues: [],
    buckets: [],
    projects: [],
    worker: null,
    secrets: {},
    changes: [],
    unknown: [],
    asked: 0,
  };
  const server = createServer((request, response) => void answer(account, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    account,
    address: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(account, request, response) {
  const body = Buffer.concat(await Array.fromAsync(request)).toString("utf8");
  const { pathname, searchParams: query } = new URL(request.url, "http://stand-in");
  const asked = `${request.method} ${pathname.replace(/^\/accounts\/house(?=\/)/, "")}`;
  const [shape, handle] = routes.find(([shape]) => shape.test(asked)) ?? [];
  account.asked += 1;
  if (!handle) account.unknown.push(asked);
  const result = handle?.({ account, body, query, name: shape.exec(asked)[1] });
  const count = Array.isArray(result) ? result.length : 0;
  response.writeHead(result === undefined ? 404 : 200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      success: result !== undefined,
      result: result ?? null,
      errors: result === undefined ? [{ code: 10_007, message: "There is no such thing." }] : [],
      messages: [],
      result_info: { page: 1, per_page: 100, count, total_count: count },
    }),
  );
}

const house = { id: "house", name: "House" };
const jwt = `x.${btoa(JSON.stringify({ exp: 4e9, max_file_count_allowed: 20_000 }))}.x`;
const noAddress = { enabled: false, previews_enabled: false };

/** By method and path, without the account. What answers undefined is not there. */
const routes = [
  [/^GET \/user\/tokens\/verify$/, () => ({ id: "token", status: "active" })],
  [/^GET \/user$/, () => ({ id: "person", email: "operator@tributary.test" })],
  [/^GET \/accounts$/, () => [house]],
  [/^GET \/memberships$/, () => [{ id: "membership", account: house, roles: [] }]],

  [/^GET \/d1\/database$/, ({ account }) => account.databases.map(({ uuid, name }) => ({ uuid, name }))],
  [/^POST \/d1\/database$/, createDatabase],
  [/^POST \/d1\/database\/([\w-]+)\/query$/, queryDatabase],

  [/^GET \/r2\/buckets$/, ({ account }) => ({ buckets: account.buckets })],
  [
    /^GET \/r2\/buckets\/([\w-]+)$/,
    ({ account, name }) => account.buckets.find((each) => each.name === name),
  ],
  [/^POST \/r2\/buckets$/, createBucket],

  [/^GET \/queues$/, listQueues],
  [/^POST \/queues$/, createQueue],
  [/^GET \/queues\/(\w+)\/consumers$/, ({ account, name }) => queueOf(account, name).consumers],
  [/^POST \/queues\/(\w+)\/consumers$/, createConsumer],
  [/^PUT \/queues\/(\w+)\/consumers\/\w+$/, () => ({})],

  [/^GET \/workers\/scripts\/[\w-]+\/secrets$/, listSecrets],
  [/^PATCH \/workers\/scripts\/[\w-]+\/secrets-bulk$/, setSecrets],
  [/^PUT \/workers\/scripts\/([\w-]+)$/, uploadWorker],
  [/^POST \/workers\/scripts\/([\w-]+)\/versions$/, uploadWorker],
  [/^POST \/workers\/scripts\/[\w-]+\/deployments$/, () => ({ id: "current" })],
  [/^PATCH \/workers\/scripts\/[\w-]+\/script-settings$/, () => ({})],
  [/^PUT \/workers\/scripts\/[\w-]+\/schedules$/, () => ({ schedules: [] })],
  [/^GET \/workers\/workers\/[\w-]+$/, () => ({ subdomain: noAddress })],
  [/^POST \/workers\/scripts\/[\w-]+\/subdomain$/, () => noAddress],
  [/^GET \/workers\/services\/[\w-]+$/, readService],
  [/^GET \/workers\/scripts\/[\w-]+\/settings$/, ({ account }) => account.worker?.metadata],
  [/^GET \/workers\/scripts\/[\w-]+\/deployments$/, listDeployments],
  [/^GET \/workers\/scripts\/[\w-]+\/versions\/\w+$/, readVersion],

  [/^GET \/pages\/projects$/, ({ account }) => account.projects],
  [/^POST \/pages\/projects$/, createProject],
  [
    /^GET \/pages\/projects\/([\w-]+)$/,
    ({ account, name }) => account.projects.find((each) => each.name === name),
  ],
  [/^GET \/pages\/projects\/[\w-]+\/upload-token$/, () => ({ jwt })],
  [/^POST \/pages\/assets\/check-missing$/, ({ body }) => JSON.parse(body).hashes],
  [/^POST \/pages\/assets\/(?:upload|upsert-hashes)$/, () => ({})],
  [/^POST \/pages\/projects\/([\w-]+)\/deployments$/, uploadWeb],
  [/^GET \/pages\/projects\/[\w-]+\/deployments\/\w+$/, () => webDeployment],
];

const webDeployment = {
  id: "first",
  url: "https://first.tributary.pages.dev",
  latest_stage: { name: "deploy", status: "success" },
  deployment_trigger: { metadata: { branch: "main" } },
};

function createDatabase({ account, body }) {
  const { name } = JSON.parse(body);
  const database = { uuid: crypto.randomUUID(), name, sqlite: new DatabaseSync(":memory:") };
  account.databases.push(database);
  account.changes.push(`database ${name}`);
  return { uuid: database.uuid, name };
}

function queryDatabase({ account, name, body }) {
  const { sqlite } = account.databases.find(({ uuid }) => uuid === name);
  const { sql } = JSON.parse(body);
  const migration = /INSERT INTO "d1_migrations".*values \('(.+?)'\)/is.exec(sql)?.[1];
  if (migration) account.changes.push(`migration ${migration}`);
  const meta = { duration: 0 };
  if (/^\s*select/i.test(sql)) return [{ success: true, results: sqlite.prepare(sql).all(), meta }];
  sqlite.exec(sql);
  return [{ success: true, results: [], meta }];
}

function createBucket({ account, body }) {
  const { name } = JSON.parse(body);
  account.buckets.push({ name, creation_date: "2026-01-01T00:00:00.000Z" });
  account.changes.push(`bucket ${name}`);
  return { name };
}

function listQueues({ account, query }) {
  const names = query.getAll("name");
  return account.queues.filter(({ queue_name }) => names.length === 0 || names.includes(queue_name));
}

function createQueue({ account, body }) {
  const queue = queueNamed(JSON.parse(body).queue_name);
  account.queues.push(queue);
  account.changes.push(`queue ${queue.queue_name}`);
  return queue;
}

export function queueNamed(queue_name) {
  const none = { producers: [], consumers: [], producers_total_count: 0, consumers_total_count: 0 };
  return { queue_id: newId(), queue_name, created_on: "", modified_on: "", ...none };
}

function createConsumer({ account, name, body }) {
  const { script_name, ...rest } = JSON.parse(body);
  const consumer = { consumer_id: newId(), script: script_name, ...rest };
  queueOf(account, name).consumers.push(consumer);
  account.changes.push(`consumer of ${queueOf(account, name).queue_name}`);
  return consumer;
}

function queueOf(account, id) {
  return account.queues.find(({ queue_id }) => queue_id === id);
}

function listSecrets({ account }) {
  return account.worker
    ? Object.keys(account.secrets).map((name) => ({ name, type: "secret_text" }))
    : undefined;
}

function setSecrets({ account, body }) {
  if (!account.worker) return undefined;
  for (const [name, { text }] of Object.entries(JSON.parse(body).secrets)) {
    account.secrets[name] = text;
    account.changes.push(`secret ${name}`);
  }
  return {};
}

function uploadWorker({ account, name, body }) {
  const metadata = JSON.parse(/name="metadata"\r\n\r\n(.+)\r\n/.exec(body)[1]);
  account.worker = { metadata, tag: metadata.migrations?.new_tag ?? account.worker?.tag };
  account.changes.push(`worker ${name}`);
  return { id: "current", startup_time_ms: 12, resources: { script: {}, bindings: metadata.bindings } };
}

function readService({ account }) {
  if (!account.worker) return undefined;
  return {
    default_environment: { environment: "production", script: { migration_tag: account.worker.tag } },
  };
}

function listDeployments({ account }) {
  if (!account.worker) return undefined;
  const versions = [{ version_id: "current", percentage: 100 }];
  return { deployments: [{ id: "current", source: "wrangler", versions }] };
}

function readVersion({ account }) {
  const secrets = Object.keys(account.secrets).map((name) => ({ name, type: "secret_text" }));
  return { id: "current", resources: { bindings: [...account.worker.metadata.bindings, ...secrets] } };
}

function createProject({ account, body }) {
  const { name, production_branch } = JSON.parse(body);
  const subdomain = `${name}.pages.dev`;
  const deployment_configs = { production: {}, preview: {} };
  const created_on = new Date(0).toISOString();
  const project = {
    name,
    production_branch,
    subdomain,
    domains: [subdomain],
    created_on,
    deployment_configs,
  };
  account.projects.push(project);
  account.changes.push(`project ${name}`);
  return project;
}

function uploadWeb({ account, name, body }) {
  account.web = body;
  account.changes.push(`web ${name}`);
  return webDeployment;
}

function newId() {
  return crypto.randomUUID().replaceAll("-", "");
}
