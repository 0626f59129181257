import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { excerptOf, Failure, root } from "../local/commands.mjs";
import { assertSettings, readVariableFile, variableFile, variableNames } from "../local/variables.mjs";
import { workerName } from "./configuration.mjs";
import { tryWrangler } from "./wrangler.mjs";

const makers = {
  // Hexadecimal, so that chance spells none of the words that give a placeholder away.
  AUTH_SECRET: () => randomBytes(36).toString("hex"),
  SEAL_KEYS: () => `k1:${randomBytes(32).toString("base64")}`,
};

const listing = ["secret", "list", "--name", workerName];
const putting = ["secret", "bulk", "--name", workerName];

/** What the shell sets is passed on; of the two that a Worker cannot do without, what is missing is made. */
export async function prepareSecrets(steps, { folder, appUrl }) {
  steps.begin("Secrets");
  const given = secretsInShell();
  await assertSettings({ ...madeUp(), ...given, TRIBUTARY_MODE: "production", APP_URL: appUrl });
  const present = await steps.ask(listing, presentSecrets, []);
  const missing = Object.keys(makers).filter((name) => !given[name] && !present.includes(name));
  const made = steps.isDryRun ? madeUp() : keptSecrets(missing, folder);
  const secrets = { ...given, ...Object.fromEntries(missing.map((name) => [name, made[name]])) };
  for (const name of Object.keys(given)) steps.note(`${name} comes from your shell.`);
  const kept = relative(root, keptIn(folder));
  for (const name of missing)
    steps.note(`${name} is not there yet; it is made, and kept in ${kept} for you.`);
  for (const name of present.filter((name) => !(name in secrets))) steps.note(`${name} is there.`);
  if (Object.keys(secrets).length === 0) return;
  await steps.change(`Setting ${Object.keys(secrets).join(", ")}.`, putting, {
    input: JSON.stringify(secrets),
  });
}

/**
 * The names of the secrets that the Worker has; a Worker that is not there yet has none. Nothing else may be taken for
 * that: whoever has none is given new ones, and new seal keys open nothing that the old ones sealed.
 */
export async function presentSecrets() {
  const { code, output, stdout } = await tryWrangler(listing);
  if (code === 0) return JSON.parse(stdout).map(({ name }) => name);
  if (output.includes(`Worker "${workerName}" not found`)) return [];
  throw new Failure(`The secrets could not be listed.\n\n${excerptOf(output)}`);
}

function secretsInShell() {
  return Object.fromEntries(
    variableNames().flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}

function madeUp() {
  return Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, make()]));
}

/**
 * Cloudflare never shows a secret again, and a seal key that nobody has cannot be rotated. Written down before they are
 * set, so that a deployment that breaks off goes on with the same ones.
 */
function keptSecrets(missing, folder) {
  const path = keptIn(folder);
  const kept = existsSync(path) ? readVariableFile(readFileSync(path, "utf8")) : {};
  const made = missing.filter((name) => !kept[name]).map((name) => [name, makers[name]()]);
  const all = { ...kept, ...Object.fromEntries(made) };
  if (made.length > 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, variableFile(all), { mode: 0o600 });
  }
  return all;
}

function keptIn(folder) {
  return join(folder, "secrets.env");
}
