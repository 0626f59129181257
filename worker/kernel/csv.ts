/** What a spreadsheet would take for the beginning of a formula, also behind spaces and quotes and in full width (INJ-05). */
const formula = /^[\s"'\u3000]*[=+\-@\t\r\n＝＋－＠]/;

/**
 * One record by RFC 4180. Text that looks like a formula gets an apostrophe before it, phone numbers and negative
 * numbers written as text too: a cell is text or a number by its type here, never by its looks.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
