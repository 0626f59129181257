import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWeb, buildWorker, workerBundle } from "../local/builds.mjs";
import { root } from "../local/commands.mjs";

const kilobyte = 1024;
const client = join(root, "web/build/client");
const isScript = (path) => path.endsWith(".js");

beforeAll(() => Promise.all([buildWeb(), buildWorker()]));

describe("sizes, as they travel", () => {
  test("the API Worker weighs at most 700 kB", () => {
    expect(gzipped(workerBundle)).toBeLessThanOrEqual(700 * kilobyte);
  });

  test("the app's shell weighs at most 150 kB of script, React included", () => {
    expect(weigh(shell())).toBeLessThanOrEqual(150 * kilobyte);
  });

  test("no screen brings more than 120 kB of script beyond the shell", () => {
    const known = shell();
    const heavy = Object.values(manifest().routes)
      .filter(({ id }) => !id.startsWith("routes/dev/"))
      .map(({ id, module, imports = [] }) => ({ id, weight: weigh(difference([module, ...imports], known)) }))
      .filter(({ weight }) => weight > 120 * kilobyte);
    expect(heavy).toEqual([]);
  });

  test("the embed's loader weighs at most 4 kB, and with what draws forms at most 12 kB", () => {
    const weightOf = (name) => gzipped(join(client, "embed", name));
    expect(weightOf("v1.js")).toBeLessThanOrEqual(4 * kilobyte);
    expect(weightOf("v1.js") + weightOf("runtime.js")).toBeLessThanOrEqual(12 * kilobyte);
    const { latest } = JSON.parse(readFileSync(join(client, "embed/versions.json"), "utf8"));
    expect(weightOf(`${latest}.js`)).toBeLessThanOrEqual(12 * kilobyte);
  });

  test("all style sheets together weigh at most 30 kB", () => {
    const sheets = readdirSync(join(client, "assets")).filter((name) => name.endsWith(".css"));
    expect(sheets.reduce((sum, name) => sum + gzipped(join(client, "assets", name)), 0)).toBeLessThan(
      30 * kilobyte,
    );
  });
});

/** What every screen loads: the entry, the root, and what they import. */
function shell() {
  const { entry, routes } = manifest();
  const { root: frame } = routes;
  return new Set([entry.module, ...entry.imports, frame.module, ...(frame.imports ?? [])]);
}

function manifest() {
  const name = readdirSync(join(client, "assets")).find((file) => /^manifest-.+\.js$/.test(file));
  const text = readFileSync(join(client, "assets", name), "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}

function difference(paths, known) {
  return new Set(paths.filter((path) => !known.has(path)));
}

function weigh(paths) {
  return [...paths]
    .filter(isScript)
    .map((path) => join(client, path))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + gzipped(path), 0);
}

function gzipped(path) {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}
