import { createHash } from "node:crypto";
import { appendFileSync, closeSync, createReadStream, openSync, rmSync } from "node:fs";
import { quoteName } from "./literals.mjs";
import { dumpRows } from "./rows.mjs";
import { shapeOf } from "./shape.mjs";

/** A comment to SQL, and the same as between the statements of our migrations. No row's text can look like it. */
export const breakpoint = "\n--> statement-breakpoint\n";

/**
 * Writes a database as SQL that SQLite and D1 both read. It may be in use meanwhile: children are read before their
 * parents, so that no row comes without the one it belongs to.
 */
export async function dumpDatabase(database, path) {
  const shape = await shapeOf(database);
  const counts = {};
  const parts = shape.tables.map((table, index) => ({ table, path: `${path}.${index}` }));
  for (const part of parts.toReversed()) {
    const file = openFile(part.path);
    counts[part.table.name] = await dumpRows(database, part.table, file);
    file.close();
  }
  const file = openFile(path);
  for (const { table } of parts) file.statement(table.sql);
  for (const part of parts) {
    for await (const chunk of createReadStream(part.path)) file.write(chunk);
    rmSync(part.path);
  }
  for (const table of shape.searches) Object.assign(counts, await dumpSearch(database, table, file));
  for (const sql of shape.after) file.statement(sql);
  if (shape.countsUp) await dumpCounters(database, file);
  return { ...file.close(), tables: counts };
}

/** Nobody else may read it: it holds people's data. */
function openFile(path) {
  const handle = openSync(path, "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  const write = (chunk) => {
    hash.update(chunk);
    bytes += Buffer.byteLength(chunk);
    appendFileSync(handle, chunk);
  };
  return {
    write,
    statement: (sql) => write(`${sql};${breakpoint}`),
    close() {
      closeSync(handle);
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

/** An index over another table's text is made anew from that table; one with its own text is kept like any table. */
async function dumpSearch(database, table, file) {
  file.statement(table.sql);
  if (!table.isDerived) return { [table.name]: await dumpRows(database, table, file) };
  const name = quoteName(table.name);
  file.statement(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`);
  return {};
}

/** Where numbers are given in turn, the next one is not one that was given before. */
async function dumpCounters(database, file) {
  const { results } = await database.prepare("SELECT name, seq FROM sqlite_sequence ORDER BY name").all();
  file.statement("DELETE FROM sqlite_sequence");
  for (const { name, seq } of results)
    file.statement(
      `INSERT INTO sqlite_sequence (name, seq) VALUES ('${name.replaceAll("'", "''")}', ${seq})`,
    );
}
