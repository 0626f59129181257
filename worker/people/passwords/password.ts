import { Buffer } from "node:buffer";
import { scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's scrypt with 16 MB: what a Worker's memory allows, and about a tenth of a second. */
const cost: Cost = { N: 16_384, r: 8, p: 5 };
const saltBytes = 16;
const keyBytes = 32;

type Cost = { N: number; r: number; p: number };

/** The cost is written into the hash, so that it can be raised without locking anybody out. */
export async function hashPassword(password: string, random: (count: number) => Uint8Array): Promise<string> {
  const salt = Buffer.from(random(saltBytes));
  const key = await deriveKey(password, salt, keyBytes, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$");
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt = "", key = ""] = stored.split("$");
  if (scheme !== "scrypt") throw new Error("A stored password hash is of a kind that nobody here writes.");
  const expected = Buffer.from(key, "base64");
  const asStored = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await deriveKey(password, Buffer.from(salt, "base64"), expected.length, asStored);
  return timingSafeEqual(given, expected);
}

/** As typed, in Unicode's composed form: an é is the same password on every keyboard. */
function deriveKey(password: string, salt: Buffer, length: number, { N, r, p }: Cost): Promise<Buffer> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, length, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
