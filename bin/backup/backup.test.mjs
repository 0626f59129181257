import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog, root, run } from "../local/commands.mjs";
import { migrate, withDatabases } from "../local/database.mjs";
import { loadDemoWorld } from "../local/demo-world.mjs";
import { loadModule } from "../local/modules.mjs";
import { openState, writeConfigs } from "../local/state.mjs";

const folder = mkdtempSync(join(tmpdir(), "tributary-backup-"));
const seeded = join(folder, "seeded");
const backup = join(folder, "backup");
const restored = join(folder, "restored");

beforeAll(async () => {
  const state = openState(seeded);
  openLog(state.logPath);
  await migrate(state, await writeConfigs(state, state.secrets));
  await loadDemoWorld(state);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("backup and restore", () => {
  test("REC-01 the demo world comes back row for row, and its owner can sign in", async () => {
    expect(await tell("backup", "--state", seeded, "--to", backup)).toMatchObject({ code: 0 });
    expect(await tell("restore", "--from", backup, "--state", restored)).toMatchObject({ code: 0 });

    const [before, after] = [await lookInto(seeded), await lookInto(restored)];
    expect(after).toEqual(before);
    const { verifyPassword } = await loadModule(
      'export { verifyPassword } from "./worker/people/password";',
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
