import { Failure } from "../local/commands.mjs";

/** What a database is made of: its tables, parents before children, and everything else by kind, as it was created. */
export async function shapeOf(database) {
  const rows = async (sql) => (await database.prepare(sql).all()).results;
  const objects = (
    await rows("SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY rowid")
  ).filter(isOurs);
  const kinds = new Map(
    (await rows("SELECT name, type, wr FROM pragma_table_list")).map((row) => [row.name, row]),
  );
  const tables = objects.filter(({ type, name }) => type === "table" && kinds.get(name)?.type !== "shadow");
  const described = [];
  for (const { name, sql } of tables) {
    const columns = await rows(`SELECT name, type, pk FROM pragma_table_xinfo('${name}') WHERE hidden = 0`);
    const parents = await rows(`SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list('${name}')`);
    const { wr: hasNoRowId, type } = kinds.get(name) ?? {};
    described.push(describe({ name, sql, columns, parents, hasNoRowId, isVirtual: type === "virtual" }));
  }
  const ofType = (type) => objects.filter((object) => object.type === type).map(({ sql }) => sql);
  return {
    tables: parentsFirst(described.filter(({ isVirtual }) => !isVirtual)),
    searches: described.filter(({ isVirtual }) => isVirtual),
    after: [...ofType("index"), ...ofType("view"), ...ofType("trigger")],
    countsUp: kinds.has("sqlite_sequence"),
  };
}

function isOurs({ name }) {
  return !name.startsWith("sqlite_") && !name.startsWith("_cf_");
}

function describe({ name, sql, columns, parents, hasNoRowId, isVirtual }) {
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
  const isRowId = keys.length === 1 && keys[0].type.toUpperCase() === "INTEGER";
  return {
    name,
    sql,
    isVirtual,
    /** An index over another table's text keeps no text of its own. */
    isDerived: isVirtual && /\bcontent\s*=/i.test(sql),
    columns: columns.map((column) => column.name),
    /** Kept, because an index for searching knows its rows by it; where a column is the rowid it is kept anyway. */
    keepsRowId: !isRowId && !hasNoRowId,
    /** What its rows are read in the order of. */
    key: hasNoRowId ? keys.map((column) => column.name) : ["rowid"],
    parents: parents.map((parent) => parent.name).filter((parent) => parent !== name),
  };
}

function parentsFirst(tables) {
  const sorted = [];
  let left = tables;
  while (left.length > 0) {
    const ready = left.filter(({ parents }) =>
      parents.every((parent) => !left.some(({ name }) => name === parent)),
    );
    if (ready.length === 0)
      throw new Failure(
        `These tables refer to each other in a circle: ${left.map(({ name }) => name).join(", ")}.`,
      );
    sorted.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return sorted;
}
