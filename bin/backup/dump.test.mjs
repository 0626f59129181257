import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getPlatformProxy } from "wrangler";
import { dumpDatabase } from "./dump.mjs";
import { exactly, literalOf } from "./literals.mjs";
import { faultsOf, loadDump } from "./load.mjs";

const folder = mkdtempSync(join(tmpdir(), "tributary-dump-"));
let proxy;
let source;
let target;

beforeAll(async () => {
  const d1_databases = ["SOURCE", "TARGET"].map((binding) => ({
    binding,
    database_name: binding,
    database_id: binding,
  }));
  const configPath = join(folder, "wrangler.json");
  writeFileSync(configPath, JSON.stringify({ name: "dump", compatibility_date: "2026-07-30", d1_databases }));
  proxy = await getPlatformProxy({ configPath, persist: false, remoteBindings: false });
  source = proxy.env.SOURCE;
  target = proxy.env.TARGET;
});

afterAll(async () => {
  await proxy.dispose();
  rmSync(folder, { recursive: true });
});

const values = [
  "plain",
  "",
  'it\'s "quoted" and `ticked`',
  "a line\nand a \\n that was always there\\n1",
  "carriage\r\nreturn and \\r",
  "ends with a backslash\\\n",
  "a\u0000nul",
  "\n--> statement-breakpoint\n",
  "separators \u2028 \u2029 and 😀",
  "long 'n' wide 😀\n".repeat(60_000),
  `nul \u0000 ${"x".repeat(200_000)}`,
  new Uint8Array([0, 255, 39, 10]),
  new Uint8Array(150_000).fill(7),
  0.1,
  1e300,
  -0.5,
  null,
];

describe("a dump", () => {
  test("gives back every byte, type, rowid, index, trigger and search, and is the same when made again", async () => {
    await source.batch(schema.map((sql) => source.prepare(sql)));
    const insert = source.prepare("INSERT INTO notes (rowid, id, parent, body) VALUES (?, ?, ?, ?)");
    await source.prepare("INSERT INTO folders (name) VALUES ('first'), ('gone'), ('last')").run();
    for (const [index, value] of values.entries())
      await insert.bind(index * 7 - 3, `n${index}`, 1, value).run();
    await source.prepare("INSERT INTO notes VALUES ('big', 3, 9007199254740993), ('real', 3, 1.0)").run();
    await source.prepare("INSERT INTO words (rowid, text) VALUES (41, 'roasted beans')").run();
    await source.prepare("DELETE FROM folders WHERE name = 'gone'").run();
    const byKey = source.prepare("INSERT INTO by_key VALUES (?, ?)");
    await source.batch(Array.from({ length: 50 }, (_, n) => byKey.bind(n ? `key ${50 - n}` : "", n)));
    const byDay = source.prepare("INSERT INTO by_day VALUES (?, ?, ?, ?)");
    const days = Array.from({ length: 90 }, (_, n) => [n, (n % 45) - 20, "", n < 45 ? "it's" : "other"]);
    await source.batch(days.map((day) => byDay.bind(...day)));

    const first = await dumpDatabase(source, join(folder, "first.sql"));
    await loadDump(target, join(folder, "first.sql"));
    const second = await dumpDatabase(target, join(folder, "second.sql"));

    expect(second).toEqual(first);
    expect(first.tables).toEqual({ folders: 2, notes: values.length + 2, by_key: 50, by_day: 90, words: 1 });
    expect(await faultsOf(target)).toEqual([]);
    expect(await exactRows(target)).toEqual(await exactRows(source));
    const found = (sql) => target.prepare(sql).first("rowid");
    expect(await found("SELECT rowid FROM words WHERE words MATCH 'beans'")).toBe(41);
    expect(await found("SELECT rowid FROM notes_search WHERE notes_search MATCH 'ticked'")).toBe(11);
    await target.prepare("INSERT INTO folders (name) VALUES ('next')").run();
    expect(await target.prepare("SELECT max(id) AS id FROM folders").first("id")).toBe(4);
    await expect(target.prepare("DELETE FROM notes").run()).rejects.toThrow("notes stay");
  });

  test("writes any text so that SQL reads the same", async () => {
    const text = fc.array(fc.constantFrom("\n", "\r", "\\", "n", "r", "1", "'", "\0", "é", "😀", "; --"), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 60, maxLength: 60 }), async (lists) => {
        const texts = lists.map((list) => list.join(""));
        const literals = texts.map((each) => literalOf(`t${each}`));
        const [row] = await source.prepare(`SELECT ${literals.join(", ")}`).raw();
        expect(row).toEqual(texts);
        expect(literals.join("")).not.toMatch(/\n/);
      }),
      { numRuns: 20 },
    );
  });
});

const schema = [
  "CREATE TABLE folders (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)",
  "CREATE TABLE notes (id TEXT PRIMARY KEY, parent INTEGER NOT NULL REFERENCES folders (id), body)",
  "CREATE TABLE by_key (id TEXT PRIMARY KEY NOT NULL, body INTEGER) WITHOUT ROWID",
  `CREATE TABLE by_day (count INTEGER, day INTEGER, "a place" TEXT, owner TEXT, PRIMARY KEY (owner, "a place", day))
   WITHOUT ROWID`,
  "CREATE INDEX notes_parent ON notes (parent, id)",
  "CREATE VIRTUAL TABLE notes_search USING fts5(body, content='notes', content_rowid='rowid')",
  "CREATE VIRTUAL TABLE words USING fts5(text)",
  `CREATE TRIGGER notes_are_found AFTER INSERT ON notes
   BEGIN INSERT INTO notes_search (rowid, body) VALUES (new.rowid, new.body); END`,
  "CREATE TRIGGER notes_stay BEFORE DELETE ON notes BEGIN SELECT raise(abort, 'notes stay'); END",
];

async function exactRows(database) {
  const rows = (sql) => database.prepare(sql).raw();
  return {
    notes: await rows(
      `SELECT rowid, id, parent, ${exactly("body")} AS body, typeof(body) AS type FROM notes`,
    ),
    byKey: await rows("SELECT * FROM by_key ORDER BY body"),
    byDay: await rows("SELECT * FROM by_day ORDER BY count"),
  };
}
