import { createReadStream } from "node:fs";
import { breakpoint } from "./dump.mjs";

const batchBytes = 1_000_000;
const batchStatements = 100;

/** Runs a dump's statements, in batches that are done wholly or not at all. */
export async function loadDump(database, path) {
  let batch = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length > 0)
      await database.batch(
        ["PRAGMA defer_foreign_keys = TRUE", ...batch].map((sql) => database.prepare(sql)),
      );
    batch = [];
    bytes = 0;
  };
  for await (const statement of statementsOf(path)) {
    batch.push(statement);
    bytes += statement.length;
    if (bytes > batchBytes || batch.length >= batchStatements) await flush();
  }
  await flush();
}

async function* statementsOf(path) {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8")) {
    const statements = (rest + chunk).split(breakpoint);
    rest = statements.pop();
    yield* statements;
  }
}

/** What the database says of its own soundness; an empty list is good news. */
export async function faultsOf(database) {
  const { results: checked } = await database.prepare("PRAGMA quick_check").all();
  const { results: orphans } = await database.prepare("PRAGMA foreign_key_check").all();
  return [
    ...checked.map(({ quick_check: words }) => words).filter((words) => words !== "ok"),
    ...orphans.map(({ table, parent }) => `A row of ${table} belongs to one of ${parent} that is not there.`),
  ];
}
