import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../local/commands.mjs";

const committed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter(Boolean);

/** The shapes that real credentials have; placeholders in tests are shorter or say “test”. */
const shapes = [
  /\bsk_live_[A-Za-z0-9]{16,}/,
  /\brk_live_[A-Za-z0-9]{16,}/,
  /\bsk-(?:proj-)?[A-Za-z0-9_-]{32,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abp]-[A-Za-z0-9-]{20,}/,
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
];

describe("SEC-03 what is committed", () => {
  test("holds no file that keeps secrets", () => {
    const secretive = committed.filter((path) => /(^|\/)(\.dev\.vars|\.env(\..+)?|secrets\.env)$/.test(path));
    expect(secretive).toEqual([]);
  });

  test("holds nothing that looks like a credential", () => {
    const found = committed
      .filter(
        (path) =>
          /\.(ts|tsx|mjs|js|json|toml|md|sql|html|yml|sh|example)$/.test(path) &&
          !path.endsWith("-lock.json"),
      )
      .flatMap((path) => {
        const text = readFileSync(join(root, path), "utf8");
        return shapes.filter((shape) => shape.test(text)).map((shape) => `${path}: ${shape}`);
      });
    expect(found).toEqual([]);
  });
});
