import "./node-version.mjs";
import { writeFileSync } from "node:fs";
import { readReleases, readVersion, releasesPath, wholeElement } from "../embed/build.mjs";

/** By hand, after `version.ts` has a new number: keeps the element of today under it. What is there is never written again. */
const version = await readVersion();
const releases = readReleases();
if (releases[version]) {
  console.error(`${version} is released already. Give embed/version.ts a new number.`);
  process.exit(1);
}
writeFileSync(releasesPath, `${JSON.stringify({ ...releases, [version]: await wholeElement() }, null, 2)}\n`);
console.log(`${version} is kept in embed/releases.json.`);
