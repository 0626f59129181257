import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../local/commands.mjs";
import { dumpDatabase } from "./dump.mjs";
import { writeManifest } from "./manifest.mjs";

/** Copies every database into an empty folder. `databases` is what a Worker would be given: bindings by name. */
export async function takeBackup({ databases, directory, source, say }) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const takenAt = new Date().toISOString();
  try {
    const taken = await dumpAll({ databases, directory, say });
    writeManifest(directory, { source, takenAt, databases: taken });
  } catch (error) {
    // It was empty before. People's data does not lie around in pieces, and the same command can be given again.
    for (const name of readdirSync(directory)) rmSync(join(directory, name));
    throw error;
  }
}

async function dumpAll({ databases, directory, say }) {
  const taken = [];
  for (const [binding, database] of Object.entries(databases)) {
    const file = `${binding}.sql`;
    const written = await dumpDatabase(database, join(directory, file));
    taken.push({ binding, file, ...written, migrations: await migrationsOf(database) });
    say(`${binding}: ${inWords(written)}.`);
  }
  return taken;
}

export function assertEmpty(directory) {
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new Failure(`${directory} is not empty. A backup goes into a folder of its own.`);
}

/** Names of the migrations that a database has seen, oldest first. */
export async function migrationsOf(database) {
  const known = await database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'd1_migrations'").first();
  if (!known) return [];
  const { results } = await database.prepare("SELECT name FROM d1_migrations ORDER BY id").all();
  return results.map(({ name }) => name);
}

export function inWords({ tables, bytes }) {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return `${Object.keys(tables).length} tables, ${rows.toLocaleString("en")} rows, ${Math.ceil(bytes / 1024).toLocaleString("en")} kB`;
}
