/**
 * Turns the growing JSON of an answer into the growing text of one of its outermost fields, so that a screen shows
 * prose. Gives a listener for `onText`; what it hears may be cut anywhere.
 */
export function streamField(field: string, onText: (text: string) => void): (delta: string) => void {
  const reader: Reader = { field, place: "outside", depth: 0, key: "", text: "", isKey: true, escape: "" };
  return (delta) => {
    let said = "";
    for (const unit of delta) said += read(reader, unit);
    if (said !== "") onText(said);
  };
}

type Reader = {
  field: string;
  place: "outside" | "string";
  depth: number;
  /** Of the outermost object, the name that was read last. */
  key: string;
  text: string;
  /** The next string at depth one is a name, not a value. */
  isKey: boolean;
  /** What of an escape has come so far, its backslash first. */
  escape: string;
};

function read(reader: Reader, unit: string): string {
  return reader.place === "string" ? readInString(reader, unit) : readOutside(reader, unit);
}

function readOutside(reader: Reader, unit: string): string {
  if (unit === '"') {
    reader.place = "string";
    reader.text = "";
  } else if (unit === "{" || unit === "[") {
    reader.depth++;
    reader.isKey = reader.depth === 1;
  } else if (unit === "}" || unit === "]") reader.depth--;
  else if (reader.depth === 1 && unit === ":") reader.isKey = false;
  else if (reader.depth === 1 && unit === ",") reader.isKey = true;
  return "";
}

function readInString(reader: Reader, unit: string): string {
  // Half of a pair that nothing completes: it becomes the sign for what cannot be read.
  if (isHalf.test(reader.escape) && unit !== "\\") {
    reader.escape = "";
    return hear(reader, "\ufffd") + readInString(reader, unit);
  }
  if (reader.escape === "" && unit === '"') {
    if (reader.depth === 1 && reader.isKey) reader.key = reader.text;
    reader.place = "outside";
    return "";
  }
  return hear(reader, decode(reader, unit));
}

function hear(reader: Reader, said: string): string {
  const isNaming = reader.depth === 1 && reader.isKey;
  if (isNaming) reader.text += said;
  const isWanted = reader.depth === 1 && !reader.isKey && reader.key === reader.field;
  return isWanted ? said : "";
}

const isHalf = /^\\ud[89ab][0-9a-f]{2}$/i;
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** Half of a surrogate pair is held back with its escape until the other half is there. */
function decode(reader: Reader, unit: string): string {
  if (reader.escape === "" && unit !== "\\") return unit;
  reader.escape += unit;
  const { escape } = reader;
  if (escape.length === 1 || /^(\\u[0-9a-f]{4})?\\(u[0-9a-f]{0,3})?$/i.test(escape)) return "";
  if (isHalf.test(escape)) return "";
  reader.escape = "";
  if (!escape.startsWith("\\u")) return escapes[unit] ?? unit;
  const codes = [...escape.matchAll(/\\u([0-9a-f]{4})/gi)].map(([, code = ""]) => Number.parseInt(code, 16));
  return String.fromCharCode(...codes).toWellFormed();
}
