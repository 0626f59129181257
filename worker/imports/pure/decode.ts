export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** So much is looked at before the first letter is read. */
const sniffed = 4096;

/** What Windows has where Latin-1 has control characters, from 80 to 9F. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Bytes of a file as text, however they are cut. Without a mark at its beginning a file is UTF-8 while it can be; the
 * first piece that cannot makes it Windows-1252, which is Latin-1 too: all before it means the same in both.
 */
export class Decoder {
  private found: Encoding | null;
  private rest = new Uint8Array();
  private isFirst = true;
  private isSure: boolean;
  private readonly utf8 = new TextDecoder("utf-8");

  constructor(asked?: Encoding) {
    this.found = asked ?? null;
    this.isSure = asked !== undefined;
  }

  get encoding(): Encoding {
    return this.found ?? "utf-8";
  }

  decode(bytes: Uint8Array): string {
    this.rest = join(this.rest, bytes);
    return this.isFirst && this.rest.length < sniffed ? "" : this.take(false);
  }

  end(): string {
    return this.take(true);
  }

  private take(isLast: boolean): string {
    if (this.isFirst) this.begin();
    if (this.found === "utf-16le" || this.found === "utf-16be") return this.wide(isLast);
    const end = this.found === "utf-8" && !this.isSure ? this.settleUtf8(isLast) : this.rest.length;
    const whole = this.rest.subarray(0, end);
    this.rest = this.rest.slice(end);
    return this.found === "windows-1252" ? single(whole) : this.utf8.decode(whole, { stream: !isLast });
  }

  private begin(): void {
    this.isFirst = false;
    const mark = markOf(this.rest);
    this.found = mark?.encoding ?? this.found ?? guess(this.rest);
    this.isSure ||= mark !== null || this.found !== "utf-8";
    this.rest = this.rest.slice(mark?.length ?? 0);
  }

  /** Answers how far the bytes can be read: a letter beyond ASCII at the very end may be half of one, and waits for more. */
  private settleUtf8(isLast: boolean): number {
    const { rest } = this;
    if (rest.every((byte) => byte < 128)) return rest.length;
    const end = isLast ? rest.length : rest.length - 3;
    if (rest.subarray(0, end).every((byte) => byte < 128)) return Math.max(end, 0);
    this.found = isUtf8(rest, isLast) ? "utf-8" : "windows-1252";
    this.isSure = true;
    return rest.length;
  }

  private wide(isLast: boolean): string {
    const { rest } = this;
    const length = rest.length - (rest.length % 2);
    const units = new Uint16Array(length / 2);
    for (let i = 0; i < units.length; i++) {
      const [first, second] = [rest[i * 2] ?? 0, rest[i * 2 + 1] ?? 0];
      units[i] = this.found === "utf-16be" ? (first << 8) | second : (second << 8) | first;
    }
    this.rest = isLast ? new Uint8Array() : rest.slice(length);
    return textOf(units);
  }
}

function markOf([a, b, c]: Uint8Array): { encoding: Encoding; length: number } | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 };
  return a === 0xfe && b === 0xff ? { encoding: "utf-16be", length: 2 } : null;
}

/** Every other byte of western text in UTF-16 is nought. */
function guess(bytes: Uint8Array): Encoding {
  const noughts = [0, 0];
  const length = Math.min(bytes.length, sniffed);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) noughts[i % 2] = (noughts[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  if (odd > length / 8 && odd > even * 4) return "utf-16le";
  return even > length / 8 && even > odd * 4 ? "utf-16be" : "utf-8";
}

function isUtf8(bytes: Uint8Array, isLast: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes, { stream: !isLast });
    return true;
  } catch {
    return false;
  }
}

function single(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) =>
    byte >= 128 && byte < 160 ? windows.charCodeAt(byte - 128) : byte,
  );
  return textOf(units);
}

function textOf(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
