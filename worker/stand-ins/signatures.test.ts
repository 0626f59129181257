import { describe, expect, test } from "vitest";
import { AsnParser, ECDSASigValue } from "./signatures";

const read = (...bytes: number[]) => AsnParser.parse(new Uint8Array(bytes), ECDSASigValue);
const long = Array.from({ length: 66 }, (_, index) => index + 1);

describe("a signature of two numbers", () => {
  test("is read, whatever the length of each", () => {
    expect(read(0x30, 7, 2, 1, 5, 2, 2, 0, 0x80)).toEqual({
      r: new Uint8Array([5]),
      s: new Uint8Array([0, 0x80]),
    });
  });

  test("is read where its whole length takes two bytes", () => {
    const { r, s } = read(0x30, 0x81, 136, 2, 66, ...long, 2, 66, ...long);
    expect([r, s]).toEqual([new Uint8Array(long), new Uint8Array(long)]);
  });

  test.each([
    ["nothing", []],
    ["another tag", [0x31, 6, 2, 1, 5, 2, 1, 7]],
    ["a number that is none", [0x30, 6, 3, 1, 5, 2, 1, 7]],
    ["one number", [0x30, 3, 2, 1, 5]],
    ["three numbers", [0x30, 9, 2, 1, 5, 2, 1, 7, 2, 1, 9]],
    ["more after it", [0x30, 6, 2, 1, 5, 2, 1, 7, 0]],
    ["less than it says", [0x30, 9, 2, 1, 5, 2, 1, 7]],
    ["a number longer than the rest", [0x30, 6, 2, 9, 5, 2, 1, 7]],
    ["a number without a byte", [0x30, 5, 2, 0, 2, 1, 7]],
    ["no end", [0x30, 0x80, 2, 1, 5, 2, 1, 7]],
    ["a length in two bytes that one would hold", [0x30, 0x81, 6, 2, 1, 5, 2, 1, 7]],
  ])("AUTH-03 is refused with %s", (_, bytes) => {
    expect(() => read(...bytes)).toThrow("not in the form");
  });

  test("is all that is read", () => {
    expect(() => AsnParser.parse(new Uint8Array([0x30]), "a certificate")).toThrow("Only signatures");
  });
});
