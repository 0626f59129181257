import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readVariableFile, variableFile } from "./variables.mjs";
import { root } from "./commands.mjs";

/** Everything that one local Tributary keeps: its databases, its secrets, its logs. Two of them never share anything. */
export function openState(directory) {
  mkdirSync(directory, { recursive: true });
  const state = {
    directory,
    /** Where wrangler keeps databases, queues and objects; it adds the `v3` itself. */
    persistTo: directory,
    configPath: join(directory, "api/wrangler.json"),
    /** The same databases and nothing else, for scripts that open them without the Worker. */
    databasesPath: join(directory, "databases/wrangler.json"),
    logPath: join(directory, "log/tributary.log"),
    registryPath: join(directory, "registry"),
    secrets: openSecrets(join(directory, "secrets.env")),
  };
  return { ...state, toolEnvironment: toolEnvironmentOf(state) };
}

/** Whether something was ever started there; asking makes nothing. */
export function stateExists(directory) {
  return existsSync(join(directory, "databases/wrangler.json")) && existsSync(join(directory, "v3/d1"));
}

export function isSeeded(state) {
  return existsSync(join(state.directory, "seeded"));
}

export function noteSeeded(state, what) {
  writeFileSync(join(state.directory, "seeded"), `${what}\n`);
}

export function removeState(directory, { keepSecrets = false } = {}) {
  const parts = ["v3", "api", "databases", "registry", "log", "tmp", "cache", "seeded"];
  for (const part of keepSecrets ? parts : [...parts, "secrets.env"]) {
    rmSync(join(directory, part), { recursive: true, force: true });
  }
}

/** Writes the Worker's configuration for this state: the one in the repository, with absolute paths and these variables. */
export async function writeConfigs(state, variables) {
  const { experimental_readRawConfig: readRawConfig } = await import("wrangler");
  const { rawConfig } = readRawConfig({ config: join(root, "wrangler.toml") });
  const databases = rawConfig.d1_databases.map((database) => ({
    ...database,
    migrations_dir: join(root, database.migrations_dir),
  }));
  const config = { ...rawConfig, main: join(root, rawConfig.main), d1_databases: databases };
  const { name, compatibility_date } = config;
  writeJson(state.configPath, config);
  writeJson(state.databasesPath, { name, compatibility_date, d1_databases: databases });
  writeFileSync(join(state.directory, "api/.dev.vars"), variableFile(variables), { mode: 0o600 });
  return databases.map(({ binding }) => binding);
}

/** Runs a copy of the finished bundle, so that an edit or another build does not reach a running product. */
export function useBundle(state, bundle) {
  const config = JSON.parse(readFileSync(state.configPath, "utf8"));
  const copy = join(dirname(state.configPath), "index.js");
  copyFileSync(bundle, copy);
  copyFileSync(`${bundle}.map`, `${copy}.map`);
  writeJson(state.configPath, { ...config, main: copy, no_bundle: true });
}

function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value, null, 2));
}

/** Made once a state, so that sessions and sealed credentials outlive a restart. */
function openSecrets(path) {
  if (!existsSync(path)) {
    const made = {
      AUTH_SECRET: randomBytes(36).toString("base64url"),
      SEAL_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    };
    writeFileSync(path, variableFile(made), { mode: 0o600 });
  }
  return readVariableFile(readFileSync(path, "utf8"));
}

function toolEnvironmentOf({ directory, registryPath }) {
  return {
    WRANGLER_REGISTRY_PATH: registryPath,
    WRANGLER_LOG_PATH: join(directory, "log"),
    WRANGLER_CACHE_DIR: join(directory, "cache"),
  };
}
