import { crc32 } from "node:zlib";

export type KeySecret = {
  /** The whole key: leaves this process once, in the answer that made it. */
  secret: string;
  prefix: string;
  lastFour: string;
};

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const randomLength = 32;
const checksumLength = 6;

/**
 * `trb_live_`, 32 random characters (190 bits) and a checksum: whoever scans for lost secrets recognizes one by its
 * beginning and is sure by its end, without asking us. Keys that are no good in production say so.
 */
export function makeSecret(isProduction: boolean, random: (bytes: number) => Uint8Array): KeySecret {
  const prefix = isProduction ? "trb_live_" : "trb_test_";
  const body = prefix + randomCharacters(random);
  const secret = body + checksumOf(body);
  return { secret, prefix, lastFour: secret.slice(-4) };
}

/** Bytes from 248 on are thrown away: 256 is no multiple of 62, and every character should be as likely. */
function randomCharacters(random: (bytes: number) => Uint8Array): string {
  let characters = "";
  while (characters.length < randomLength) {
    for (const byte of random(randomLength)) {
      if (byte < 248 && characters.length < randomLength) characters += alphabet[byte % 62];
    }
  }
  return characters;
}

/** CRC-32 of all before it, in base 62. */
export function checksumOf(body: string): string {
  let rest = crc32(body);
  let digits = "";
  for (let i = 0; i < checksumLength; i++, rest = Math.floor(rest / 62))
    digits = alphabet[rest % 62] + digits;
  return digits;
}
