import { keepRunning } from "./commands.mjs";
import { findFreePort } from "./ports.mjs";

/** Pages renders and forwards; the API Worker runs beside it in the same process, with this state's configuration. */
export function serveBuilt({ state, port }) {
  return keepRunning(
    "wrangler",
    [
      "--cwd=web",
      "pages",
      "dev",
      "--config=wrangler.toml",
      `--config=${state.configPath}`,
      "--binding=TRIBUTARY_MODE=local",
      ...wranglerOptions(state, port),
    ],
    { log: state.logPath, env: { ...state.toolEnvironment, NODE_ENV: "production" } },
  );
}

/** The API Worker bundled anew at each edit, and the web app under Vite with hot replacement in front of it. */
export async function serveFromSource({ state, port }) {
  const apiPort = await findFreePort();
  const log = state.logPath;
  const api = keepRunning(
    "wrangler",
    ["dev", "--config", state.configPath, ...wranglerOptions(state, apiPort)],
    { log, env: state.toolEnvironment },
  );
  const web = keepRunning(
    "remix",
    ["vite:dev", "--config", "bin/local/dev.vite.config.mjs", "--port", String(port), "--host", "localhost"],
    { log, env: { ...state.toolEnvironment, TRIBUTARY_DEV_API: `http://localhost:${apiPort}` } },
  );
  return {
    ended: Promise.race([api.ended, web.ended]),
    stop: () => Promise.all([api.stop(), web.stop()]),
  };
}

function wranglerOptions(state, port) {
  return [
    `--persist-to=${state.persistTo}`,
    `--port=${port}`,
    "--ip=localhost",
    "--inspector-port=0",
    "--show-interactive-dev-session=false",
  ];
}
