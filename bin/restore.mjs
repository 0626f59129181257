import "./node-version.mjs";
import { restoreBackup } from "./backup/restore.mjs";
import { main, pathFromHere, readArguments } from "./local/arguments.mjs";
import { Failure } from "./local/commands.mjs";

const usage = `npm run restore -- --from DIR --state DIR

  --from DIR    a folder that “npm run backup” has written
  --state DIR   a new folder for the restored state`;

await main(async () => {
  const options = readArguments({ from: { type: "string" }, state: { type: "string" } }, usage);
  if (options.help) return console.log(usage);
  if (!options.from || !options.state) throw new Failure(`Restore what, and where to?\n\n${usage}`);
  const begun = Date.now();
  const manifest = await restoreBackup({
    from: pathFromHere(options.from),
    directory: pathFromHere(options.state),
    say: (words) => console.log(words),
  });
  console.log(`
Restored what was backed up at ${manifest.takenAt} (${((Date.now() - begun) / 1000).toFixed(1)} s).
Start it: npm start -- --state ${options.state}`);
});
