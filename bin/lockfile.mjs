import "./node-version.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "./local/arguments.mjs";
import { missingPlatforms } from "./local/platforms.mjs";
import { root } from "./local/commands.mjs";

/**
 * Run after `npm install`. A registry that has not received a binary of some other platform makes npm leave it out of the
 * lockfile, and then `npm ci` refuses the lockfile everywhere (seen with npm 11). This names each of them again.
 */
await main(() => {
  const path = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const missing = missingPlatforms(lock.packages);
  const entries = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  const ordered = entries.toSorted(([one], [other]) => one.localeCompare(other, "en"));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(ordered) }, null, 2)}\n`);
  console.log(
    missing.length > 0 ? `Named ${missing.length} binaries of other platforms.` : "The lockfile is complete.",
  );
});
