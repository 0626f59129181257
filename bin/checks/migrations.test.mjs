import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root, run } from "../local/commands.mjs";

const folder = join(root, "migrations");
const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
mkdirSync(join(root, ".cache"), { recursive: true });
const copy = mkdtempSync(join(root, ".cache/migrations-"));

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("the migrations", () => {
  test("are what the schema says: generating again changes nothing", async () => {
    cpSync(folder, copy, { recursive: true });
    const { code, output } = await run("drizzle-kit", [
      "generate",
      "--dialect=sqlite",
      "--schema=./db/schema/**/*.ts",
      `--out=${relative(root, copy)}`,
    ]);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(readdirSync(copy).filter((name) => name.endsWith(".sql"))).toEqual(files);
  });

  test("are numbered without a gap or a double, and listed in the journal", () => {
    const { entries } = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));
    expect(files).toEqual(entries.map(({ tag }) => `${tag}.sql`));
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index));
  });

  test.each(files)("%s never drops or rebuilds a table, and nothing cascades", (name) => {
    const statements = readFileSync(join(folder, name), "utf8").replaceAll(/--.*$/gm, "");
    expect(statements).not.toMatch(/drop\s+table|__new_|foreign_keys\s*=\s*off|on\s+delete\s+(cascade|set)/i);
  });
});
