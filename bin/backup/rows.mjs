import { exactly, literalOf, piecesOf, quoteName } from "./literals.mjs";

/** D1 takes no statement above 100 kB, and a file that cannot be read back is no backup. */
const statementBytes = 90_000;
/** In a row that is too long for one statement, what is longer than this comes in pieces. */
const inlineBytes = 800;
const pageBytes = 2_000_000;

/** Writes a table's rows as statements, many rows to each; answers how many there are. */
export async function dumpRows(database, table, file) {
  const columns = table.keepsRowId ? ["rowid", ...table.columns] : table.columns;
  const into = `INSERT INTO ${quoteName(table.name)} (${columns.map(quoteName).join(",")}) VALUES`;
  const group = openGroup((lines) => file.statement(`${into}\n${lines.join(",\n")}`));
  let count = 0;
  for await (const { key, values } of rowsOf(database, table)) {
    const rowId = table.keepsRowId ? key : [];
    const line = lineOf([...rowId, ...values.map(literalOf)]);
    if (Buffer.byteLength(line) <= statementBytes) group.add(line);
    else {
      group.flush();
      dumpLongRow({ into, rowId, values, file });
    }
    count += 1;
  }
  group.flush();
  return count;
}

/** By its whole key, in pages of a few megabytes whatever a row weighs. */
async function* rowsOf(database, { name, key, columns }) {
  const order = key.map(quoteName).join(", ");
  const pageOf = (where) =>
    database.prepare(
      `SELECT ${order}, ${columns.map(exactly).join(", ")} FROM ${quoteName(name)} ${where} ORDER BY ${order} LIMIT ?`,
    );
  const after = pageOf(`WHERE (${order}) > (${key.map(() => "?").join(", ")})`);
  let page = pageOf("");
  let last = [];
  let limit = 20;
  for (;;) {
    const rows = await page.bind(...last, limit).raw();
    for (const row of rows) yield { key: row.slice(0, key.length), values: row.slice(key.length) };
    if (rows.length < limit) return;
    page = after;
    last = rows.at(-1).slice(0, key.length);
    const rowBytes = JSON.stringify(rows).length / rows.length;
    limit = Math.max(1, Math.min(1000, Math.floor(pageBytes / rowBytes)));
  }
}

function openGroup(write) {
  let lines = [];
  let bytes = 0;
  const group = {
    add(line) {
      const own = Buffer.byteLength(line) + 2;
      if (bytes + own > statementBytes) group.flush();
      lines.push(line);
      bytes += own;
    },
    flush() {
      if (lines.length > 0) write(lines);
      lines = [];
      bytes = 0;
    },
  };
  return group;
}

/** The row is inserted whole, out of a table of pieces, so that what the schema demands of a value is asked of all of it. */
function dumpLongRow({ into, rowId, values, file }) {
  file.statement("CREATE TABLE pieces_of_a_row (field INTEGER, place INTEGER, piece TEXT)");
  const literals = values.map((value, field) => {
    const literal = literalOf(value);
    if (Buffer.byteLength(literal) <= inlineBytes) return literal;
    const { pieces, join } = piecesOf(value);
    for (const [place, piece] of pieces.entries())
      file.statement(`INSERT INTO pieces_of_a_row VALUES ${lineOf([field, place, piece])}`);
    return join(
      `(SELECT group_concat(piece, '' ORDER BY place) FROM pieces_of_a_row WHERE field = ${field})`,
    );
  });
  file.statement(`${into}\n${lineOf([...rowId, ...literals])}`);
  file.statement("DROP TABLE pieces_of_a_row");
}

function lineOf(literals) {
  return `(${literals.join(",")})`;
}
