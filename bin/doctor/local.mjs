import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { migrationsOf } from "../backup/take.mjs";
import { staleBuilds } from "../local/builds.mjs";
import { root } from "../local/commands.mjs";
import { withDatabases } from "../local/database.mjs";
import { isFree } from "../local/ports.mjs";
import { openState, stateExists } from "../local/state.mjs";
import { assertSettings, localVariables, readVariableFile, variableNames } from "../local/variables.mjs";
import { needsMending, note, toMend, well } from "./findings.mjs";
import { checkNode, checkPackages } from "./packages.mjs";

/** Everything that a start on this machine depends on. */
export async function examineMachine({ directory, port }) {
  const ground = [checkNode(), checkPackages()];
  if (needsMending(ground)) return ground;
  return [
    ...ground,
    ...(await checkVariables()),
    ...(await checkState(directory)),
    await checkPort(port),
    checkBuilds(),
  ];
}

async function checkVariables() {
  const path = join(root, ".dev.vars");
  const names = existsSync(path) ? Object.keys(readVariableFile(readFileSync(path, "utf8"))) : [];
  const known = variableNames();
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0) {
    const words = `.dev.vars sets ${strange.join(", ")}, which Tributary does not know.`;
    return [toMend(words, "compare it with .dev.vars.example")];
  }
  try {
    await assertSettings(localVariables({ secrets: exampleSecrets, port: 8788, sampleHosts: [] }));
  } catch (error) {
    return [toMend(error.message.replaceAll(/\s+/g, " "), "correct .dev.vars or your shell's variables")];
  }
  return [well(names.length > 0 ? ".dev.vars is in order." : "No .dev.vars; nothing in it is needed.")];
}

/** Stand in for those of the state, which are made when it is. */
const exampleSecrets = {
  AUTH_SECRET: "x".repeat(36),
  SEAL_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
};

async function checkState(directory) {
  const name = relative(process.cwd(), directory) || ".";
  if (!stateExists(directory)) return [note(`${name} has no data yet; “npm start” makes some.`)];
  const state = openState(directory);
  const { d1_databases: named } = JSON.parse(readFileSync(state.databasesPath, "utf8"));
  return await withDatabases(state, async (databases) => {
    const checks = named.map(async ({ binding }) =>
      compareMigrations(binding, await migrationsOf(databases[binding]), "npm start"),
    );
    return await Promise.all(checks);
  });
}

/** What the repository has and a database has not, or the other way round. */
export function compareMigrations(database, applied, command) {
  const ours = readdirSync(join(root, "migrations")).filter((name) => name.endsWith(".sql"));
  const missing = ours.filter((name) => !applied.includes(name));
  const strange = applied.filter((name) => !ours.includes(name));
  if (strange.length > 0) {
    return toMend(`${database} is newer than this checkout: it has ${strange.join(", ")}.`, "git pull");
  }
  if (missing.length > 0) return toMend(`${database} has not seen ${missing.join(", ")}.`, command);
  return well(`${database} has all ${ours.length} migrations.`);
}

async function checkPort(port) {
  if (await isFree(port)) return well(`Port ${port} is free.`);
  if (await isTributary(port)) return well(`Tributary is running on port ${port}.`);
  return toMend(`Port ${port} is taken by something else.`, `npm start -- --port ${port + 1}`);
}

async function isTributary(port) {
  try {
    const response = await fetch(`http://localhost:${port}/v1/health`, { signal: AbortSignal.timeout(3000) });
    return "components" in (await response.json());
  } catch {
    return false;
  }
}

function checkBuilds() {
  const stale = staleBuilds();
  if (stale.length === 0) return well("Both builds are of the present source.");
  return note(`The next start builds the ${stale.join(" and the ")} anew.`);
}
