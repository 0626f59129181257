/**
 * Values as SQL text that gives back every byte, one statement a line. Cloudflare's own export writes a newline as
 * \\n and then cannot tell it from a backslash and an n that were there before.
 */
export function literalOf(value) {
  if (Array.isArray(value)) return `X'${hexOf(value)}'`;
  return isText(value) ? textLiteral(textOf(value)) : value;
}

/** What to select so that one look at the answer tells text from numbers, and numbers keep all their digits. */
export function exactly(column) {
  const name = quoteName(column);
  return `CASE typeof(${name}) WHEN 'text' THEN 't' || ${name} WHEN 'blob' THEN ${name} ELSE quote(${name}) END`;
}

export function quoteName(name) {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value too long for one statement, cut up: the pieces as literals, and how they become the value again. */
export function piecesOf(value) {
  const isPlain = isText(value) && !textOf(value).includes("\0");
  const text = isPlain ? textOf(value) : hexOf(isText(value) ? Buffer.from(textOf(value)) : value);
  const pieces = text.match(pieceShape).map(textLiteral);
  const join = (pieces) => {
    if (isPlain) return pieces;
    return isText(value) ? `CAST(unhex(${pieces}) AS TEXT)` : `unhex(${pieces})`;
  };
  return { pieces, join };
}

/** Whole characters, and short enough to stay under a statement's limit however they are escaped. */
const pieceShape = /[^]{1,20000}/gu;

function textLiteral(text) {
  if (text.includes("\0")) return `CAST(X'${hexOf(Buffer.from(text))}' AS TEXT)`;
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return withBreaks(withBreaks(quoted, "\r", "\\r", 13), "\n", "\\n", 10);
}

/** A line break becomes a mark that the text does not hold, and SQL turns the mark back. */
function withBreaks(literal, character, sign, code) {
  if (!literal.includes(character)) return literal;
  let mark = sign;
  for (let count = 1; literal.includes(mark); count++) mark = `${sign}${count}`;
  return `replace(${literal.replaceAll(character, mark)},'${mark}',char(${code}))`;
}

function isText(value) {
  return typeof value === "string" && value.startsWith("t");
}

function textOf(value) {
  return value.slice(1);
}

function hexOf(bytes) {
  return Buffer.from(bytes).toString("hex").toUpperCase();
}
