import { createHash } from "node:crypto";
import fs, { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { excerptOf, Failure, root, run } from "./commands.mjs";

const cache = join(root, ".cache");

/** The bundle of the API Worker, exactly as it would be uploaded. */
export const workerBundle = join(cache, "worker/index.js");

/** A test runner would otherwise hand down its own `NODE_ENV`, and React's slow half with it. */
const asDeployed = { NODE_ENV: "production" };

const web = {
  name: "web",
  sources: [
    "web/{app,functions,public}/**/*",
    "web/*.ts",
    "embed/**/*",
    "worker/*/pure/**/*.ts",
    "sdk/**/*",
    "package-lock.json",
  ],
  result: join(root, "web/build/server/index.js"),
};

const worker = {
  name: "worker",
  sources: ["worker/**/*.ts", "db/**/*.ts", "wrangler.toml", "package-lock.json"],
  result: workerBundle,
};

/** Names of what the next start would build. */
export function staleBuilds() {
  return [web, worker].filter((build) => !isFresh(build, stampOf(build.sources))).map(({ name }) => name);
}

export function buildWeb({ log } = {}) {
  return buildWhenChanged({
    ...web,
    make: () => run("remix", ["vite:build", "-c", "web/vite.config.ts"], { log, env: asDeployed }),
    complaint: "The web app does not build.",
  });
}

export function buildWorker({ log } = {}) {
  return buildWhenChanged({
    ...worker,
    make: () =>
      run("wrangler", ["deploy", "--dry-run", "--outdir", dirname(workerBundle)], { log, env: asDeployed }),
    complaint: "The API Worker does not build.",
  });
}

/** Builds unless the last build was made of the same files; two commands at once build one after the other. */
async function buildWhenChanged({ name, sources, result, make, complaint }) {
  mkdirSync(cache, { recursive: true });
  const unlock = await takeLock(join(cache, `${name}.lock`));
  try {
    const stamp = stampOf(sources);
    if (isFresh({ name, result }, stamp)) return false;
    const { code, output } = await make();
    if (code !== 0) throw new Failure(`${complaint}\n\n${excerptOf(output)}`);
    writeFileSync(stampPathOf(name), stamp);
    return true;
  } finally {
    unlock();
  }
}

function isFresh({ name, result }, stamp) {
  const path = stampPathOf(name);
  return existsSync(result) && existsSync(path) && readFileSync(path, "utf8") === stamp;
}

function stampPathOf(name) {
  return join(cache, `${name}.stamp`);
}

/** Names, sizes and times: enough to notice an edit, and quick over a thousand files. */
function stampOf(sources) {
  const hash = createHash("sha256");
  for (const path of fs.globSync(sources, { cwd: root }).filter(isSource).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function isSource(path) {
  return !path.endsWith(".test.ts");
}

/** A folder can be made by only one; that of a process which is gone counts for nothing. */
async function takeLock(path) {
  for (;;) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, "pid"), String(process.pid));
      return () => rmSync(path, { recursive: true, force: true });
    } catch {
      if (isAbandoned(path)) rmSync(path, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isAbandoned(path) {
  try {
    process.kill(Number(readFileSync(join(path, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH" || (error.code === "ENOENT" && isOlderThan(path, 5000));
  }
}

function isOlderThan(path, ms) {
  return existsSync(path) && Date.now() - statSync(path).mtimeMs > ms;
}
