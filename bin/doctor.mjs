import "./node-version.mjs";
import { tell } from "./doctor/findings.mjs";
import { examineMachine } from "./doctor/local.mjs";
import { main, pathFromHere, portNumber, readArguments } from "./local/arguments.mjs";

const usage = `npm run doctor -- [options]

  --state DIR    which local state to look at (.wrangler/state)
  --port N       where you would start it (8788)
  --production   look at what is deployed on Cloudflare instead`;

await main(async () => {
  const options = readArguments(
    {
      state: { type: "string", default: ".wrangler/state" },
      port: { type: "string", default: "8788" },
      production: { type: "boolean", default: false },
    },
    usage,
  );
  if (options.help) return console.log(usage);
  const count = tell(await examine(options), (line) => console.log(line));
  console.log(count === 0 ? "\nAll is well." : `\n${count === 1 ? "One thing" : `${count} things`} to mend.`);
  return count === 0 ? 0 : 1;
});

async function examine({ production, state, port }) {
  if (!production) return await examineMachine({ directory: pathFromHere(state), port: portNumber(port) });
  const { examineProduction } = await import("./doctor/production.mjs");
  return await examineProduction();
}
