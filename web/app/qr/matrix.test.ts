import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBytes } from "./galois";
import { qrMatrix } from "./matrix";

const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];

describe("a QR code", () => {
  test("has a finder in three corners and grows by four squares a version", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), (text) => {
        const matrix = qrMatrix(text);
        const size = matrix.length;
        expect((size - 17) % 4).toBe(0);
        expect(corner(matrix, 0, 0)).toEqual(finder);
        expect(corner(matrix, 0, size - 7)).toEqual(finder);
        expect(corner(matrix, size - 7, 0)).toEqual(finder);
      }),
      { numRuns: 25 },
    );
  });

  test("holds up to 213 bytes, and says so beyond", () => {
    expect(qrMatrix("x".repeat(213)).length).toBe(57);
    expect(() => qrMatrix("x".repeat(214))).toThrow("214 bytes");
  });

  // As ISO/IEC 18004 counts them in its own example: “01234567” at version 1, level M.
  test("checks its data by the bytes that the standard names", () => {
    const data = [
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
    ];
    const check = [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55];
    expect([...checkBytes(Uint8Array.from(data), 10)]).toEqual(check);
  });

  test("is the same, square by square, as one that phones were seen to read", async () => {
    const rows = qrMatrix("otpauth://totp/Tributary:demo@tributary.test?secret=ABCDEFGHIJKLMNOP").map(text);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(rows.join("\n")));
    expect([...new Uint8Array(digest).subarray(0, 8)].join(" ")).toMatchInlineSnapshot(
      `"39 172 3 66 130 127 137 120"`,
    );
  });
});

function corner(matrix: boolean[][], top: number, left: number): string[] {
  return matrix.slice(top, top + 7).map((row) => text(row.slice(left, left + 7)));
}

function text(row: boolean[]): string {
  return row.map((dark) => (dark ? "1" : "0")).join("");
}
