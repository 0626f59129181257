import "./node-version.mjs";
import { relative, resolve } from "node:path";
import { main, pathFromHere, portNumber, readArguments } from "./local/arguments.mjs";
import { Failure, stopEverything } from "./local/commands.mjs";
import { startProduct } from "./local/servers.mjs";
import { removeState } from "./local/state.mjs";

const usage = `npm start -- [options]

  --port N      where to listen (8788)
  --state DIR   where databases, secrets and logs are kept (.wrangler/state)
  --fresh       forget what is there and begin anew
  --watch       rebuild and reload when a file changes (npm run dev)`;

await main(async () => {
  const options = readArguments(
    {
      port: { type: "string", default: "8788" },
      state: { type: "string", default: ".wrangler/state" },
      fresh: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
    },
    usage,
  );
  if (options.help) return console.log(usage);
  await serveUntilAsked({
    port: portNumber(options.port),
    directory: resolve(pathFromHere(options.state)),
    fresh: options.fresh,
    watch: options.watch,
  });
});

async function serveUntilAsked({ port, directory, fresh, watch }) {
  if (fresh) removeState(directory);
  const begun = Date.now();
  const asked = untilAskedToStop();
  const starting = startProduct({ port, directory, watch, say: (words) => console.log(words) });
  const product = await Promise.race([starting, asked]);
  if (!product) return await giveUp(starting);
  greet({ port, product, seconds: Math.round((Date.now() - begun) / 1000) });
  const ending = await Promise.race([product.ended.then(() => "crashed"), asked.then(() => "asked")]);
  await product.stop();
  if (ending === "crashed")
    throw new Failure(`The servers stopped by themselves. The log: ${product.state.logPath}`);
  console.log("\nStopped. Your data is kept for the next start.");
}

/** Asked to stop before it was ready: what still builds or migrates is ended, and its complaint is not news. */
async function giveUp(starting) {
  await Promise.all([stopEverything(), starting.catch(() => null)]);
  process.exit(0);
}

function greet({ port, product, seconds }) {
  const { site, state, seeded } = product;
  console.log(`
Tributary is running (ready in ${seconds} s).

  Open      http://localhost:${port}
  Sign in   demo@tributary.test       owns Northwind Coffee
            operator@tributary.test   runs the platform
            password for both: tributary-demo

  Mailbox   http://localhost:${port}/mailbox   (mail that would be sent)
  API       http://localhost:${port}/docs
  Sample    ${site.address}   (a company website to analyse, no network needed)
  Log       ${relative(process.cwd(), state.logPath)}
${seeded ? "\nThe demo world was loaded. " : "\nYour data from last time is there. "}Stop with Ctrl-C.`);
}

function untilAskedToStop() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(null));
  });
}
