import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/commands.mjs";
import { toMend, well } from "./findings.mjs";

const oldestNode = 22;

export function checkNode() {
  const { node } = process.versions;
  if (Number(node.split(".")[0]) >= oldestNode) return well(`Node ${node}.`);
  return toMend(
    `Node ${node} is too old; ${oldestNode} or later is needed.`,
    "npm ci (it brings the right one)",
  );
}

/** What is installed against what the lockfile pins; parts for other systems are rightly left out. */
export function checkPackages() {
  const installed = packagesIn("node_modules/.package-lock.json");
  if (!installed) return toMend("The packages are not installed.", "npm ci");
  const pinned = Object.entries(packagesIn("package-lock.json")).filter(
    ([path, { link }]) => path !== "" && !link,
  );
  const wrong = pinned.filter(([path, { version, optional }]) =>
    installed[path] ? installed[path].version !== version : !optional,
  );
  if (wrong.length === 0) return well(`${Object.keys(installed).length} packages, as the lockfile has them.`);
  const [[first]] = wrong;
  const others = wrong.length > 1 ? ` and ${wrong.length - 1} more` : "";
  return toMend(
    `${first.split("node_modules/").at(-1)}${others} are not the versions in the lockfile.`,
    "npm ci",
  );
}

function packagesIn(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}
