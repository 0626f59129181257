import { createHash } from "node:crypto";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog, root, run } from "../local/commands.mjs";
import { migrate, withDatabases } from "../local/database.mjs";
import { loadDemoWorld } from "../local/demo-world.mjs";
import { loadModule } from "../local/modules.mjs";
import { openState, writeConfigs } from "../local/state.mjs";
import { takeBackup } from "./take.mjs";

const folder = mkdtempSync(join(tmpdir(), "tributary-backup-"));
const seeded = join(folder, "seeded");
const backup = join(folder, "backup");
const restored = join(folder, "restored");

beforeAll(async () => {
  const state = openState(seeded);
  openLog(state.logPath);
  await migrate(state, await writeConfigs(state, state.secrets));
  await loadDemoWorld(state, { address: "http://localhost:8789" });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("backup and restore", () => {
  test("REC-01 the demo world comes back row for row, and its owner can sign in", async () => {
    expect(await tell("backup", "--state", seeded, "--to", backup)).toMatchObject({ code: 0 });
    expect(await tell("restore", "--from", backup, "--state", restored)).toMatchObject({ code: 0 });

    const [before, after] = [await lookInto(seeded), await lookInto(restored)];
    expect(after).toEqual(before);
    const { verifyPassword } = await loadModule(
      'export { verifyPassword } from "./worker/people/passwords/password";',
      "password",
    );
    expect(await verifyPassword("tributary-demo", after.signIn.password)).toBe(true);
    const { databases } = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
    expect(databases[0].tables).toMatchObject({ users: before.people, audit_logs: before.audits });
  });

  test("what was restored is guarded as before: nobody changes the audit log", async () => {
    const change = withDatabases(openState(restored), ({ DB }) =>
      DB.prepare("UPDATE audit_logs SET action = 'other'").run(),
    );
    await expect(change).rejects.toThrow("append-only");
  });

  test("a backup is never written over another, nor restored over data", async () => {
    const again = await tell("backup", "--state", seeded, "--to", backup);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining("is not empty") });
    const over = await tell("restore", "--from", backup, "--state", seeded);
    expect(over).toMatchObject({ code: 1, output: expect.stringContaining("has data already") });
  });

  test("a backup that breaks off leaves nothing of anybody behind", async () => {
    const broken = join(folder, "broken");
    const all = () => Promise.reject(new Error("The connection is lost"));
    const lost = { prepare: () => ({ all }) };
    const taking = withDatabases(openState(seeded), ({ DB }) =>
      takeBackup({
        databases: { DB, CELL_A: lost },
        directory: broken,
        source: "local",
        say: () => undefined,
      }),
    );
    await expect(taking).rejects.toThrow("The connection is lost");
    expect(readdirSync(broken)).toEqual([]);
  });

  test("a restoration that breaks off leaves nothing but the keys that were there before", async () => {
    const [from, to] = [join(folder, "unsound"), join(folder, "moved")];
    cpSync(backup, from, { recursive: true });
    const sql = `${readFileSync(join(from, "DB.sql"), "utf8")}not a statement;\n--> statement-breakpoint\n`;
    writeFileSync(join(from, "DB.sql"), sql);
    const manifest = JSON.parse(readFileSync(join(from, "manifest.json"), "utf8"));
    manifest.databases[0].sha256 = createHash("sha256").update(sql).digest("hex");
    writeFileSync(join(from, "manifest.json"), JSON.stringify(manifest));
    mkdirSync(to);
    copyFileSync(join(seeded, "secrets.env"), join(to, "secrets.env"));
    expect(await tell("restore", "--from", from, "--state", to)).toMatchObject({ code: 1 });
    expect(readdirSync(to)).toEqual(["secrets.env"]);
  });

  test("the doctor names a migration that a database has not seen", async () => {
    const [last] = JSON.parse(
      readFileSync(join(root, "migrations/meta/_journal.json"), "utf8"),
    ).entries.slice(-1);
    await withDatabases(openState(restored), ({ DB }) =>
      DB.prepare("DELETE FROM d1_migrations WHERE name = ?").bind(`${last.tag}.sql`).run(),
    );
    const { code, output } = await tell("doctor", "--state", restored, "--port", "1");
    expect(output).toContain(`DB has not seen ${last.tag}.sql.  →  npm start`);
    expect(code).toBe(1);
  });

  test("an altered backup is refused, and nothing of it stays", async () => {
    appendFileSync(join(backup, "DB.sql"), "DELETE FROM users;\n--> statement-breakpoint\n");
    const elsewhere = join(folder, "elsewhere");
    const { code, output } = await tell("restore", "--from", backup, "--state", elsewhere);
    expect(output).toContain("DB.sql is not what was backed up");
    expect([code, existsSync(elsewhere)]).toEqual([1, false]);
  });
});

function tell(command, ...args) {
  return run(`bin/${command}.mjs`, args);
}

function lookInto(directory) {
  return withDatabases(openState(directory), async ({ DB }) => ({
    people: await DB.prepare("SELECT count(*) AS count FROM users").first("count"),
    audits: await DB.prepare("SELECT count(*) AS count FROM audit_logs").first("count"),
    signIn: await DB.prepare(
      "SELECT u.*, a.provider_id, a.password FROM users u JOIN accounts a ON a.user_id = u.id WHERE u.email = 'demo@tributary.test'",
    ).first(),
  }));
}
