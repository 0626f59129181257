import { expect, it } from "vitest";
import { makeSecret } from "./secret";

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

it("KEY-01 a key is its prefix, 32 random characters and a checksum that a scanner can check alone", () => {
  const { secret, prefix, lastFour } = makeSecret(true, random);
  expect(secret).toMatch(/^trb_live_[0-9A-Za-z]{38}$/);
  expect([prefix, lastFour]).toEqual(["trb_live_", secret.slice(-4)]);
  expect(secret.slice(-6)).toBe(checksum(secret.slice(0, -6)));
  expect(makeSecret(false, random).prefix).toBe("trb_test_");
});

it("no two keys are alike, and every character is as likely as another", () => {
  const keys = Array.from({ length: 2000 }, () => makeSecret(true, random).secret);
  expect(new Set(keys).size).toBe(keys.length);
  const counts = new Map<string, number>();
  for (const character of keys.flatMap((key) => key.slice(9, 41).split(""))) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  expect(counts.size).toBe(62);
  // 64,000 draws, 1,032 expected of each: six standard deviations to either side.
  for (const count of counts.values()) expect(Math.abs(count - 1032)).toBeLessThan(192);
});

it("bytes that would favour the first letters of the alphabet are drawn again", () => {
  const draws = [new Uint8Array(32).fill(250), new Uint8Array(32).fill(61)];
  const { secret } = makeSecret(true, () => draws.shift() ?? new Uint8Array(32));
  expect(secret.slice(9, 41)).toBe("z".repeat(32));
});

/** CRC-32 bit by bit, in base 62: written again here, as somebody who only has the documentation would. */
function checksum(text: string): string {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  let rest = BigInt((crc ^ 0xffffffff) >>> 0);
  let digits = "";
  while (digits.length < 6) {
    digits = `${alphabet[Number(rest % 62n)]}${digits}`;
    rest /= 62n;
  }
  return digits;
}
