import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../local/commands.mjs";
import { withDatabases } from "../local/database.mjs";
import { noteSeeded, openState, removeState, writeConfigs } from "../local/state.mjs";
import { dumpDatabase } from "./dump.mjs";
import { faultsOf, loadDump } from "./load.mjs";
import { readManifest } from "./manifest.mjs";
import { inWords } from "./take.mjs";

/** Brings a backup into a local state that has no data yet. What cannot be brought back whole is not left there. */
export async function restoreBackup({ from, directory, say }) {
  const manifest = await readManifest(from);
  if (existsSync(join(directory, "v3"))) {
    throw new Failure(
      `${directory} has data already. Name a new folder: npm run restore -- --from … --state DIR`,
    );
  }
  assertMigrationsKnown(manifest);
  // Whoever moves here with a backup may have put the keys that open it into the folder beforehand.
  const ownSecrets = existsSync(join(directory, "secrets.env"));
  const state = openState(directory);
  try {
    assertBindingsKnown(manifest, await writeConfigs(state, state.secrets));
    await withDatabases(state, async (databases) => {
      for (const entry of manifest.databases) {
        await restoreDatabase(databases[entry.binding], { from, directory, entry });
        say(`${entry.binding}: ${inWords(entry)}, the same as in the backup.`);
      }
    });
  } catch (error) {
    removeState(directory, { keepSecrets: ownSecrets });
    throw error;
  }
  noteSeeded(state, `restored from a backup of ${manifest.takenAt}`);
  return manifest;
}

async function restoreDatabase(database, { from, directory, entry }) {
  await loadDump(database, join(from, entry.file));
  const faults = await faultsOf(database);
  if (faults.length > 0)
    throw new Failure(`${entry.binding} is not sound:\n${faults.slice(0, 10).join("\n")}`);
  await assertSame(database, { entry, scratch: join(directory, "tmp-restored.sql") });
}

/** Backed up again it must give the same file; that compares every row, index and trigger, not only their number. */
async function assertSame(database, { entry, scratch }) {
  try {
    const again = await dumpDatabase(database, scratch);
    const changed = Object.entries(entry.tables).find(([name, count]) => again.tables[name] !== count);
    if (changed)
      throw new Failure(
        `${entry.binding}: ${changed[0]} has ${again.tables[changed[0]]} rows instead of ${changed[1]}.`,
      );
    if (again.sha256 !== entry.sha256)
      throw new Failure(`${entry.binding} was read back, but is not the same.`);
  } finally {
    rmSync(scratch, { force: true });
  }
}

/** Older is fine: the next start brings it up to date. Newer than this checkout is not. */
function assertMigrationsKnown({ databases }) {
  const known = readdirSync(join(root, "migrations"));
  const newer = databases.flatMap(({ migrations }) => migrations).find((name) => !known.includes(name));
  if (newer)
    throw new Failure(`The backup is newer than this version of Tributary: it has the migration ${newer}.`);
}

function assertBindingsKnown({ databases }, bindings) {
  const missing = databases.find(({ binding }) => !bindings.includes(binding));
  if (missing)
    throw new Failure(`The backup has the database ${missing.binding}, which wrangler.toml does not name.`);
}
