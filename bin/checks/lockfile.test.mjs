import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../local/commands.mjs";
import { missingPlatforms } from "../local/platforms.mjs";

/** Below these, a published hole is open. */
const floors = {
  hono: "4.13.12",
  "@remix-run/cloudflare": "2.17.5",
  "@remix-run/cloudflare-pages": "2.17.5",
  "@remix-run/dev": "2.17.5",
  "@remix-run/react": "2.17.5",
  "@remix-run/server-runtime": "2.17.5",
  "drizzle-orm": "0.45.2",
  wrangler: "4.59.1",
  "better-auth": "1.6.11",
  "@tiptap/core": "3.30.4",
  "@hono/node-server": "2.1.3",
  nodemailer: "9.0.1",
};

const registry = "https://registry.npmjs.org/";
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const installed = Object.entries(packages).flatMap(([path, { version }]) => {
  const name = path.split("node_modules/").at(-1);
  return name && version ? [{ name, version, path }] : [];
});

describe("the lockfile", () => {
  test.each(Object.entries(floors))("holds no %s older than %s", (name, floor) => {
    const tooOld = installed.filter((entry) => entry.name === name && isOlder(entry.version, floor));
    expect(tooOld).toEqual([]);
  });

  test("pins every package to the public registry and, but for other platforms' binaries, by its hash", () => {
    const loose = Object.entries(packages).filter(
      ([path, entry]) =>
        path !== "" && !entry.link && !entry.inBundle && !(isPinned(entry) && isFromRegistry(entry)),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test("names the binaries of every platform, so that npm ci passes on each (mended by node bin/lockfile.mjs)", () => {
    expect(missingPlatforms(packages).map(([path]) => path)).toEqual([]);
  });

  test("compiles nothing on the machine: no package is built by node-gyp", () => {
    expect(installed.filter(({ name }) => name === "node-gyp" || name === "node-gyp-build")).toEqual([]);
  });
});

function isPinned({ integrity, optional, os = ["linux"], cpu = ["x64"], libc = ["glibc"] }) {
  const isForServers = os.includes("linux") && cpu.includes("x64") && libc.includes("glibc");
  return integrity?.startsWith("sha512-") || (optional && !isForServers);
}

function isFromRegistry({ resolved = registry }) {
  return resolved.startsWith(registry);
}

function isOlder(version, floor) {
  const [own, least] = [version, floor].map((text) => text.split(/[.-]/).map(Number));
  for (const index of [0, 1, 2]) if (own[index] !== least[index]) return own[index] < least[index];
  return false;
}
