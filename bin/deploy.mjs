import "./node-version.mjs";
import { deploy } from "./cloudflare/deploy.mjs";
import { main, readArguments } from "./local/arguments.mjs";
import { Failure } from "./local/commands.mjs";

const usage = `npm run deploy -- [options]

  --url URL    the address that people use, such as https://app.example.com (or set APP_URL)
  --cells N    how many databases beside the first one, 0 to 2; those that exist stay
  --dry-run    build everything and say every step, but ask and change nothing`;

await main(async () => {
  const options = readArguments(
    {
      url: { type: "string", default: process.env.APP_URL },
      cells: { type: "string", default: "0" },
      "dry-run": { type: "boolean", default: false },
    },
    usage,
  );
  if (options.help) return console.log(usage);
  const { appUrl } = await deploy({
    url: options.url && httpsAddress(options.url),
    cells: cellCount(options.cells),
    isDryRun: options["dry-run"],
    say: (words) => console.log(words),
  });
  console.log(
    options["dry-run"] ? "\nNothing was asked and nothing was changed." : `\nTributary runs at ${appUrl}`,
  );
});

function httpsAddress(text) {
  const url = URL.parse(text);
  if (url?.protocol !== "https:" || url.pathname !== "/") {
    throw new Failure(`“${text}” is not an address like https://app.example.com`);
  }
  return url.origin;
}

function cellCount(text) {
  const count = Number(text);
  if (![0, 1, 2].includes(count))
    throw new Failure(`“${text}” cells cannot be made; there can be 0, 1 or 2.`);
  return count;
}
