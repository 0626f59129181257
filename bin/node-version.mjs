import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Wrangler needs Node 22 or later, and the project brings its own: under npm it is the first on PATH. A script that was
 * started by another Node starts itself again with ours. Import this before anything else.
 */
const oldest = 22;
const ours = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));

if (Number(process.versions.node.split(".")[0]) < oldest) await startAgainWithOurNode();

async function startAgainWithOurNode() {
  if (!existsSync(ours)) {
    console.error(`This is Node ${process.versions.node}; Tributary needs Node ${oldest} or later.`);
    console.error("Run “npm ci” first: it installs the right Node beside the project.");
    process.exit(1);
  }
  const child = spawn(ours, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.on("exit", (exitCode) => resolve(exitCode ?? 1)));
  process.exit(code);
}
