import { join } from "node:path";
import { excerptOf, Failure, run } from "./commands.mjs";

/** Brings every local database of a state to the newest migration; harmless when it is there already. */
export async function migrate(state, bindings) {
  for (const binding of bindings) {
    const { code, output } = await run(
      "wrangler",
      [
        "d1",
        "migrations",
        "apply",
        binding,
        "--local",
        "--persist-to",
        state.persistTo,
        "--config",
        state.databasesPath,
      ],
      { log: state.logPath, env: { ...state.toolEnvironment, CI: "true" } },
    );
    if (code !== 0)
      throw new Failure(`The database ${binding} could not be migrated.\n\n${excerptOf(output)}`);
  }
}

/** Opens the databases of a state as the Worker sees them, for as long as the callback runs. */
export async function withDatabases(state, use) {
  const { getPlatformProxy } = await import("wrangler");
  Object.assign(process.env, state.toolEnvironment, { CLOUDFLARE_CF_FETCH_ENABLED: "false" });
  const proxy = await getPlatformProxy({
    configPath: state.databasesPath,
    persist: { path: join(state.persistTo, "v3") },
    remoteBindings: false,
  });
  try {
    return await use(proxy.env);
  } finally {
    await proxy.dispose();
  }
}
