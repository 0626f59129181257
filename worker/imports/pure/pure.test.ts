import { describe, expect, it } from "vitest";
import { Decoder } from "./decode";
import { BrokenFile, guessSeparator, RecordReader } from "./records";

function utf16(text: string, isBig: boolean, mark = true): Uint8Array {
  const units = `${mark ? "\uFEFF" : ""}${text}`;
  return Uint8Array.from({ length: units.length * 2 }, (_, i) => {
    const code = units.charCodeAt(i >> 1);
    return (i % 2 === 0) === isBig ? code >> 8 : code & 255;
  });
}

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function decodeIn(file: Uint8Array, size: number) {
  const reader = new Decoder();
  let text = "";
  for (let at = 0; at < file.length; at += size) text += reader.decode(file.subarray(at, at + size));
  return { text: text + reader.end(), encoding: reader.encoding };
}

describe("INJ-06 the letters of a file", () => {
  const words = "Name;Ort\r\nJörg Größe;Łódź 東京東京 👍👍";
  const western = "Name;Ort\r\nJörg Größe;Besançon\r\n";
  it.each([
    ["UTF-8", utf8(words), words, "utf-8"],
    ["UTF-8 with a mark", utf8(`\uFEFF${words}`), words, "utf-8"],
    ["UTF-16 as Windows writes it", utf16(words, false), words, "utf-16le"],
    ["UTF-16 the other way round", utf16(words, true), words, "utf-16be"],
    ["UTF-16 without a mark", utf16(western, false, false), western, "utf-16le"],
    ["Latin-1", bytes(western), western, "windows-1252"],
    ["Windows-1252", bytes("a;\x80 5 \x96 \x93x\x94"), "a;€ 5 – “x”", "windows-1252"],
    ["ASCII", utf8("a;b"), "a;b", "utf-8"],
    ["nothing", new Uint8Array(), "", "utf-8"],
  ])("%s is found out, wherever it is cut", (_, file, text, encoding) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(decodeIn(file, size)).toEqual({ text, encoding });
  });

  it("is still found out where the first letter beyond ASCII comes late", () => {
    const late = `${"plain,row\n".repeat(9000)}J\xF6rg,x\n`;
    expect(decodeIn(bytes(late), 65_536)).toEqual({ text: late, encoding: "windows-1252" });
  });
});

describe("INJ-06 the rows of a file", () => {
  it.each([
    [
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"a ""x"", y",b\n', [['a "x", y', "b"]]],
    ['"two\r\nlines",b\n', [["two\r\nlines", "b"]]],
    ['5" pipe,b\n', [['5" pipe', "b"]]],
    ['"a"x,b\n', [["ax", "b"]]],
    ["a,,\n\nb", [["a", "", ""], [""], ["b"]]],
    ['""', [[""]]],
    ["__proto__,=1+1\n", [["__proto__", "=1+1"]]],
  ])("%j is read the same, wherever it is cut", (text, rows) => {
    for (const size of [1, 2, 5, 100]) {
      const reader = new RecordReader(",");
      const read: string[][] = [];
      for (let at = 0; at < text.length; at += size) read.push(...reader.read(text.slice(at, at + size)));
      expect([...read, ...reader.end()]).toEqual(rows);
    }
  });

  it("names the row where a quotation mark is never closed, and where there are too many columns", () => {
    const open = new RecordReader(",");
    open.read('a,b\n"c,d\n');
    expect(() => open.end()).toThrow(new BrokenFile(2, "A quotation mark is opened here and never closed."));
    expect(() => new RecordReader(",").read(`a\n"${"x\n".repeat(40_000)}`)).toThrow(BrokenFile);
    expect(() => new RecordReader(",").read(`${",".repeat(500)}\n`)).toThrow(/300 columns/);
  });

  it.each([
    ["name,mail\na,b\n", ","],
    ['name;mail\n"a, b";c\n1,5;2\n', ";"],
    ["name\tmail\na, b\tc\n", "\t"],
    ["name|mail\na|b\n", "|"],
    ["sep=;\nname,x;mail\n", ";"],
    ["mail\na@b.test\n", ","],
    ["", ","],
  ])("%j is parted by %j", (head, separator) => {
    expect(guessSeparator(head)).toBe(separator);
  });
});
