export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

const [quote, lineFeed, carriageReturn] = [34, 10, 13];
const longestField = 50_000;
const mostColumns = 300;

/** Why a file cannot be read on, and at which row. */
export class BrokenFile extends Error {
  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
    this.name = "BrokenFile";
  }
}

/**
 * Records of a text that comes in pieces, cut anywhere. Quotes count where a field begins with one, doubled ones are one
 * of them, and every way to end a line ends a line.
 */
export class RecordReader {
  private readonly split: number;
  private state: "start" | "plain" | "quoted" | "closed" = "start";
  private field = "";
  private record: string[] = [];
  private row = 1;
  private afterReturn = false;
  private done: string[][] = [];

  constructor(separator: string) {
    this.split = separator.charCodeAt(0);
  }

  read(text: string): string[][] {
    this.done = [];
    let at = 0;
    while (at < text.length) at = this.state === "quoted" ? this.inQuotes(text, at) : this.outside(text, at);
    return this.done;
  }

  end(): string[][] {
    this.done = [];
    if (this.state === "quoted") throw this.unclosed();
    if (this.field !== "" || this.record.length > 0 || this.state === "closed") this.endRecord();
    return this.done;
  }

  private inQuotes(text: string, from: number): number {
    const end = text.indexOf('"', from);
    this.field += text.slice(from, end < 0 ? text.length : end);
    if (this.field.length > longestField) throw this.unclosed();
    if (end < 0) return text.length;
    this.state = "closed";
    return end + 1;
  }

  private outside(text: string, from: number): number {
    const first = text.charCodeAt(from);
    if (this.afterReturn) {
      this.afterReturn = false;
      if (first === lineFeed) return from + 1;
    }
    if (first === quote && this.state !== "plain") {
      if (this.state === "closed") this.field += '"';
      this.state = "quoted";
      return from + 1;
    }
    const at = this.endOfPlain(text, from);
    this.field += text.slice(from, at);
    if (this.field.length > longestField)
      throw new BrokenFile(this.row, "A field is longer than 50,000 characters.");
    if (at > from) this.state = "plain";
    if (at === text.length) return at;
    if (text.charCodeAt(at) === this.split) this.endField();
    else {
      this.endRecord();
      this.afterReturn = text.charCodeAt(at) === carriageReturn;
    }
    return at + 1;
  }

  private endOfPlain(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.split || code === lineFeed || code === carriageReturn) return at;
    }
    return text.length;
  }

  private endField(): void {
    this.record.push(this.field);
    this.field = "";
    this.state = "start";
    if (this.record.length > mostColumns)
      throw new BrokenFile(this.row, `A row has more than ${mostColumns} columns.`);
  }

  private endRecord(): void {
    this.endField();
    this.done.push(this.record);
    this.record = [];
    this.row++;
  }

  private unclosed(): BrokenFile {
    return new BrokenFile(this.row, "A quotation mark is opened here and never closed.");
  }
}

/** The separator by which most of the first rows have the same number of columns, and more than one. */
export function guessSeparator(head: string): Separator {
  const asked = /^sep=(.)\r?\n/i.exec(head)?.[1];
  const known = separators.find((each) => each === asked);
  if (known) return known;
  const scored = separators.map((separator) => ({ separator, score: scoreOf(head, separator) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.separator : ",";
}

function scoreOf(head: string, separator: string): number {
  let records: string[][];
  try {
    records = new RecordReader(separator).read(`${head}\n`);
  } catch {
    return 0;
  }
  const counts = records.filter((record) => record.length > 1 || record[0] !== "").slice(0, 50);
  const bySize = Map.groupBy(counts, ({ length }) => length);
  let best = 0;
  for (const [size, rows] of bySize)
    if (size > 1) best = Math.max(best, (rows.length / counts.length) * 10 + Math.min(size, 20) / 20);
  return best;
}
