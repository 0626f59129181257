import { existingBuckets } from "../cloudflare/buckets.mjs";
import { bucketNames, deadLetterQueues, queueNames, workerName } from "../cloudflare/configuration.mjs";
import { productionDatabases, withDatabasesConfig } from "../cloudflare/databases.mjs";
import { askHealth } from "../cloudflare/health.mjs";
import { existingQueues } from "../cloudflare/queues.mjs";
import { presentSecrets } from "../cloudflare/secrets.mjs";
import { askJson, chooseAccount, tryWrangler } from "../cloudflare/wrangler.mjs";
import { Failure } from "../local/commands.mjs";
import { note, toMend, well } from "./findings.mjs";
import { compareMigrations } from "./local.mjs";

const mending = "npm run deploy";

/** What is deployed, looked at piece by piece; nothing is changed. */
export async function examineProduction({ ask = askHealth } = {}) {
  const account = await chooseAccount().catch(refusal);
  if (account instanceof Failure) return [toMend(firstLine(account), "npx wrangler login")];
  const databases = await productionDatabases().catch(refusal);
  if (databases instanceof Failure) return [toMend(firstLine(databases), mending)];
  return [
    well(`The account is ${account.name}.`),
    ...(await checkMigrations(databases)),
    ...(await checkQueues()),
    ...(await checkBuckets()),
    ...checkSecrets(await presentSecrets()),
    ...(await checkWorker(databases, ask)),
  ];
}

function refusal(error) {
  if (error instanceof Failure) return error;
  throw error;
}

function firstLine({ message }) {
  return message.split("\n")[0];
}

function checkMigrations(databases) {
  return withDatabasesConfig(databases, async (config) => {
    const findings = [];
    for (const { binding, name } of databases) {
      const query = ["--command", "SELECT name FROM d1_migrations ORDER BY id"];
      const { code, stdout, output } = await tryWrangler([
        "d1",
        "execute",
        binding,
        "--remote",
        "--json",
        "--config",
        config,
        ...query,
      ]);
      const isNew = output.includes("no such table");
      if (code !== 0 && !isNew)
        findings.push(toMend(`${name} could not be asked.`, "npm run doctor -- --production"));
      else findings.push(compareMigrations(name, isNew ? [] : namesIn(stdout), mending));
    }
    return findings;
  });
}

async function checkBuckets() {
  const existing = await existingBuckets();
  return bucketNames.map((name) =>
    existing.includes(name)
      ? well(`${name} keeps what visitors send.`)
      : toMend(`The bucket ${name} is missing.`, mending),
  );
}

function namesIn(answer) {
  return JSON.parse(answer)[0].results.map(({ name }) => name);
}

async function checkQueues() {
  const existing = await existingQueues();
  const missing = queueNames.filter((name) => !existing.includes(name));
  if (missing.length > 0) return [toMend(`These queues are missing: ${missing.join(", ")}.`, mending)];
  return await Promise.all([...deadLetterQueues].map(([queue, dead]) => checkConsumer(queue, dead)));
}

async function checkConsumer(queue, dead) {
  const consumers = await askJson(["queues", "consumer", "worker", "list", queue, "--json"]);
  const ours = consumers.find(({ script }) => script === workerName);
  if (!ours) return toMend(`Nobody reads ${queue}.`, mending);
  if (ours.dead_letter_queue !== dead)
    return toMend(`Dead letters of ${queue} do not go to ${dead}.`, mending);
  return well(`${queue} is read, and its dead letters are kept.`);
}

/** What belongs together is set together, or what it is for does not work. */
const pairs = [
  ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
];

function checkSecrets(present) {
  const missing = ["AUTH_SECRET", "SEAL_KEYS"].filter((name) => !present.includes(name));
  const halves = pairs.filter(([one, other]) => present.includes(one) !== present.includes(other));
  const findings = [
    ...missing.map((name) => toMend(`The secret ${name} is not set.`, mending)),
    ...halves.map(([one, other]) => {
      const absent = present.includes(one) ? other : one;
      return toMend(`${absent} is missing beside ${absent === one ? other : one}.`, `${absent}=… ${mending}`);
    }),
    ...unset(present),
  ];
  return missing.length + halves.length > 0
    ? findings
    : [well("The secrets that it needs are set."), ...findings];
}

function unset(present) {
  const without = [
    ["OPENAI_API_KEY", "the built-in writer writes"],
    ["STRIPE_SECRET_KEY", "nobody can pay with real money"],
  ];
  return without
    .filter(([name]) => !present.includes(name))
    .map(([name, effect]) => note(`Without ${name}, ${effect}.`));
}

async function checkWorker(databases, ask) {
  const { code, stdout } = await tryWrangler(["deployments", "status", "--name", workerName, "--json"]);
  if (code !== 0) return [toMend(`The Worker ${workerName} is not deployed.`, mending)];
  const [{ version_id: version }] = JSON.parse(stdout).versions;
  const { resources } = await askJson(["versions", "view", version, "--name", workerName, "--json"]);
  const bound = new Map(resources.bindings.map((binding) => [binding.name, binding]));
  const astray = databases.filter(
    ({ binding, id }) => (bound.get(binding)?.id ?? bound.get(binding)?.database_id) !== id,
  );
  const appUrl = bound.get("APP_URL")?.text;
  return [
    ...astray.map(({ binding, name }) =>
      toMend(`The Worker's ${binding} is not the database ${name}.`, mending),
    ),
    bound.get("TRIBUTARY_MODE")?.text === "production"
      ? well("The Worker runs in production mode.")
      : toMend("The Worker does not run in production mode.", mending),
    checkMail(bound),
    await checkAddress(appUrl, ask),
  ];
}

function checkMail(bound) {
  const hasProvider = bound.has("EMAIL") || bound.has("MAIL_API_KEY");
  if (hasProvider && bound.has("MAIL_FROM")) return well("Mail can be sent.");
  const words = hasProvider
    ? "Mail has no sender of its own."
    : "No mail can be sent, so nobody can confirm an address.";
  return toMend(words, `${hasProvider ? "" : "MAIL_API_KEY=… "}MAIL_FROM="Name <address>" ${mending}`);
}

async function checkAddress(appUrl, ask) {
  if (!appUrl?.startsWith("https://"))
    return toMend("The Worker does not know its address.", `${mending} -- --url https://…`);
  const answer = await ask(appUrl);
  if (answer === "ok") return well(`${appUrl} answers, and every part of it is well.`);
  return toMend(`${appUrl}/v1/health ${answer}.`, "npx wrangler tail " + workerName);
}
